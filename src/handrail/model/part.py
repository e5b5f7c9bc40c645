"""What the report of one shard of a walk says of the whole walk, so that all can be joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handrail.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a walk a report is about.

    ``call`` is the command that was divided, ``number`` counts from 1, and ``shares`` are the
    revisions that each shard visits.
    """

    call: str
    number: int
    shares: tuple[tuple[str, ...], ...]
    visited: Mapping[str, int]
    """How many revisions were visited on each database; also on those that were left out."""
    of_chain: int = 0
    """How many of the findings, the last ones, are told of the whole chain."""
    unmatched: tuple[Finding, ...] = ()
    """The acceptances that match nothing here; stale are those that match nothing anywhere."""
