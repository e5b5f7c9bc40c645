"""A plan written to disk: whole files, and none over what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from handrail.errors import TargetError
from handrail.init.planning import PYPROJECT, Plan


class Mark(StrEnum):
    """What became of a file."""

    CREATED = "created"
    AMENDED = "amended"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file; ``words`` say more where there is more to say."""

    mark: Mark
    path: str
    words: str = ""


def carry_out(plan: Plan, folder: Path, *, dry_run: bool = False) -> Iterator[Done]:
    """Each file as it is written, or would be.

    A file is written whole or not at all. Raises TargetError where one cannot be, which says what
    was written before.
    """
    texts = {wanted.path: wanted.text for wanted in plan.files} | {PYPROJECT: plan.settings}
    written: list[str] = []
    for done in _deeds(plan, folder):
        if done.mark is not Mark.LEFT and not dry_run:
            try:
                _write(folder / done.path, texts[done.path])
            except OSError as error:
                before = f"written before: {', '.join(written) or 'nothing'}"
                what = f"the file cannot be written: {error.strerror}"
                raise TargetError(what, where=done.path, then=before) from error
            written.append(done.path)
        yield done


def _deeds(plan: Plan, folder: Path) -> Iterator[Done]:
    for wanted in plan.files:
        is_there = os.path.lexists(folder / wanted.path)
        yield Done(Mark.LEFT if is_there else Mark.CREATED, wanted.path)
    if not plan.settings:
        yield Done(Mark.LEFT, PYPROJECT)
        return
    is_there = os.path.lexists(folder / PYPROJECT)
    yield Done(Mark.AMENDED if is_there else Mark.CREATED, PYPROJECT, ", ".join(plan.amended))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.handrail")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
