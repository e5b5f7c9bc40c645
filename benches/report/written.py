"""Reports as the command writes them, each once for a process."""

from __future__ import annotations

from pathlib import Path

from benches.processes_bench import ProcessesBench

_CALLS = {
    "plans as reported": "walk fixtures/plans/reported/alembic.ini --database sqlite",
    "plans on both databases": "walk fixtures/plans/reported/alembic.ini",
    "plans as repaired": "walk fixtures/plans/repaired/alembic.ini --database sqlite --only a5_005",
    "markup": "walk fixtures/chains/markup/alembic.ini",
    "accepted": "walk fixtures/chains/copy_without_a_column/alembic.ini --database sqlite"
    " --write-accept",
    "nothing": "walk fixtures/chains/many_tables/alembic.ini --database sqlite --data none",
    "audit": "audit fixtures/agents/reported/migrations",
}
"""What is called, by what it is about."""
_PATIENCE = 600.0
"""Seconds that a call may take on a machine that has much to do."""


class WrittenReports:
    """Files that ``handrail ... --format html=FILE`` has written, in a folder of their own."""

    def __init__(self) -> None:
        self._processes: ProcessesBench | None = None
        self._files: dict[str, Path] = {}

    def get(self, about: str) -> Path:
        """The report about that; AssertionError where the command wrote none."""
        if about not in self._files:
            self._files[about] = self._write(about)
        return self._files[about]

    def close(self) -> None:
        """The folder is gone; closing twice is no error."""
        if self._processes:
            self._processes.close()
        self._processes, self._files = None, {}

    def _write(self, about: str) -> Path:
        processes = self._begun()
        file = processes.path(f"{about.replace(' ', '_')}.html")
        processes.run(f"handrail {_CALLS[about]} --format html={file}", _PATIENCE)
        assert file.is_file(), f"no report was written: {processes.stderr}"
        return file

    def _begun(self) -> ProcessesBench:
        if self._processes is None:
            self._processes = ProcessesBench()
            self._processes.copy("fixtures", "fixtures")
        return self._processes


WRITTEN = WrittenReports()
"""What the suites of one process read."""
