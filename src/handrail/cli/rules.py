"""The rules of every command, as the catalogue has them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handrail.model import Rule

PACKAGES = {"walk": "walk", "audit": "audit", "drift": "parity", "guard": "parity"}
"""Where each command has its rules, one a module."""


def known_rules() -> list[Rule]:
    """Every rule that any command looks for; two of them may share a name."""
    packages = dict.fromkeys((*PACKAGES.values(), "reports"))
    return [rule for package in packages for rule in _rules_of(package)]


def is_known(name: str) -> bool:
    """Whether findings may be of a rule of that name; squawk has its own."""
    return name.startswith("squawk/") or name in {rule.name for rule in known_rules()}


def rules_named(names: Iterable[str], command: str) -> list[Rule]:
    """Those rules of a command, of reports and of squawk, each once, in that order."""
    from handrail.audit import squawk

    rules = (*_rules_of("reports"), *_rules_of(PACKAGES[command]))
    known = {rule.name: rule for rule in rules}
    return [known.get(name) or squawk.rule(name) for name in dict.fromkeys(names)]


def _rules_of(package: str) -> tuple[Rule, ...]:
    from handrail.catalogue import rules_of

    return rules_of(import_module(f"handrail.{package}.rules"))
