"""The command line: ``handrail COMMAND``; each command imports what it needs when it runs."""

from handrail.cli.app import main

__all__ = ["main"]
