"""Pages in a real browser: the browser of a process, and what a reader can do with any page."""
