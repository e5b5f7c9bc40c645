"""``handrail explain``."""

from __future__ import annotations

from typing import Annotated

import typer

from handrail.cli import completing


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(help="A rule's name; all of them without.", autocompletion=completing.rules),
    ] = None,
) -> None:
    """Say what a rule means, with an example, why it hurts and the remedy.

    A rule that several commands look for is told by each of them.

    \b
    Example: handrail explain
    Example: handrail explain half-migrated
    Example: handrail explain squawk/ban-drop-column
    """
    from handrail.audit import squawk
    from handrail.cli.rules import known_rules
    from handrail.errors import TargetError

    known = known_rules()
    if rule is None:
        for each in sorted(known, key=lambda each: each.name):
            typer.echo(f"{each.name:<27} {each.severity:<8} {each.summary}")
        typer.echo(f"{'squawk/<rule>':<27} {squawk.SEVERITY:<8} {squawk.SUMMARY}")
        return
    found = [each for each in known if each.name == rule]
    if not found and (theirs := squawk.explained(rule)):
        typer.echo(theirs)
        return
    if not found:
        raise TargetError(f'there is no rule "{rule}"', then="handrail explain lists them all")
    texts = (f"{rule} ({each.severity})\n\n{each.explanation.strip()}" for each in found)
    typer.echo("\n\n".join(texts))
