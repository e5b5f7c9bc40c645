"""What several commands share: target, formats, threshold, and where a report goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from handrail.cli import completing

if TYPE_CHECKING:
    from handrail.model import Report, Severity
    from handrail.reports.destinations import Destinations


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
        " [tool.handrail.chains].",
        autocompletion=completing.chains,
    ),
]
FORMS = {
    "text": "text",
    "json": "json_format",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "html": "html",
}
"""The module of ``reports`` that writes each form, by a function ``as_FORM``."""


def format_option(forms: Iterable[str]) -> Any:
    """``--format`` of a command that can write these forms."""
    return typer.Option(
        "--format",
        metavar="FORM[=FILE]",
        autocompletion=completing.one_of(forms),
        help=f"{', '.join(forms)}: to standard output, or to a file; may be given several times."
        " Standard output gets the text where no other form is asked for there.",
    )


FormatOption = Annotated[list[str] | None, format_option(FORMS)]
FeaturesOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Write a feature for each finding that counts, tagged as expected to fail.",
    ),
]
IssueOption = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Their issue; else the next free numbers."),
]
DatabaseOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND|URL|docker:IMAGE",
        help="sqlite, postgresql, or mariadb where it is installed; postgresql://USER@HOST/NAME,"
        " mariadb:// or mysql:// for databases made, and dropped, on a server of yours (nothing"
        " else is touched there; passwords of PostgreSQL as psql has them, from ~/.pgpass too);"
        " docker:postgres:16 or docker:mariadb:11 for a container that goes with the run. May be"
        " given more than once. SQLite and PostgreSQL, unless told.",
        autocompletion=completing.databases,
    ),
]
SqliteModuleOption = Annotated[
    str | None,
    typer.Option(
        metavar="MODULE",
        help="The module whose SQLite is used in place of Python's own: pysqlite3, or another that"
        " is used as sqlite3 is; the same as --database sqlite:MODULE.",
    ),
]
KeepOption = Annotated[
    bool,
    typer.Option(
        "--keep",
        help="Leave the databases on the server that a URL names, and say their names; handrail"
        " clean removes them.",
    ),
]
FailOnOption = Annotated[FailOn, typer.Option(help="The least weight that makes the exit code 1.")]


def destinations(given: list[str] | None, forms: Sequence[str] = tuple(FORMS)) -> Destinations:
    """Where a report goes; a place where it cannot go is a TargetError before anything is done."""
    from handrail.reports.destinations import destinations as understood

    return understood(given or (), forms)


def written(
    report: Report, form: str, threshold: Severity | None, command: str, **more: Any
) -> str:
    """The report in one of the forms, with ``more`` and what else that form has to know."""
    if form == "sarif":
        from handrail.cli.rules import rules_named

        names = [finding.rule for finding in report.findings]
        more = {"rules": rules_named(names, command), "command": command}
    elif form == "junit":
        more = {"fail_on": threshold}
    writer = import_module(f"handrail.reports.{FORMS[form]}")
    return str(getattr(writer, f"as_{form}")(report, **more))


def threshold_of(fail_on: FailOn) -> Severity | None:
    from handrail.model import Severity

    return None if fail_on is FailOn.NEVER else Severity(fail_on.value)
