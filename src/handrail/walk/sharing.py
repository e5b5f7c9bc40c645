"""One walk parted among several machines: which revisions a shard visits, and what it tells; pure.

A share is a stretch of the chain, since whoever visits a revision has to climb there. The longest
of all walks, its climb included, is as short as it can be. Costs alone decide, so that every
machine parts a chain in the same way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handrail.config import Cost, WalkOptions
from handrail.model import Revision
from handrail.walk.climbing import Found
from handrail.walk.costs import costs


@dataclass(frozen=True, slots=True)
class Price:
    """What it costs to climb above a revision from nothing, and to visit it."""

    revision: str
    climb: int
    visit: int


@dataclass(frozen=True, slots=True)
class Split:
    """Who visits what: of all that is ``wanted``, in the order of the chain, a share for each."""

    wanted: tuple[str, ...]
    shares: tuple[tuple[str, ...], ...]
    number: int = 1
    """Whose share is ours, counted from 1."""

    @property
    def ours(self) -> tuple[str, ...]:
        """What we visit."""
        return self.shares[self.number - 1]

    @property
    def others(self) -> frozenset[str]:
        """What the others visit."""
        return frozenset(self.wanted) - {*self.ours}

    @property
    def ends_chain(self) -> bool:
        """Whether we come as far as anybody, and tell what only the whole chain shows."""
        return self.number == max(1, sum(map(bool, self.shares)))

    def told(self, found: Found) -> Found:
        """What is ours to tell: what lies below all that is wanted is told by the first."""
        ours, others = frozenset(self.ours), self.others

        def is_ours(revision: str) -> bool:
            return revision not in others if self.number == 1 else revision in ours

        return replace(
            found,
            findings=[each for each in found.findings if is_ours(each.revision)],
            refusals=[each for each in found.refusals if is_ours(each.revision)],
            not_exercised=[each for each in found.not_exercised if is_ours(each.revision)],
            wanted=self.wanted,
        )


def split(chain: Sequence[Revision], options: WalkOptions) -> Split:
    """How the options part what they want of a chain; all is ours where they do not."""
    asked, shard = wanted(chain, options), options.shard
    names = tuple(each.identifier for each in chain if each.identifier in asked)
    if shard is None:
        return Split(names, (names,))
    shares = parted(list(_prices(chain, asked, costs(chain, options.costs))), shard.of)
    return Split(names, tuple(shares), shard.number)


def wanted(revisions: Sequence[Revision], options: WalkOptions) -> Collection[str]:
    """The identifiers of the revisions that the options ask for."""
    names = [each.identifier for each in revisions]
    if options.only:
        return {options.only}
    if options.since:
        return set(names[names.index(options.since) + 1 :])
    return set(names)


def parted(prices: Sequence[Price], parts: int) -> list[tuple[str, ...]]:
    """So many shares, of which the dearest is as cheap as can be; the last ones may be empty.

    Where one revision is dearer than any even share, those that are to spare halve the others.
    """
    shares = _fewest(prices, parts)
    while len(shares) < parts and any(len(share) > 1 for share in shares):
        dearest = max((share for share in shares if len(share) > 1), key=_price)
        cuts = ((dearest[:place], dearest[place:]) for place in range(1, len(dearest)))
        place = shares.index(dearest)
        shares[place : place + 1] = min(cuts, key=lambda halves: max(map(_price, halves)))
    shares += [[]] * (parts - len(shares))
    return [tuple(each.revision for each in share) for share in shares]


def _fewest(prices: Sequence[Price], parts: int) -> list[list[Price]]:
    """As few shares as need be for the dearest of so many to be as cheap as it can be."""
    least = max((each.climb + each.visit for each in prices), default=0)
    most = least + sum(each.visit for each in prices)
    while least < most:
        limit = (least + most) // 2
        if len(_within(limit, prices)) <= parts:
            most = limit
        else:
            least = limit + 1
    return _within(most, prices)


def _prices(
    chain: Sequence[Revision], wanted: Collection[str], costs: Mapping[str, Cost]
) -> Iterator[Price]:
    climbed = 0
    for name in (each.identifier for each in chain):
        climbed += costs[name].climb
        if name in wanted:
            yield Price(name, climbed, costs[name].visit)


def _within(limit: int, prices: Sequence[Price]) -> list[list[Price]]:
    """The fewest shares of which none costs more than that, where no single one does."""
    shares = list[list[Price]]()
    spent = 0
    for each in prices:
        spent += each.visit
        if not shares or each.climb + spent > limit:
            shares.append([])
            spent = each.visit
        shares[-1].append(each)
    return shares


def _price(share: Sequence[Price]) -> int:
    """What it costs to visit them all, and to climb to the last."""
    return share[-1].climb + sum(each.visit for each in share)
