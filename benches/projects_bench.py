"""Projects with migrations as their own tools make them, and what handrail init puts beside."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import chdir, redirect_stdout
from pathlib import Path

from alembic import command
from alembic.config import Config

from benches.processes_bench import ProcessesBench


class ProjectsBench:
    """A project in the scratch folder of the processes."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._before: Mapping[str, bytes] = {}

    def begin(self, template: str, folder: str = ".") -> None:
        """``alembic init --template TEMPLATE migrations`` was called in that folder."""
        place = self._processes.path(folder)
        place.mkdir(exist_ok=True)
        with chdir(place), redirect_stdout(io.StringIO()):
            config = Config("alembic.ini", toml_file="pyproject.toml")
            command.init(config, "migrations", template=template)

    def begin_all(self, projects: Iterable[Mapping[str, str]]) -> None:
        """The same for each, with revisions like those of a folder of fixtures."""
        for each in projects:
            self.begin(each["template"], each["folder"])
            self._processes.copy(each["revisions"], f"{each['folder']}/migrations/versions")

    def have_run(self, command: str) -> None:
        """The command was run there, which must succeed; what it left is remembered."""
        self._processes.run(command)
        self._processes.should_exit_with(0)
        self.remember()

    def remember(self) -> None:
        """What stands there now is what has to stand there later."""
        self._before = self._files()

    def should_be_unchanged(self) -> None:
        """Every file holds what it held, and there is no other."""
        there = self._files()
        names = sorted(there.keys() | self._before.keys())
        changed = [each for each in names if there.get(each) != self._before.get(each)]
        assert not changed, f"files have changed: {changed}"

    def should_work(self, calls: Sequence[Mapping[str, str]]) -> None:
        """Each command, one after the other, ends with this code and prints these words."""
        for call in calls:
            self._processes.run(call["command"])
            self._processes.should_exit_with(int(call["code"]))
            self._processes.should_print(call["words"])

    def close(self) -> None:
        """The folder goes with the processes."""

    def _files(self) -> Mapping[str, bytes]:
        folder = self._processes.folder
        found = (path for path in folder.rglob("*") if "__pycache__" not in path.parts)
        return {str(Path(each).relative_to(folder)): _content(each) for each in found}


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
