"""``handrail explain``."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    rule: Annotated[str | None, typer.Argument(help="A rule's name; all of them without.")] = None,
) -> None:
    """Say what a rule means, with an example, why it hurts and the remedy.

    \b
    Example: handrail explain
    Example: handrail explain half-migrated
    """
    from handrail.audit import rules as audited
    from handrail.catalogue import rules_of
    from handrail.errors import TargetError
    from handrail.walk import rules as walked

    found = {each.name: each for package in (walked, audited) for each in rules_of(package)}
    if rule is None:
        for name in sorted(found):
            typer.echo(f"{name:<24} {found[name].severity:<8} {found[name].summary}")
        return
    if rule not in found:
        raise TargetError(f'there is no rule "{rule}"', then="handrail explain lists them all")
    typer.echo(f"{rule} ({found[rule].severity})\n\n{found[rule].explanation.strip()}")
