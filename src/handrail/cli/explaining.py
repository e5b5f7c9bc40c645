"""``handrail explain``."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    rule: Annotated[str | None, typer.Argument(help="A rule's name; all of them without.")] = None,
) -> None:
    """Say what a rule means, with an example, why it hurts and the remedy.

    A rule that several commands look for is told by each of them.

    \b
    Example: handrail explain
    Example: handrail explain half-migrated
    Example: handrail explain squawk/ban-drop-column
    """
    from handrail.audit import rules as audited
    from handrail.audit import squawk
    from handrail.catalogue import rules_of
    from handrail.errors import TargetError
    from handrail.parity import rules as compared
    from handrail.walk import rules as walked

    packages = (walked, audited, compared)
    known = [each for package in packages for each in rules_of(package)]
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
