"""``--shard``: which part of a walk is asked for."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from handrail.config import Shard
from handrail.errors import TargetError

ShardOption = Annotated[
    str | None,
    typer.Option(
        metavar="K/N",
        help="Walk the K-th of N parts that take about equally long; handrail report merge joins"
        " their JSON.",
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
