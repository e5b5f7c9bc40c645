"""``handrail parity``."""

from __future__ import annotations

import typer

parity = typer.Typer(no_args_is_help=True)


@parity.callback()
def group() -> None:
    """Two tracks of migrations for one application, held against each other.

    \b
    Example: handrail parity guard main HEAD
    """
