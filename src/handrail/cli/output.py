"""What several commands share: target, formats, threshold, and where a report goes."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from handrail.model import Report, Severity


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """The least weight of a finding that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


TargetArgument = Annotated[
    str,
    typer.Argument(
        help="alembic.ini, pyproject.toml, script folder, folder of SQL files, or a name from"
        " [tool.handrail.chains]."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write it.")]
FailOnOption = Annotated[FailOn, typer.Option(help="The least weight that makes the exit code 1.")]


def deliver(report: Report, form: Format, fail_on: FailOn) -> None:
    """Write the report to stdout, nothing else there, and exit 1 where it fails the run."""
    from handrail.reports.json_format import as_json
    from handrail.reports.text import as_text

    sys.stdout.write(as_json(report) if form is Format.JSON else as_text(report))
    if report.fails(_threshold(fail_on)):
        raise typer.Exit(1)


def _threshold(fail_on: FailOn) -> Severity | None:
    from handrail.model import Severity

    return None if fail_on is FailOn.NEVER else Severity(fail_on.value)
