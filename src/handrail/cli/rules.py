"""The rules of every command, as the catalogue has them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handrail.model import Rule

PACKAGES = ("walk", "audit", "parity")
"""Where each command has its rules, one a module."""


def known_rules() -> list[Rule]:
    """Every rule that any command looks for; two of them may share a name."""
    return [rule for package in PACKAGES for rule in _rules_of(package)]


def rules_named(names: Iterable[str], package: str) -> list[Rule]:
    """Those rules of a command, and of squawk, each once, in that order."""
    from handrail.audit import squawk

    known = {rule.name: rule for rule in _rules_of(package)}
    return [known.get(name) or squawk.rule(name) for name in dict.fromkeys(names)]


def _rules_of(package: str) -> tuple[Rule, ...]:
    from handrail.catalogue import rules_of

    return rules_of(import_module(f"handrail.{package}.rules"))
