"""What becomes of a report: judged as the project wants it, written, turned into an exit code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handrail.cli.output import FailOn, destinations, threshold_of, written

if TYPE_CHECKING:
    from handrail.model import Finding, Report
    from handrail.reports.acceptances import Opinions
    from handrail.reports.accepting import Scope
    from handrail.reports.destinations import Destinations

PROJECT = Path("pyproject.toml")

WriteAcceptOption = Annotated[
    bool,
    typer.Option(
        "--write-accept",
        help="Enter what fails this run in accept of [tool.handrail] of pyproject.toml, so that"
        " from now on only what is new fails.",
    ),
]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was said of the report before there was one; nothing of it can be wrong any more."""

    to: Destinations
    opinions: Opinions
    fail_on: FailOn
    write_accept: bool = False

    @classmethod
    def prepared(
        cls, form: list[str] | None, fail_on: FailOn, write_accept: bool = False
    ) -> Delivery:
        """Raises TargetError where a report cannot go where it is asked for, and for a project that
        says of findings what cannot be understood.
        """
        from handrail.cli.rules import is_known
        from handrail.reports.acceptances import read_opinions
        from handrail.reports.destinations import must_take

        to = destinations(form)
        if write_accept:
            must_take(PROJECT.resolve())
        return cls(to, read_opinions(PROJECT, is_known), fail_on, write_accept)

    def judged(self, report: Report, scope: Scope) -> Report:
        """The report with all that the project says of findings; with what it is to say, too."""
        from handrail.reports.accepting import judged

        told = judged(report, self.opinions, scope)
        return self._accepted(report, told, scope) if self.write_accept else told

    def unmatched(self, report: Report, scope: Scope) -> tuple[Finding, ...]:
        """What is told of acceptances that match nothing, though the run looked there."""
        from handrail.reports.accepting import stale

        return tuple(stale(report, self.opinions, scope))

    def deliver(self, report: Report, command: str) -> None:
        """Write the report, stdout holding nothing else, and exit 1 where it fails the run."""
        threshold = threshold_of(self.fail_on)

        def write(form: str, coloured: bool) -> str:
            more = {"coloured": True} if coloured else {}
            return written(report, form, threshold, command, **more)

        self.to.write(write)
        if report.fails(threshold):
            raise typer.Exit(1)

    def _accepted(self, report: Report, told: Report, scope: Scope) -> Report:
        from handrail.cli.rules import is_known
        from handrail.reports.accept_writing import write_acceptances
        from handrail.reports.acceptances import read_opinions
        from handrail.reports.accepting import judged
        from handrail.reports.summary import counted

        threshold = threshold_of(self.fail_on)
        found = {each.fingerprint for each in report.findings}
        failing = {
            each.fingerprint: each
            for each in told.findings
            if each.fails(threshold) and each.fingerprint in found
        }
        write_acceptances(PROJECT, failing.values(), report, scope)
        typer.echo(f"{counted(len(failing), 'more finding')} accepted in {PROJECT}", err=True)
        return judged(report, read_opinions(PROJECT, is_known), scope)
