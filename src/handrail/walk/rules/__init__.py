"""The rules of the walk: one a module, each a function from what was seen to findings."""
