"""The files in which the shards of a walk have left their reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import ValidationError

from handrail.errors import TargetError
from handrail.model import Part, Report
from handrail.reports.merging import part_of
from handrail.reports.shards import unpacked

_THEN = "handrail walk --shard K/N --format json=FILE writes them"


def read_shards(files: Sequence[Path]) -> list[Report]:
    """The reports of all shards of one walk.

    Raises TargetError, with the file, for what is no report of a shard of this version, for one of
    another walk or of one that was divided in another way, and for one that is there twice; with
    their numbers, where some are missing.
    """
    reports = [_read(file) for file in files]
    first, places = part_of(reports[0]), dict[int, Path]()
    for file, report in zip(files, reports, strict=True):
        part = part_of(report)
        _must_belong(file, part, files[0], first)
        if part.number in places:
            what = f"it is shard {part.number}, and so is {places[part.number]}"
            raise TargetError(what, where=str(file))
        places[part.number] = file
    missing = [str(n) for n in range(1, len(first.shares) + 1) if n not in places]
    if missing:
        verb = "are" if len(missing) > 1 else "is"
        what = f"of {len(first.shares)} shards {' and '.join(missing)} {verb} missing"
        raise TargetError(what, then="give the report of each")
    return reports


def _read(file: Path) -> Report:
    try:
        return unpacked(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise TargetError(f"it cannot be read: {error.strerror}", where=str(file)) from error
    except (ValueError, ValidationError, RecursionError) as error:
        what = f"this is no report of a shard: {error}"
        raise TargetError(what, where=str(file), then=_THEN) from error


def _must_belong(file: Path, part: Part, first: Path, begun: Part) -> None:
    """Raise TargetError where it is no shard of the walk that the first file is one of."""
    for what, mine, theirs in (
        ("of", part.call, begun.call),
        ("on", " and ".join(part.visited), " and ".join(begun.visited)),
        ("one of", str(len(part.shares)), str(len(begun.shares))),
    ):
        if mine != theirs:
            words = f'it is {what} "{mine}", and {first} is {what} "{theirs}"'
            raise TargetError(words, where=str(file))
    if part.shares != begun.shares:
        words = f"its walk was divided in another way than that of {first}"
        then = "give each shard the same sources"
        raise TargetError(words, where=str(file), then=then)
