"""The files that are put into a repository, as texts with $names to be filled in.

They end in ``.txt``, so that nobody takes them for Handrail's own.
"""

from __future__ import annotations

from importlib.resources import files
from string import Template


def filled(name: str, **values: str) -> str:
    """The file of that name with these values in it."""
    text = (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(values)
