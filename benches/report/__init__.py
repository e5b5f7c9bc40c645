"""The report as a page: files that the command has written, read in a browser."""
