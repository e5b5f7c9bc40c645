"""``handrail walk``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handrail.cli.delivery import Delivery, WriteAcceptOption
from handrail.cli.output import (
    DatabaseOption,
    FailOn,
    FailOnOption,
    FeaturesOption,
    FormatOption,
    IssueOption,
    KeepOption,
    SqliteModuleOption,
    TargetArgument,
)
from handrail.cli.sharing import CostsOption, ShardOption, costs_in, shard_of
from handrail.cli.timing import Clock, TimingsOption
from handrail.config import Data, WalkOptions
from handrail.errors import TargetError

if TYPE_CHECKING:
    from handrail.model import Report
    from handrail.reports.accepting import Scope


def walk(
    target: TargetArgument,
    database: DatabaseOption = None,
    sqlite_module: SqliteModuleOption = None,
    keep: KeepOption = False,
    runner: Annotated[
        str | None,
        typer.Option(
            metavar="RUNNER",
            help="Your own runner of SQL files, whose ledger is checked: module:callable, or a"
            " command with {url} and {folder}.",
        ),
    ] = None,
    only: Annotated[str | None, typer.Option(help="Visit this revision alone.")] = None,
    since: Annotated[str | None, typer.Option(help="Visit what comes after it.")] = None,
    data: Annotated[Data, typer.Option(help="Rows put in front of each step.")] = Data.ADVERSARIAL,
    rows: Annotated[int, typer.Option(min=5, help="Rows where statements are counted.")] = 16,
    seed: Annotated[int, typer.Option(help="Another one tries other legal values first.")] = 0,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a step may take.")] = 10.0,
    memory: Annotated[
        int, typer.Option(min=16, metavar="MIB", help="Memory that a step may take (Linux).")
    ] = 1024,
    x: Annotated[
        list[str] | None,
        typer.Option("-x", metavar="NAME=VALUE", help="Handed to env.py, as alembic -x does."),
    ] = None,
    env: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help="A variable for env.py and what it imports; any value does where it leads to a"
            " database, since none is read. Shown in reports.",
        ),
    ] = None,
    no_env: Annotated[
        bool,
        typer.Option(
            "--no-env", help="Do not run env.py, but what the one of Alembic's plain template does."
        ),
    ] = False,
    section: Annotated[
        str | None,
        typer.Option("-n", "--name", help="The section of the ini file, as alembic -n takes it."),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            metavar="BASELINE",
            help="What stands before the first revision: FILE.sql, or module:callable, which is"
            " called with an engine (a parameter named connection gets one).",
        ),
    ] = None,
    faults: Annotated[
        bool,
        typer.Option(
            "--faults",
            help="Let each statement of each step fail once, and run the step again: a run for each"
            " statement that may write, which takes its time.",
        ),
    ] = False,
    shard: ShardOption = None,
    costs: CostsOption = None,
    timings: TimingsOption = False,
    jobs: Annotated[int, typer.Option(min=1, help="Databases walked at the same time.")] = 2,
    write_features: FeaturesOption = None,
    issue: IssueOption = None,
    form: FormatOption = None,
    fail_on: FailOnOption = FailOn.WARNING,
    write_accept: WriteAcceptOption = False,
) -> None:
    """Walk a chain up and down over awkward but legal rows, on databases made for it.

    \b
    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the target or the call is wrong,
    3 no database could be had. Progress goes to stderr, the report to stdout; as JSON it obeys
    handrail/reports/report.schema.json.

    \b
    Example: handrail walk alembic.ini
    Example: handrail walk alembic.ini --database sqlite --only 3f2a --format json
    Example: handrail walk alembic.ini --database postgresql://ci@db.example.org/app
    Example: handrail walk alembic.ini --database docker:mariadb:11 --faults
    Example: handrail walk alembic.ini --sqlite-module pysqlite3
    Example: handrail walk alembic.ini --format html=walk.html --format sarif=walk.sarif
    Example: handrail walk alembic.ini --write-accept
    Example: handrail walk alembic.ini --env DATABASE_URL=sqlite:// --baseline schema.sql
    Example: handrail walk migrations/ --runner app.migrating:migrate
    Example: handrail walk migrations/ --runner 'dbmate --url {url} -d {folder} up'
    Example: handrail walk alembic.ini --timings --format json=walk.json
    Example: handrail walk alembic.ini --shard 2/3 --costs walk.json --format json=shard-2.json
    Example: handrail walk alembic.ini --only 3f2a --write-features features --issue 17
    """
    from handrail.chains import Settings, resolve
    from handrail.chains.naming import named_chain
    from handrail.cli.features import Features

    clock = Clock()
    part, known = shard_of(shard), costs_in(costs, shard)
    if part and write_features:
        what = "shards would give different issues the same number"
        raise TargetError(what, where="--write-features", then="walk without --shard")
    delivery = Delivery.prepared(form, fail_on, write_accept)
    chain = named_chain(target, Path("pyproject.toml"))
    given = {"--env": env, "--no-env": no_env, "--name": section, "-x": x}
    given |= {"--baseline": baseline, "--runner": runner}
    features = Features.asked(write_features, issue, target, chain, given)
    asked = database or chain.databases
    named = chain.settings
    settings = Settings(
        variables=(*named.variables, *map(_variable, env or ())),
        own_env=named.own_env and not no_env,
        section=section or named.section,
    )
    found = resolve(chain.target, settings)
    _prepare()
    from handrail.cli.progress import progress
    from handrail.cli.providing import open_providers, with_module
    from handrail.walk import walk as walk_chain

    options = WalkOptions(
        data=data,
        rows=rows,
        seed=seed,
        only=only,
        since=since,
        seconds=timeout,
        memory=memory,
        arguments=tuple(x or ()),
        runner=runner or chain.runner,
        faults=faults,
        baseline=baseline or chain.baseline,
        leave_out=not asked,
        trails=features is not None,
        timings=timings,
        shard=part,
        costs=known,
    )
    databases = with_module(asked, sqlite_module)
    with progress() as told, open_providers(databases, keep=keep) as providers:
        clock.mark()
        report = walk_chain(found, providers, options, told, jobs)
        clock.mark()
    clock.mark()
    report = _judged(report, delivery, options)
    if features:
        features.write(report, fail_on)
    with clock.printed(report):
        delivery.deliver(clock.told_in(report), "walk")


def _judged(report: Report, delivery: Delivery, options: WalkOptions) -> Report:
    """With what the project says of findings; that of a shard with what it says of all shards."""
    from dataclasses import replace

    visited = frozenset(stair.revision for stair in report.stairs)
    narrowed = options.only or options.since
    told = delivery.judged(
        report, _scope(report, options, visited if narrowed or report.part else None)
    )
    if report.part is None:
        return told
    everything = frozenset(name for share in report.part.shares for name in share)
    scope = _scope(report, options, everything if narrowed else None)
    return replace(told, part=replace(report.part, unmatched=delivery.unmatched(report, scope)))


def _scope(report: Report, options: WalkOptions, visited: frozenset[str] | None) -> Scope:
    """What the walk would have found; it is not sure of anything where rows are not put in."""
    import shlex

    from handrail.reports.accepting import Scope

    if options.data is not Data.ADVERSARIAL:
        visited = frozenset()
    return Scope("walk", shlex.join(["handrail", "walk", report.target]), visited, options.faults)


def _variable(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not name or not equals:
        raise TargetError(f"{given!r} is no NAME=VALUE", where="--env")
    return name, value


def _prepare() -> None:
    """Have the process that runs steps import what it needs while this one does the same."""
    import sqlalchemy  # noqa: F401 - what both need is imported once

    from handrail.chains.fork_server import FORK_SERVER

    FORK_SERVER.fork()
