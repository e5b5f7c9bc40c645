"""A chain loaded, and an empty database taken up to its end: what it is called, and where it goes.

As in a walk, on scratch databases alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from handrail.chains import Chain, Plan, resolve
from handrail.chains.naming import NamedChain
from handrail.databases import USUAL, provider
from handrail.errors import HandrailError
from handrail.init.found import Tried
from handrail.model import Direction, OutcomeKind, Revision, Step


def tried(named: NamedChain) -> Tried:
    """What came of it; PostgreSQL is only started where SQLite does not do."""
    troubles: list[str] = []
    try:
        with Chain(resolve(named.target, named.settings)) as chain:
            head = _head(chain.revisions)
            able = named.databases or _databases(chain, named.baseline, troubles)
    except HandrailError as error:
        return Tried(trouble=str(error))
    if troubles and not able:
        return Tried(trouble=troubles[0])
    return replace(head, databases=able)


def _head(revisions: Sequence[Revision]) -> Tried:
    """The last revision that is no merge, with what it stands on."""
    plain = [each for each in revisions if len(each.parents) <= 1 and not each.is_repeatable]
    if not plain:
        return Tried()
    head = plain[-1]
    parent = next(iter(head.parents), "base")
    return Tried(len(revisions), head.identifier, parent, goes_back=_goes_back(head))


def _goes_back(revision: Revision) -> bool:
    """Whether there is a way back; of SQL files there may be none."""
    back = (revision.downgrade_file or revision.file, revision.downgrade_line)
    return back != (revision.file, revision.line)


def _databases(chain: Chain, baseline: str | None, troubles: list[str]) -> tuple[str, ...]:
    """All of them where it goes up on the quicker one, else those on which it does."""
    quicker, *others = USUAL
    if _goes_up(chain, quicker, baseline, troubles):
        return USUAL
    return tuple(name for name in others if _goes_up(chain, name, baseline, troubles))


def _goes_up(chain: Chain, name: str, baseline: str | None, troubles: list[str]) -> bool:
    """Whether it comes to its end there; why it could not even be begun is a trouble."""
    steps = tuple(Step(each.identifier, Direction.UPGRADE) for each in chain.revisions)
    with closing(provider(name)) as databases:
        try:
            database = databases.make()
            if baseline:
                chain.lay(database, baseline)
            return chain.run(database, Plan(steps=steps)).kind is OutcomeKind.DONE
        except HandrailError as error:
            troubles.append(str(error))
            return False
