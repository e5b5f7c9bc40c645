"""A chain loaded, and an empty database taken up to its end: what it is called, and where it goes.

As in a walk, on scratch databases alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from handrail.chains import Chain, Plan, Settings, resolve
from handrail.chains.naming import NamedChain
from handrail.databases import PROVIDERS, provider
from handrail.errors import HandrailError
from handrail.init.found import Tried
from handrail.model import Direction, OutcomeKind, Revision, Step


def tried(named: NamedChain) -> Tried:
    """What came of it; PostgreSQL is only started where SQLite does not do."""
    settings = Settings(variables=named.variables, section=named.section or "alembic")
    try:
        with Chain(resolve(named.target, settings)) as chain:
            return replace(_head(chain.revisions), databases=_databases(chain, named))
    except HandrailError as error:
        return Tried(trouble=str(error))


def _head(revisions: Sequence[Revision]) -> Tried:
    """The last revision that is no merge, with what it stands on."""
    plain = [each for each in revisions if len(each.parents) <= 1 and not each.is_repeatable]
    if not plain:
        return Tried()
    head = plain[-1]
    return Tried(len(revisions), head.identifier, next(iter(head.parents), "base"))


def _databases(chain: Chain, named: NamedChain) -> tuple[str, ...]:
    """All of them where it goes up on the quicker one, else those on which it does."""
    if named.databases:
        return named.databases
    if _goes_up(chain, PROVIDERS[0], named.baseline):
        return PROVIDERS
    return tuple(name for name in PROVIDERS[1:] if _goes_up(chain, name, named.baseline))


def _goes_up(chain: Chain, name: str, baseline: str | None) -> bool:
    steps = tuple(Step(each.identifier, Direction.UPGRADE) for each in chain.revisions)
    with closing(provider(name)) as databases:
        database = databases.make()
        if baseline:
            chain.lay(database, baseline)
        return chain.run(database, Plan(steps=steps)).kind is OutcomeKind.DONE
