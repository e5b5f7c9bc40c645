"""``handrail parity``."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

parity = typer.Typer(no_args_is_help=True)


class GuardFormat(StrEnum):
    """How the guard's verdict is written."""

    TEXT = "text"
    GITHUB = "github"
    SARIF = "sarif"
    JSON = "json"


@parity.callback()
def group() -> None:
    """Two tracks of migrations for one application, held against each other.

    \b
    Example: handrail parity guard main HEAD
    """


@parity.command()
def guard(
    base: Annotated[
        str | None,
        typer.Argument(envvar="PR_BASE_SHA", help="The commit that the change is made for."),
    ] = None,
    head: Annotated[
        str | None,
        typer.Argument(envvar="PR_HEAD_SHA", help="The commit that changes; HEAD unless told."),
    ] = None,
    lenient: Annotated[
        bool, typer.Option("--lenient", help="Let any new revision file bring everything.")
    ] = False,
    form: Annotated[
        GuardFormat, typer.Option("--format", help="How to write it.")
    ] = GuardFormat.TEXT,
) -> None:
    """Fail a change of the schema on the code-first track that no Alembic revision brings.

    The files of both commits are read, as they were where BASE and HEAD parted and as they are at
    HEAD; nothing is run. Where they lie is told in [tool.handrail.parity] of pyproject.toml in the
    current folder. Without a base there is nothing to compare, and the guard passes.

    \b
    Exit code: 0 pass or nothing to compare, 1 a revision is missing, 2 git, a file or the call
    is wrong.

    \b
    Example: handrail parity guard origin/main HEAD
    Example: PR_BASE_SHA=$(git rev-parse origin/main) handrail parity guard --format github
    Example: handrail parity guard v1.4 v1.5 --format sarif > parity.sarif
    """
    from handrail.parity import Outcome, Verdict, read_settings, telling
    from handrail.parity import guard as judge

    settings = read_settings(Path("pyproject.toml"))
    verdict = Verdict()
    if (base or "").strip("0"):  # GitHub's name for no commit is a row of zeros
        verdict = judge(Path.cwd(), str(base), head or "HEAD", settings, lenient=lenient)
    write = {
        GuardFormat.TEXT: telling.as_text,
        GuardFormat.GITHUB: telling.as_github,
        GuardFormat.SARIF: telling.as_sarif,
        GuardFormat.JSON: telling.as_json,
    }[form]
    sys.stdout.write(write(verdict))
    if verdict.outcome is Outcome.MISSING:
        raise typer.Exit(1)
