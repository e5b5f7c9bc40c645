"""``handrail audit``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handrail.cli.delivery import Delivery, WriteAcceptOption
from handrail.cli.output import (
    FailOn,
    FailOnOption,
    FeaturesOption,
    FormatOption,
    IssueOption,
    TargetArgument,
)


def audit(
    target: TargetArgument,
    only: Annotated[str | None, typer.Option(help="Tell of this revision alone.")] = None,
    runner: Annotated[
        str | None,
        typer.Option(
            metavar="MODULE:CALLABLE",
            help="Your own runner: its source is read from the current folder, not imported.",
        ),
    ] = None,
    squawk: Annotated[
        bool, typer.Option(help="Pass on what squawk says of the SQL for PostgreSQL, as notes.")
    ] = True,
    write_features: FeaturesOption = None,
    issue: IssueOption = None,
    form: FormatOption = None,
    fail_on: FailOnOption = FailOn.WARNING,
    write_accept: WriteAcceptOption = False,
) -> None:
    """Read the sources of a chain, run nothing, and name what hurts with file and line.

    \b
    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the target or the call is wrong.

    \b
    Example: handrail audit alembic.ini
    Example: handrail audit alembic.ini --format sarif=audit.sarif
    Example: handrail audit migrations/ --runner app.migrating:migrate
    Example: handrail audit alembic.ini --write-features features
    """
    from dataclasses import replace

    from handrail.audit import Answer, ask, audit_runner, judged, read_target
    from handrail.chains import resolve
    from handrail.chains.naming import named_chain
    from handrail.cli.features import Features
    from handrail.errors import TargetError
    from handrail.model import Report, Walked
    from handrail.reports.accepting import Scope

    delivery = Delivery.prepared(form, fail_on, write_accept)
    chain = named_chain(target, Path("pyproject.toml"))
    features = Features.asked(write_features, issue, target, chain, {"--runner": runner})
    readings = read_target(resolve(chain.target))
    if only and only not in {reading.revision for reading in readings}:
        raise TargetError(f'there is no revision "{only}" in this chain', where=target)
    call = f"handrail audit {target}"
    asks = squawk and (not chain.databases or any(map(_is_postgresql, chain.databases)))
    answer = ask(readings) if asks else Answer()
    all_found = (*judged(readings), *answer.findings)
    found = [replace(each, reproduce=f"{call} --only {each.revision}") for each in all_found]
    if answer.silence:
        typer.echo(answer.silence, err=True)
    if runner:
        of_runner = audit_runner(runner, Path.cwd())
        found += [replace(each, reproduce=f"{call} --runner {runner}") for each in of_runner]
    findings = tuple(each for each in found if only in (None, each.revision))
    report = Report(target, Walked(revisions=len(readings)), findings)
    scope = Scope("audit", call, frozenset({only}) if only else None)
    report = delivery.judged(report, scope)
    if features:
        features.write(report, fail_on, "read")
    delivery.deliver(report, "audit")


def _is_postgresql(database: str) -> bool:
    """Whether a database that a chain is for, by name or by URL, is one."""
    return database.startswith("postgres")
