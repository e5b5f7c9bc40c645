"""``handrail parity``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from handrail.cli.delivery import Delivery, WriteAcceptOption
from handrail.cli.output import (
    FailOn,
    FailOnOption,
    FormatOption,
    SqliteModuleOption,
    destinations,
    format_option,
    written,
)

if TYPE_CHECKING:
    from handrail.parity import Verdict

parity = typer.Typer(no_args_is_help=True)


GUARD_FORMS = ("text", "json", "sarif", "junit", "github")


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
    form: Annotated[list[str] | None, format_option(GUARD_FORMS)] = None,
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
    Example: handrail parity guard v1.4 v1.5 --format sarif=parity.sarif
    """
    from handrail.parity import Outcome, Verdict, read_settings
    from handrail.parity import guard as judge

    to = destinations(form, GUARD_FORMS)
    settings = read_settings(Path("pyproject.toml"))
    verdict = Verdict()
    if (base or "").strip("0"):  # GitHub's name for no commit is a row of zeros
        verdict = judge(Path.cwd(), str(base), head or "HEAD", settings, lenient=lenient)
    to.write(lambda name, _coloured: guard_written(verdict, name))
    if verdict.outcome is Outcome.MISSING:
        raise typer.Exit(1)


@parity.command()
def drift(
    born: Annotated[
        list[str] | None,
        typer.Option(
            envvar="PR_BASE_SHA",
            help="An earlier state of the project, as a folder or a commit, in which databases were"
            " born; may be given several times. Beside those of [tool.handrail.parity].",
        ),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a way may take.")] = 60.0,
    database: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where the PostgreSQL databases are made and dropped, in place of the server that"
            " comes with Handrail: postgresql://USER@HOST/NAME.",
        ),
    ] = None,
    sqlite_module: SqliteModuleOption = None,
    form: FormatOption = None,
    fail_on: FailOnOption = FailOn.WARNING,
    write_accept: WriteAcceptOption = False,
) -> None:
    """Migrate scratch databases by both tracks, and compare the schemas that they end in.

    New databases, databases born at each older revision and entry of the list, and those born in
    earlier states of the project must all end alike. Where the tracks lie is told in
    [tool.handrail.parity] of pyproject.toml in the current folder.

    \b
    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a track or the call is wrong,
    3 no database could be had.

    \b
    Example: handrail parity drift
    Example: handrail parity drift --born v1.4 --born origin/main --format json
    """
    import shlex
    from dataclasses import replace

    from handrail.chains import Limits
    from handrail.cli.providing import open_providers, with_module
    from handrail.parity import read_settings
    from handrail.parity.drift.drifting import drift as migrate_and_compare
    from handrail.parity.drift.places import Place
    from handrail.reports.accepting import Scope

    delivery = Delivery.prepared(form, fail_on, write_accept)
    settings = read_settings(Path("pyproject.toml"))
    asked = [each for each in born or () if each.strip("0")]
    databases = with_module(["sqlite", database or "postgresql"], sqlite_module)
    with open_providers(databases) as given:
        providers = {each.name: each for each in given}
        report = migrate_and_compare(
            Place(".", Path.cwd(), settings),
            tuple(dict.fromkeys((*settings.born, *asked))),
            providers,
            Limits(seconds=timeout),
        )
    call = ["handrail", "parity", "drift", *(word for each in asked for word in ("--born", each))]
    if database:
        call += ["--database", providers["postgresql"].asked]
    if sqlite_module:
        call += ["--sqlite-module", sqlite_module]
    again = tuple(replace(each, reproduce=shlex.join(call)) for each in report.findings)
    scope = Scope("drift", shlex.join(call))
    delivery.deliver(delivery.judged(replace(report, findings=again), scope), "drift")


def guard_written(verdict: Verdict, form: str) -> str:
    """The guard's verdict in one of its forms: text of its own, the others as every report's."""
    from handrail.model import Severity
    from handrail.parity import telling

    if form == "text":
        return telling.as_text(verdict)
    more: dict[str, dict[str, Any]] = {
        "json": {"facts": telling.facts(verdict)},
        "github": {"last": telling.summary(verdict)},
    }
    report = telling.report(verdict)
    return written(report, form, Severity.ERROR, "guard", **more.get(form, {}))
