"""``--shard`` and ``--costs``: which part of a walk is asked for, and what its parts cost."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handrail.config import Cost, Shard
from handrail.errors import TargetError

if TYPE_CHECKING:
    from collections.abc import Mapping

ShardOption = Annotated[
    str | None,
    typer.Option(
        metavar="K/N",
        help="Walk the K-th of N parts that take about equally long; handrail report merge joins"
        " their JSON.",
    ),
]
CostsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="The JSON of a run with --timings, so that --shard divides by what revisions have"
        " cost there; it goes by their sources without.",
    ),
]
_SHARD = re.compile(r"(\d{1,4})/(\d{1,4})", re.ASCII)


def shard_of(given: str | None) -> Shard | None:
    """Which shard is meant. Raises TargetError for what is none."""
    if given is None:
        return None
    found = _SHARD.fullmatch(given)
    number, of = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= of:
        what = f'"{given}" is no K/N, K being one of the numbers from 1 to N'
        raise TargetError(what, where="--shard", then="1/3, 2/3 and 3/3 are three shards")
    return Shard(number, of)


def costs_in(file: Path | None, shard: str | None) -> Mapping[str, Cost]:
    """What revisions have cost, on all databases together, in thousandths of a second.

    Raises TargetError where the file tells of none, and where nothing is divided.
    """
    if file is None:
        return {}
    if shard is None:
        raise TargetError("nothing is divided", where="--costs", then="give --shard K/N")
    try:
        told = json.loads(file.read_text(encoding="utf-8"))["timings"]["revisions"]
        costs: dict[str, Cost] = {}
        for each in told:
            known = costs.get(each["revision"], Cost(0, 0))
            visit, climb = (max(0, round(1000 * each[key])) for key in ("visit", "climb"))
            costs[each["revision"]] = Cost(known.visit + visit, known.climb + climb)
    except OSError as error:
        raise TargetError(f"it cannot be read: {error.strerror}", where=str(file)) from error
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        what = "it does not tell what revisions cost"
        then = "handrail walk --timings --format json=FILE writes it"
        raise TargetError(what, where=str(file), then=then) from error
    return costs
