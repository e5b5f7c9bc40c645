"""Where the items come from: a node for each chain, one for each revision, one for each step."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import chdir
from os.path import relpath
from pathlib import Path
from typing import Any

import pytest

from handrail.cli.rules import is_known
from handrail.errors import HandrailError
from handrail.model import Direction, Revision
from handrail.pytest_plugin.configured import ConfiguredChain, configured_chains
from handrail.pytest_plugin.items import (
    DriftItem,
    HeadsItem,
    ModelsItem,
    StepItem,
    WalkItem,
    threshold,
)
from handrail.pytest_plugin.walks import Walks
from handrail.reports.acceptances import read_opinions


class Collecting:
    """Finds the chains of a run, and gives pytest a collector for each file that names some.

    They are collected where that is ``asked`` for on the command line, whatever else is, and
    otherwise with the folder that their file is in, or where no file or folder was named.
    """

    def __init__(self, config: pytest.Config, *, asked: bool) -> None:
        self._config = config
        self._asked = asked
        self._walks: dict[Path, list[Walks]] = {}
        config.add_cleanup(self.close)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """The files of the chains are among what is collected, where they should be."""
        root, here = self._config.rootpath, self._config.invocation_params.dir
        given = [_seen_from(root, here, each) for each in self._config.getoption("handrail_chain")]
        try:
            threshold(self._config)
            with chdir(root):
                chains = configured_chains(root, given)
                opinions = read_opinions(Path("pyproject.toml"), is_known)
        except HandrailError as error:
            raise pytest.UsageError(f"handrail: {error}") from error
        for chain in chains:
            self._walks.setdefault(chain.file, []).append(Walks(chain, root, opinions))
        named = self._config.args_source is pytest.Config.ArgsSource.ARGS
        for file in self._walks:
            if (self._asked or not named) and not _is_covered(file, self._config.args, here):
                self._config.args.append(str(file))

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> Any:
        """The chains of a file that names some."""
        if file_path in self._walks:
            return _File.from_parent(parent, path=file_path, walks=self._walks[file_path])
        return None

    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> Any:
        """A chain that is a folder of SQL files."""
        return self.pytest_collect_file(path, parent)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """A report that tells something beside the outcome says so; a skip is at the step."""
        report = yield
        if isinstance(item, WalkItem) and call.when == "call":
            if item.user_properties:
                report.handrail = {}  # type: ignore[attr-defined]
            if isinstance(report.longrepr, tuple):
                file, line, _ = item.location
                report.longrepr = (file, (line or 0) + 1, report.longrepr[2])
        return report

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """Visits are shared out among workers, not steps."""
        from handrail.pytest_plugin.sharing import scheduler

        return scheduler(config, log)

    def close(self) -> None:
        """Every walk has ended, and no server is left."""
        from handrail.acceptance.providers import SHARED

        for walks in (each for several in self._walks.values() for each in several):
            walks.close()
        SHARED.close()


def _seen_from(root: Path, here: Path, given: str) -> str:
    """A path that was given where pytest was started, as it is named at the root."""
    there = (here / given).exists() and here != root
    return relpath(here / given, root) if there else given


def _is_covered(file: Path, arguments: Iterable[str], here: Path) -> bool:
    """Whether one of the arguments is the file, something in it, or a folder above it."""
    named = [(here / each.partition("::")[0]).resolve() for each in arguments]
    return any(each == file.resolve() or each in file.resolve().parents for each in named)


class _Chain(pytest.Collector):
    """A chain that has a name."""

    def __init__(self, *, walks: Walks, **rest: Any) -> None:
        super().__init__(**rest)
        self._walks = walks

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """A node for each revision, and the items about the whole chain."""
        return _of_chain(self, self._walks)


class _File(pytest.File):
    """A file that names chains, or stands for one."""

    def __init__(self, *, walks: Sequence[Walks], **rest: Any) -> None:
        super().__init__(**rest)
        self._walks = walks

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """A node for each chain with a name, or what is in the one without."""
        for walks in self._walks:
            name = walks.configured.name
            if name:
                yield _Chain.from_parent(self, name=name, walks=walks)
            else:
                yield from _of_chain(self, walks)


class _Revision(pytest.Collector):
    """The steps of one revision."""

    def __init__(self, *, walks: Walks, revision: Revision, **rest: Any) -> None:
        super().__init__(**rest)
        self._walks = walks
        self._revision = revision

    def collect(self) -> Iterator[pytest.Item]:
        """Both steps on each database, those that are seen together next to each other."""
        for database in self._walks.configured.databases:
            for direction in Direction:
                name = f"{direction}[{database}]"
                yield StepItem.from_parent(
                    self,
                    name=name,
                    walks=self._walks,
                    revision=self._revision,
                    direction=direction,
                    database=database,
                )


def _of_chain(parent: pytest.Collector, walks: Walks) -> Iterator[pytest.Item | pytest.Collector]:
    """The revisions in their order, then what needs all of them."""
    chain = walks.configured
    try:
        revisions = walks.revisions
    except HandrailError as error:
        raise pytest.Collector.CollectError(str(error)) from error
    _check_expected(chain, revisions)
    for revision in revisions:
        name = revision.identifier
        yield _Revision.from_parent(parent, name=name, walks=walks, revision=revision)
    yield HeadsItem.from_parent(parent, name="multiple-heads", walks=walks)
    if chain.target.is_alembic:
        for database in chain.databases:
            name = f"model-drift[{database}]"
            yield ModelsItem.from_parent(parent, name=name, walks=walks, database=database)
    if len(chain.databases) > 1:
        yield DriftItem.from_parent(parent, name="database-drift", walks=walks)


def _check_expected(chain: ConfiguredChain, revisions: Sequence[Revision]) -> None:
    known = {each.identifier for each in revisions}
    unknown = sorted({each.revision for each in chain.expected} - known)
    if unknown:
        where = f"pyproject.toml [tool.handrail.chains.{chain.name}] expected"
        names = ", ".join(unknown)
        raise pytest.Collector.CollectError(f"{where}: the chain has no revision {names}")
