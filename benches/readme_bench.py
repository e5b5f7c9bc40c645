"""README as its readers see it."""

from __future__ import annotations

from pathlib import Path


class ReadmeBench:
    """What this repository's README shows."""

    def __init__(self) -> None:
        self._text = ""

    def read(self) -> None:
        """README is at hand."""
        self._text = Path("README.md").read_text(encoding="utf-8")

    def should_show(self, file: str) -> None:
        """Every line of the file stands there as it is, in one block."""
        block = f"```yaml\n{Path(file).read_text(encoding='utf-8').rstrip()}\n```"
        assert block in self._text, f"README does not show {file} as it is"

    def close(self) -> None:
        """Nothing is held."""
