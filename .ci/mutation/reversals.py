"""Each mend of the repaired systems taken back, see reversals.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from trees import Change

HERE = Path(__file__).parent


def reversals(named: Sequence[str]) -> list[Change]:
    """Those of the systems that are named, or all. Raises ValueError for one that cannot be had."""
    systems = tomllib.loads((HERE / "reversals.toml").read_text(encoding="utf-8"))
    return [
        change
        for system, told in systems.items()
        if not named or system in named
        for change in _of(system, told)
    ]


def _of(system: str, told: dict) -> Iterator[Change]:
    for each in told["reversal"]:
        file = Path(told["folder"], each["file"])
        before = file.read_text(encoding="utf-8")
        text = _taken_back(before, each)
        if text == before or each.get("was", "") not in before:
            raise ValueError(f"{system}: {each['what']}: {file} does not hold it any more")
        yield Change(system, each["what"], str(file), text, each["features"], [told["database"]])


def _taken_back(before: str, each: dict) -> str:
    if "instead" in each:
        return Path(each["instead"]).read_text(encoding="utf-8")
    return before.replace(each["was"], each["is"], 1)
