"""``handrail tags``."""

from __future__ import annotations

from typing import Annotated

import typer

tags = typer.Typer(no_args_is_help=True)


@tags.callback()
def group() -> None:
    """The tags of the expected-failure protocol.

    \b
    Example: handrail tags check features
    """


@tags.command()
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Feature files, suites or folders; features unless told."),
    ] = None,
) -> None:
    """Hold the tags of features and suites against the rules, running nothing.

    \b
    Exit code: 0 all is well, 1 a rule is broken, 2 the call is wrong.

    \b
    Example: handrail tags check features robot
    """
    from handrail.acceptance.tag_check import check as offenders_in

    offenders = offenders_in(paths or ["features"])
    for offender in offenders:
        typer.echo(str(offender))
    if offenders:
        raise typer.Exit(1)
