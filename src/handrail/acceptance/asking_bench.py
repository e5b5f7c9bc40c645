"""One revision, walked or read, and asked for one rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handrail.acceptance.providers import SHARED
from handrail.audit import judged, read_target
from handrail.chains import resolve
from handrail.chains.naming import named_chain
from handrail.config import WalkOptions
from handrail.databases import USUAL
from handrail.model import Finding
from handrail.walk import walk


class AskingBench:
    """Walks one revision of a chain as ``handrail walk --only`` does, or reads it."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._findings: Sequence[Finding] | None = None

    def walk(self, chain: str, revision: str, *, everywhere: bool = False) -> None:
        """The revision was walked on the database of this run, or on every kind that is for it."""
        said = named_chain(chain, Path("pyproject.toml"))
        target = resolve(said.target, said.settings)
        options = WalkOptions(only=revision, runner=said.runner, baseline=said.baseline)
        kinds = (said.databases or USUAL) if everywhere else (self._database,)
        providers = [SHARED.get(name) for name in kinds]
        self._findings = walk(target, providers, options).findings

    def read(self, chain: str, revision: str) -> None:
        """The sources of the chain were read, for what is to be said of the revision."""
        target = resolve(named_chain(chain, Path("pyproject.toml")).target)
        found = judged(read_target(target))
        self._findings = [each for each in found if each.revision == revision]

    def should_not_find(self, rule: str) -> None:
        """Nothing that was seen breaks the rule."""
        assert self._findings is not None, "nothing was walked or read yet"
        found = [f"{each.rule}: {each.message}" for each in self._findings if each.rule == rule]
        assert not found, "\n".join(found)

    def close(self) -> None:
        """Nothing is held."""
