"""What a shell offers for the values of options and arguments, once completion is installed.

``handrail --install-completion`` does that. Where nothing is offered, the shell offers files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

Completion = Callable[[str], list[str]]


def one_of(values: Iterable[str]) -> Completion:
    """Offers those of the values that begin with what is there."""
    offered = tuple(values)

    def complete(incomplete: str) -> list[str]:
        return _beginning(offered, incomplete)

    return complete


def databases(incomplete: str) -> list[str]:
    """The kinds of databases that Handrail makes."""
    from handrail.databases import PROVIDERS

    return _beginning(PROVIDERS, incomplete)


def chains(incomplete: str) -> list[str]:
    """The chains that the pyproject.toml of the current folder names."""
    from pathlib import Path

    from handrail.chains.naming import names_in

    return _beginning(names_in(Path("pyproject.toml")), incomplete)


def rules(incomplete: str) -> list[str]:
    """The rules of the catalogue."""
    from handrail.cli.rules import known_rules

    return _beginning(sorted({each.name for each in known_rules()}), incomplete)


def _beginning(values: Iterable[str], incomplete: str) -> list[str]:
    return [value for value in values if value.startswith(incomplete)]
