"""Source files as a reader names them."""

from __future__ import annotations

from pathlib import Path


def shown(file: str) -> str:
    """The path from the current folder where the file lies below it, else the whole path."""
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file
