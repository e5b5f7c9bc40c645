"""Long texts in a cell of a feature: ``255 letters`` stands for so many of them."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"(\d+) letters")


def spelled(cell: str) -> str:
    """As many letters as the cell asks for; any other cell as it is."""
    asked = _LETTERS.fullmatch(cell)
    return "x" * int(asked[1]) if asked else cell
