"""Finds the rules of a package: one module a rule, and no list to keep."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

from handrail.model.rule import Rule


def rule_modules(package: ModuleType) -> tuple[ModuleType, ...]:
    """Every module of ``package``, in the order of their names.

    Each has a docstring (the text of the catalogue), a ``RULE`` of type
    :class:`~handrail.model.rule.Rule`, and a function ``judge`` whose arguments are the package's
    own affair. Adding a rule is adding a module; no other file changes.
    """
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}") for name in names)


def rules_of(package: ModuleType) -> tuple[Rule, ...]:
    """The ``RULE`` of every module of ``package``, in the order of the modules' names."""
    return tuple(module.RULE for module in rule_modules(package))
