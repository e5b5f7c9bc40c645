"""What stands in a repository before anything is put into it (frozen, no I/O)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

OURS = "handrail.acceptance.behave_runner:HandrailRunner"
"""The runner with which Handrail's own steps work."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of loading a chain and taking an empty database up to its end.

    ``head`` is its last revision that stands on one other, ``parent`` that one; ``goes_back`` tells
    whether it has a downgrade. ``databases`` are the kinds on which it came to its end, ``trouble``
    is why it could not be loaded.
    """

    revisions: int = 0
    head: str = ""
    parent: str = ""
    goes_back: bool = True
    databases: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class FoundChain:
    """A chain by the name that it has, or is to have, in ``[tool.handrail.chains]``."""

    name: str
    target: str
    variables: Mapping[str, str] = field(default_factory=dict)
    tried: Tried = Tried()


@dataclass(frozen=True, slots=True)
class Behave:
    """What files of settings say to behave, each with the file that says it; None where none does.

    ``features`` is the folder that it reads, ``steps`` the one in which it looks for steps.
    """

    runner: str | None = None
    runner_in: str = ""
    has_paths: bool = False
    features: str = "features"
    steps: str = "steps"

    @property
    def has_our_runner(self) -> bool:
        """Whether Handrail's steps work with what stands there, or will stand there."""
        return self.runner in (None, OURS)


@dataclass(frozen=True, slots=True)
class Found:
    """A repository as it is; ``pyproject`` is that file's text and ``settings`` what it says.

    ``named`` tells whether the chains have their names from there.
    """

    pyproject: str | None
    settings: Mapping[str, Any]
    chains: tuple[FoundChain, ...]
    named: bool
    behave: Behave
    ignores_reports: bool


def table_of(settings: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    """What settings say in the table of that name; nothing where there is no such table."""
    found: Any = settings
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}
