"""What steps and keywords work at: a composition of areas, each in a module of its own.

An area is a ``cached_property``, so a scenario builds only what it uses. It is built through
``_held``, which sees to it that it is closed, and asked at the end for what nobody looked at where
it has an ``unlooked()``.
"""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import Protocol, Self, TypeVar, runtime_checkable

from handrail.acceptance.again_bench import AgainBench
from handrail.acceptance.agents.clicks_bench import ClicksBench
from handrail.acceptance.agents.history_bench import HistoryBench
from handrail.acceptance.agents.ledger_bench import LedgerBench
from handrail.acceptance.agents.places_bench import PlacesBench
from handrail.acceptance.agents.runner_bench import RunnerBench
from handrail.acceptance.agents.scans_bench import ScansBench
from handrail.acceptance.agents.server_bench import ServerBench
from handrail.acceptance.agents.start_up_bench import StartUpBench
from handrail.acceptance.audit_bench import AuditBench
from handrail.acceptance.calls_bench import CallsBench
from handrail.acceptance.chain_bench import ChainBench
from handrail.acceptance.contents_bench import ContentsBench
from handrail.acceptance.databases_bench import DatabasesBench
from handrail.acceptance.growth_bench import GrowthBench
from handrail.acceptance.kills_bench import KillsBench
from handrail.acceptance.kinds_bench import KindsBench
from handrail.acceptance.objects_bench import ObjectsBench
from handrail.acceptance.outcome_bench import OutcomeBench
from handrail.acceptance.parity.drift_bench import DriftBench
from handrail.acceptance.parity.guard_bench import GuardBench
from handrail.acceptance.parity.repository_bench import RepositoryBench
from handrail.acceptance.parity.schemas_bench import SchemasBench
from handrail.acceptance.parity.workers_bench import WorkersBench
from handrail.acceptance.planted_bench import PlantedBench
from handrail.acceptance.processes_bench import ProcessesBench
from handrail.acceptance.providers import SHARED
from handrail.acceptance.remedies_bench import RemediesBench
from handrail.acceptance.rows_bench import RowsBench
from handrail.acceptance.runs_bench import RunsBench
from handrail.acceptance.snapshots_bench import SnapshotsBench
from handrail.acceptance.soundness_bench import SoundnessBench
from handrail.acceptance.sql_folders_bench import SqlFoldersBench
from handrail.acceptance.steps_bench import StepsBench
from handrail.acceptance.walk_bench import WalkBench
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
    def chain(self) -> ChainBench:
        """A database somewhere on a bundled chain."""
        return self._held(ChainBench(SHARED.get(self.database)))

    @cached_property
    def contents(self) -> ContentsBench:
        """The rows of the database on a bundled chain."""
        return self._held(ContentsBench(self.chain))

    @cached_property
    def kinds(self) -> KindsBench:
        """A chain of either kind, taken to revisions."""
        return self._held(KindsBench(SHARED.get(self.database)))

    @cached_property
    def objects(self) -> ObjectsBench:
        """The tables of the database on a bundled chain, as objects."""
        return self._held(ObjectsBench(self.chain))

    @cached_property
    def outcome(self) -> OutcomeBench:
        """How the last migration on a bundled chain ended."""
        return self._held(OutcomeBench(self.chain))

    @cached_property
    def growth(self) -> GrowthBench:
        """Databases on a bundled chain with more and more rows."""
        return self._held(GrowthBench(SHARED.get(self.database)))

    @cached_property
    def again(self) -> AgainBench:
        """Walks that are called again."""
        return self._held(AgainBench(self.processes))

    @cached_property
    def audit(self) -> AuditBench:
        """Sources of migrations that are read, not run."""
        return self._held(AuditBench())

    @cached_property
    def calls(self) -> CallsBench:
        """The command handrail as a user calls it."""
        return self._held(CallsBench(self.processes, self.runs))

    @cached_property
    def clicks(self) -> ClicksBench:
        """Clicks on the scan buttons of the agents' console, as requests."""
        return self._held(ClicksBench(self.server))

    @cached_property
    def databases(self) -> DatabasesBench:
        """Scratch databases."""
        return self._held(DatabasesBench(SHARED.get(self.database)))

    @cached_property
    def drift(self) -> DriftBench:
        """Two tracks migrated for real, and compared."""
        return self._held(DriftBench())

    @cached_property
    def guard(self) -> GuardBench:
        """The parity guard over a repository."""
        return self._held(GuardBench(self.repository, self.processes))

    @cached_property
    def history(self) -> HistoryBench:
        """Errors that a page reports to the agents' server."""
        return self._held(HistoryBench(self.server))

    @cached_property
    def kills(self) -> KillsBench:
        """Alembic as a real process over the database full of plans."""
        return self._held(KillsBench(self.planted, self.processes))

    @cached_property
    def ledger(self) -> LedgerBench:
        """The ledger of the agents' migrations, held against what is there."""
        return self._held(LedgerBench(self.runner))

    @cached_property
    def places(self) -> PlacesBench:
        """A failure at every place of the agents' migrations."""
        return self._held(PlacesBench(SHARED.get(self.database)))

    @cached_property
    def planted(self) -> PlantedBench:
        """A database full of plans on the repaired chain."""
        return self._held(PlantedBench(SHARED.get(self.database)))

    @cached_property
    def processes(self) -> ProcessesBench:
        """Commands run as real child processes."""
        return self._held(ProcessesBench())

    @cached_property
    def remedies(self) -> RemediesBench:
        """Operations that Alembic lacks, on a database of their own."""
        return self._held(RemediesBench(self.databases))

    @cached_property
    def repository(self) -> RepositoryBench:
        """A git repository made for the scenario."""
        return self._held(RepositoryBench(self.processes))

    @cached_property
    def rows(self) -> RowsBench:
        """Rows aimed at the far side of a step."""
        return self._held(RowsBench(self.databases))

    @cached_property
    def runner(self) -> RunnerBench:
        """The runner of the agents' migrations."""
        return self._held(RunnerBench(SHARED.get(self.database)))

    @cached_property
    def runs(self) -> RunsBench:
        """Other runs of Handrail on the same kind of database, and what they leave behind."""
        return self._held(RunsBench(self.database))

    @cached_property
    def scans(self) -> ScansBench:
        """Scans that agents were told to do, and their results."""
        return self._held(ScansBench(self.server))

    @cached_property
    def schemas(self) -> SchemasBench:
        """Schemas on two kinds of database."""
        return self._held(SchemasBench())

    @cached_property
    def server(self) -> ServerBench:
        """The agents' server, as a process that answers."""
        return self._held(ServerBench())

    @cached_property
    def snapshots(self) -> SnapshotsBench:
        """What stands in a database, and what differs."""
        return self._held(SnapshotsBench(self.databases))

    @cached_property
    def soundness(self) -> SoundnessBench:
        """Whether the database full of plans is in order."""
        return self._held(SoundnessBench(self.planted))

    @cached_property
    def start_up(self) -> StartUpBench:
        """The start of the agents' server over migrations that fail."""
        return self._held(StartUpBench(self.runner))

    @cached_property
    def sql_folders(self) -> SqlFoldersBench:
        """Folders of SQL files that are read, not run."""
        return self._held(SqlFoldersBench())

    @cached_property
    def steps(self) -> StepsBench:
        """Steps over the database full of plans, and how they ended."""
        return self._held(StepsBench(self.planted))

    @cached_property
    def walk(self) -> WalkBench:
        """Walks of chains, and what they find."""
        return self._held(WalkBench(SHARED.get(self.database)))

    @cached_property
    def workers(self) -> WorkersBench:
        """Two workers that migrate one database at once."""
        return self._held(WorkersBench())

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

    def _held(self, area: _A) -> _A:
        self._areas.append(area)
        return area
