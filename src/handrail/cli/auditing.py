"""``handrail audit``."""

from __future__ import annotations

from typing import Annotated

import typer

from handrail.cli.output import FailOn, Format, deliver


def audit(
    target: Annotated[str, typer.Argument(help="alembic.ini, pyproject.toml or script folder.")],
    only: Annotated[str | None, typer.Option(help="Tell of this revision alone.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TEXT,
    fail_on: Annotated[
        FailOn, typer.Option(help="The least weight that makes the exit code 1.")
    ] = FailOn.WARNING,
) -> None:
    """Read the sources of a chain, run nothing, and name what hurts with file and line.

    \b
    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the target or the call is wrong.

    \b
    Example: handrail audit alembic.ini
    Example: handrail audit alembic.ini --format json
    """
    from dataclasses import replace

    from handrail.audit import audit as read
    from handrail.audit.source import read as source_of
    from handrail.chains import resolve, source_files
    from handrail.errors import TargetError
    from handrail.model import Report, Walked

    files = source_files(resolve(target))
    if only and only not in {source_of(file).revision for file in files}:
        raise TargetError(f'there is no revision "{only}" in this chain', where=target)
    findings = tuple(
        replace(each, reproduce=f"handrail audit {target} --only {each.revision}")
        for each in read(files)
        if only in (None, each.revision)
    )
    deliver(Report(target, Walked(revisions=len(files)), findings), form, fail_on)
