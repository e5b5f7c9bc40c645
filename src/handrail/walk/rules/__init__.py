"""The rules of the walk: a module each, a function ``judge(visit)`` from what was seen to findings."""
