"""What steps and keywords work at: a composition of areas, each in a module of its own.

An area is a ``cached_property``, so a scenario builds only what it uses. It is built through
``held``, which sees to it that it is closed, and asked at the end for what nobody looked at where
it has an ``unlooked()``.
"""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import Protocol, Self, TypeVar, runtime_checkable

from handrail.acceptance.amounts_bench import AmountsBench
from handrail.acceptance.asking_bench import AskingBench
from handrail.acceptance.chain_bench import ChainBench
from handrail.acceptance.contents_bench import ContentsBench
from handrail.acceptance.objects_bench import ObjectsBench
from handrail.acceptance.outcome_bench import OutcomeBench
from handrail.acceptance.providers import SHARED
from handrail.acceptance.resuming_bench import ResumingBench
from handrail.databases import Capabilities


class _Area(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class _Watchful(Protocol):
    def unlooked(self) -> str | None: ...


_A = TypeVar("_A", bound=_Area)


class Workbench:
    """Made fresh for each scenario, closed after it; ``database`` names what it runs on.

    Raises TargetError, once a database is asked for, where no provider has that name.
    """

    def __init__(self, database: str = "sqlite") -> None:
        self.database = database
        self._areas: list[_Area] = []

    @property
    def capabilities(self) -> Capabilities:
        """What the databases of this run can do."""
        return SHARED.get(self.database).capabilities

    @cached_property
    def amounts(self) -> AmountsBench:
        """Steps over fewer and over more rows."""
        return self.held(AmountsBench(self.chain))

    @cached_property
    def asking(self) -> AskingBench:
        """Walks of one revision."""
        return self.held(AskingBench(self.database))

    @cached_property
    def chain(self) -> ChainBench:
        """A database somewhere on a chain."""
        return self.held(ChainBench(SHARED.get(self.database)))

    @cached_property
    def contents(self) -> ContentsBench:
        """The rows of the database on a chain."""
        return self.held(ContentsBench(self.chain))

    @cached_property
    def objects(self) -> ObjectsBench:
        """The tables of the database on a chain, as objects."""
        return self.held(ObjectsBench(self.chain))

    @cached_property
    def outcome(self) -> OutcomeBench:
        """How the last migration on a chain ended."""
        return self.held(OutcomeBench(self.chain))

    @cached_property
    def resuming(self) -> ResumingBench:
        """Steps that break off and are run again."""
        return self.held(ResumingBench(self.chain))

    def unlooked(self) -> list[str]:
        """The bad outcomes that no check has looked at, one message each."""
        watched = [area.unlooked() for area in self._areas if isinstance(area, _Watchful)]
        return [message for message in watched if message]

    def close(self) -> None:
        """Close the areas that were built, the youngest first; closing twice is no error."""
        while self._areas:
            self._areas.pop().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def held(self, area: _A) -> _A:
        """The area, closed with this workbench and asked for what nobody looked at."""
        self._areas.append(area)
        return area
