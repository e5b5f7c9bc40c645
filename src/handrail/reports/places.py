"""Source files as a reader names them."""

from __future__ import annotations

import os
from pathlib import Path


def shown(file: str) -> str:
    """The path from the current folder where the file lies below it, else the whole path."""
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def in_repository(file: str) -> Path:
    """The path from the root of the repository where the file lies below it, else the whole path.

    The root is the first folder upwards that holds ``.git``, else the current one. Links are
    followed: who shows reports beside sources shows no links.
    """
    here = Path.cwd()
    root = next((each for each in (here, *here.parents) if (each / ".git").exists()), here)
    path = Path(os.path.realpath(here / file))
    root = Path(os.path.realpath(root))
    return path.relative_to(root) if path.is_relative_to(root) else path
