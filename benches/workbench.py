"""What the steps and keywords of this repository work at: the shipped workbench, and more areas."""

from __future__ import annotations

from functools import cached_property

from benches.again_bench import AgainBench
from benches.agents.clicks_bench import ClicksBench
from benches.agents.history_bench import HistoryBench
from benches.agents.ledger_bench import LedgerBench
from benches.agents.places_bench import PlacesBench
from benches.agents.runner_bench import RunnerBench
from benches.agents.scans_bench import ScansBench
from benches.agents.server_bench import ServerBench
from benches.agents.start_up_bench import StartUpBench
from benches.audit_bench import AuditBench
from benches.calls_bench import CallsBench
from benches.catalogue_bench import CatalogueBench
from benches.cells_bench import CellsBench
from benches.ci_bench import CiBench
from benches.closing_bench import ClosingBench
from benches.containers import ContainersBench
from benches.databases_bench import DatabasesBench
from benches.forest_bench import ForestBench
from benches.forms_bench import FormsBench
from benches.given_bench import GivenBench
from benches.growth_bench import GrowthBench
from benches.help_bench import HelpBench
from benches.kills_bench import KillsBench
from benches.kinds_bench import KindsBench
from benches.live_bench import LiveBench
from benches.lost_bench import LostBench
from benches.mangling_bench import MangledBench
from benches.mounts_bench import MountsBench
from benches.parity.drift_bench import DriftBench
from benches.parity.guard_bench import GuardBench
from benches.parity.repository_bench import RepositoryBench
from benches.parity.schemas_bench import SchemasBench
from benches.parity.workers_bench import WorkersBench
from benches.phrases_bench import PhrasesBench
from benches.planted_bench import PlantedBench
from benches.processes_bench import ProcessesBench
from benches.projects_bench import ProjectsBench
from benches.properties_bench import PropertiesBench
from benches.providers_bench import ProvidersBench
from benches.readme_bench import ReadmeBench
from benches.remedies_bench import RemediesBench
from benches.report.page_bench import PageBench
from benches.reports_bench import ReportsBench
from benches.rows_bench import RowsBench
from benches.runs_bench import RunsBench
from benches.shards_bench import ShardsBench
from benches.snapshots_bench import SnapshotsBench
from benches.soundness_bench import SoundnessBench
from benches.sql_folders_bench import SqlFoldersBench
from benches.steps_bench import StepsBench
from benches.timings_bench import TimingsBench
from benches.walk_bench import WalkBench
from benches.watched_bench import WatchedBench
from benches.writing_bench import WritingBench
from handrail.acceptance.providers import SHARED
from handrail.acceptance.workbench import Workbench as ShippedWorkbench


class Workbench(ShippedWorkbench):
    """Made fresh for each scenario, closed after it; ``database`` names what it runs on.

    Raises TargetError, once a database is asked for, where no provider has that name.
    """

    @cached_property
    def contents(self) -> ForestBench:
        """The rows of the database on a bundled chain."""
        return self.held(ForestBench(self.chain))

    @cached_property
    def kinds(self) -> KindsBench:
        """A chain of either kind, taken to revisions."""
        return self.held(KindsBench(SHARED.get(self.database)))

    @cached_property
    def growth(self) -> GrowthBench:
        """Databases on a bundled chain with more and more rows."""
        return self.held(GrowthBench(SHARED.get(self.database)))

    @cached_property
    def again(self) -> AgainBench:
        """Walks that are called again."""
        return self.held(AgainBench(self.processes))

    @cached_property
    def audit(self) -> AuditBench:
        """Sources of migrations that are read, not run."""
        return self.held(AuditBench())

    @cached_property
    def calls(self) -> CallsBench:
        """The command handrail as a user calls it."""
        return self.held(CallsBench(self.processes, self.runs))

    @cached_property
    def ci(self) -> CiBench:
        """The ready-made files for CI."""
        return self.held(CiBench(self.repository, self.processes))

    @cached_property
    def cells(self) -> CellsBench:
        """Values as cells of a feature."""
        return self.held(CellsBench())

    @cached_property
    def catalogue(self) -> CatalogueBench:
        """The rules of every command."""
        return self.held(CatalogueBench())

    @cached_property
    def clicks(self) -> ClicksBench:
        """Clicks on the scan buttons of the agents' console, as requests."""
        return self.held(ClicksBench(self.server))

    @cached_property
    def closing(self) -> ClosingBench:
        """Changes that are to close issues."""
        return self.held(ClosingBench(self.repository, self.processes))

    @cached_property
    def databases(self) -> DatabasesBench:
        """Scratch databases."""
        return self.held(DatabasesBench(SHARED.get(self.database)))

    @cached_property
    def lost(self) -> LostBench:
        """Walks that lose their server, or their process, in the middle of a step."""
        return self.held(LostBench(self.processes))

    @cached_property
    def providers(self) -> ProvidersBench:
        """What scratch databases go through."""
        return ProvidersBench(self.databases)

    @cached_property
    def mounts(self) -> MountsBench:
        """Commands that see a file system of their own."""
        return MountsBench(self.processes)

    @cached_property
    def drift(self) -> DriftBench:
        """Two tracks migrated for real, and compared."""
        return self.held(DriftBench())

    @cached_property
    def given(self) -> GivenBench:
        """A server that somebody has, and runs that are let loose on it."""
        return self.held(GivenBench(self.processes))

    @cached_property
    def guard(self) -> GuardBench:
        """The parity guard over a repository."""
        return self.held(GuardBench(self.repository))

    @cached_property
    def help(self) -> HelpBench:
        """What the command line says of itself."""
        return self.held(HelpBench(self.processes))

    @cached_property
    def history(self) -> HistoryBench:
        """Errors that a page reports to the agents' server."""
        return self.held(HistoryBench(self.server))

    @cached_property
    def kills(self) -> KillsBench:
        """Alembic as a real process over the database full of plans."""
        return self.held(KillsBench(self.planted, self.processes))

    @cached_property
    def ledger(self) -> LedgerBench:
        """The ledger of the agents' migrations, held against what is there."""
        return self.held(LedgerBench(self.runner))

    @cached_property
    def page(self) -> PageBench:
        """The report as a page."""
        return self.held(PageBench(self.processes, self.walk))

    @cached_property
    def containers(self) -> ContainersBench:
        """Images, and containers of others."""
        return self.held(ContainersBench())

    @cached_property
    def live(self) -> LiveBench:
        """Databases that are in use, and that nobody may touch."""
        return self.held(LiveBench(self.processes, self.walk))

    @cached_property
    def mangled(self) -> MangledBench:
        """Files that were mangled by chance."""
        return self.held(MangledBench())

    @cached_property
    def phrases(self) -> PhrasesBench:
        """What the list of phrases holds."""
        return self.held(PhrasesBench(self.processes))

    @cached_property
    def places(self) -> PlacesBench:
        """A failure at every place of the agents' migrations."""
        return self.held(PlacesBench(SHARED.get(self.database)))

    @cached_property
    def planted(self) -> PlantedBench:
        """A database full of plans on the repaired chain."""
        return self.held(PlantedBench(SHARED.get(self.database)))

    @cached_property
    def processes(self) -> ProcessesBench:
        """Commands run as real child processes."""
        return self.held(ProcessesBench())

    @cached_property
    def projects(self) -> ProjectsBench:
        """A project with migrations, and what handrail init puts beside them."""
        return self.held(ProjectsBench(self.processes))

    @cached_property
    def properties(self) -> PropertiesBench:
        """What holds for whatever can be made up."""
        return self.held(PropertiesBench())

    @cached_property
    def readme(self) -> ReadmeBench:
        """README of this repository."""
        return self.held(ReadmeBench())

    @cached_property
    def remedies(self) -> RemediesBench:
        """Operations that Alembic lacks, on a database of their own."""
        return self.held(RemediesBench(self.databases))

    @cached_property
    def repository(self) -> RepositoryBench:
        """A git repository made for the scenario."""
        return self.held(RepositoryBench(self.processes))

    @cached_property
    def rows(self) -> RowsBench:
        """Rows aimed at the far side of a step."""
        return self.held(RowsBench(self.databases))

    @cached_property
    def runner(self) -> RunnerBench:
        """The runner of the agents' migrations."""
        return self.held(RunnerBench(SHARED.get(self.database)))

    @cached_property
    def forms(self) -> FormsBench:
        """A made-up report, written in every form."""
        return self.held(FormsBench(self.processes))

    @cached_property
    def reports(self) -> ReportsBench:
        """Reports that the last command has written."""
        return self.held(ReportsBench(self.processes, self.calls))

    @cached_property
    def runs(self) -> RunsBench:
        """Other runs of Handrail on the same kind of database, and what they leave behind."""
        return self.held(RunsBench(self.database))

    @cached_property
    def scans(self) -> ScansBench:
        """Scans that agents were told to do, and their results."""
        return self.held(ScansBench(self.server))

    @cached_property
    def schemas(self) -> SchemasBench:
        """Schemas on two kinds of database."""
        return self.held(SchemasBench())

    @cached_property
    def server(self) -> ServerBench:
        """The agents' server, as a process that answers."""
        return self.held(ServerBench())

    @cached_property
    def shards(self) -> ShardsBench:
        """Walks that are divided, and their reports joined."""
        return self.held(ShardsBench(self.walk, self.processes))

    @cached_property
    def snapshots(self) -> SnapshotsBench:
        """What stands in a database, and what differs."""
        return self.held(SnapshotsBench(self.databases))

    @cached_property
    def soundness(self) -> SoundnessBench:
        """Whether the database full of plans is in order."""
        return self.held(SoundnessBench(self.planted))

    @cached_property
    def start_up(self) -> StartUpBench:
        """The start of the agents' server over migrations that fail."""
        return self.held(StartUpBench(self.runner))

    @cached_property
    def sql_folders(self) -> SqlFoldersBench:
        """Folders of SQL files that are read, not run."""
        return self.held(SqlFoldersBench())

    @cached_property
    def steps(self) -> StepsBench:
        """Steps over the database full of plans, and how they ended."""
        return self.held(StepsBench(self.planted))

    @cached_property
    def timings(self) -> TimingsBench:
        """Where the time of a run went."""
        return self.held(TimingsBench(self.processes))

    @cached_property
    def walk(self) -> WalkBench:
        """Walks of chains, and what they find."""
        return self.held(WalkBench(SHARED.get(self.database)))

    @cached_property
    def watched(self) -> WatchedBench:
        """A folder that nobody may write into."""
        return self.held(WatchedBench(self.processes))

    @cached_property
    def workers(self) -> WorkersBench:
        """Two workers that migrate one database at once."""
        return self.held(WorkersBench())

    @cached_property
    def writing(self) -> WritingBench:
        """Features that walks write in a project."""
        return self.held(WritingBench(self.processes))
