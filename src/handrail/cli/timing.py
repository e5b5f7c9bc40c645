"""``--timings``: where the time of a run went, on stderr when all is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from handrail.model import Report, Spent

TimingsOption = Annotated[
    bool,
    typer.Option(
        "--timings",
        help="Say at the end, on stderr, where the time went; the JSON tells it too, revision by"
        " revision.",
    ),
]


class Clock:
    """Times the command itself: what comes before the walk, and what after."""

    def __init__(self) -> None:
        self._marks = [perf_counter()]

    def mark(self) -> None:
        """The walk begins, or ends, or all databases are gone; in that order."""
        self._marks.append(perf_counter())

    def told_in(self, report: Report) -> Report:
        """The report with what the command itself has taken so far, where it tells of times."""
        if report.timings is None:
            return report
        spent = (self._spent(), *report.timings.spent)
        return replace(report, timings=replace(report.timings, spent=spent))

    @contextmanager
    def printed(self, report: Report) -> Iterator[None]:
        """The profile of the report is on stderr afterwards, however it ends, where it is told."""
        try:
            yield
        finally:
            if report.timings:
                # What only this option needs.
                from handrail.reports.profile import as_profile

                sys.stderr.write(as_profile((self._spent(), *report.timings.spent)))

    def _spent(self) -> Spent:
        from handrail.model import Phase, Spent

        began, walks, walked, ended = self._marks
        phases: dict[str, float] = {
            Phase.START: walks - began,
            Phase.REPORT: perf_counter() - ended,
            Phase.OTHER: ended - walked,
        }
        return Spent("run", sum(phases.values()), phases)
