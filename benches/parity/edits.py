"""Changes of files that scenarios name, kept in ``fixtures/guard/changes``.

A change is a text file: the path of a file, then pieces of it and what each becomes. An empty piece
makes the file anew::

    src/backend/db/schema.py
    @@ this
        name TEXT
    @@ becomes
        name TEXT,
        voice TEXT
    @@ end
"""

from __future__ import annotations

import re
from pathlib import Path

_CHANGES = Path("fixtures/guard/changes")
_PIECE = re.compile(r"@@ this\n(.*?)@@ becomes\n(.*?)@@ end\n", re.DOTALL)
_FILE = re.compile(
    rf"^(?P<file>\S[^\n]*)\n(?P<pieces>({_PIECE.pattern})+)", re.DOTALL | re.MULTILINE
)


def apply(change: str, folder: Path, kept: Path = _CHANGES) -> None:
    """The files below the folder are changed so; AssertionError where a piece is not there."""
    text = (kept / f"{change.replace(' ', '_')}.txt").read_text(encoding="utf-8")
    blocks = list(_FILE.finditer(text))
    assert blocks, f"{change} changes nothing"
    for block in blocks:
        file = folder / block["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        now = file.read_text(encoding="utf-8") if file.exists() else ""
        for old, new in _PIECE.findall(block["pieces"]):
            assert old in now, f"{change}: {block['file']} does not hold\n{old}"
            now = now.replace(old, new, 1) if old else new
        file.write_text(now, encoding="utf-8")
