"""Whether a change to a repository closes issues."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from benches.parity.repository_bench import RepositoryBench
from benches.processes_bench import ProcessesBench
from handrail.acceptance.closing_check import Answer, close
from handrail.expected_failures import closing_numbers

_PATHS = ("features", "tests")


class ClosingBench:
    """Asks in this process; what the folders features and tests hold is judged."""

    def __init__(self, repository: RepositoryBench, processes: ProcessesBench) -> None:
        self._repository = repository
        self._processes = processes
        self._answer = Answer()
        self._looked = True
        self._read: list[int] = []
        self._noted: dict[Path, bytes] = {}

    def install_sources(self) -> None:
        """Commands find the modules below src as if they were installed from there."""
        self._processes.environment["PYTHONPATH"] = str(self._repository.folder / "src")

    def ask(self, numbers: str, base: str | None) -> None:
        """The change since ``base`` was asked whether it closes these."""
        asked = [int(number) for number in numbers.split(", ")]
        self._looked = False
        with chdir(self._repository.folder):
            self._answer = close(asked, _PATHS, base)

    def note(self) -> None:
        """What every file of the repository holds, git's own too, is noted."""
        self._noted = self._state()

    def should_be_as_noted(self) -> None:
        """Every file holds what was noted, and there is no other."""
        changed = set(self._noted.items()) ^ set(self._state().items())
        assert not changed, f"not as before: {sorted({str(file) for file, _ in changed})}"

    def should_have_no_process_below(self, folder: str) -> None:
        """No process has a current folder there."""
        below = self._processes.path(folder).resolve()
        works = {_current_folder(process) for process in Path("/proc").glob("[0-9]*/cwd")}
        there = sorted(place for place in works if place.startswith(f"{below}/"))
        assert not there, f"processes work in {there}"

    def read(self, words: str) -> None:
        """The words of a pull request were read; a bar begins a new line."""
        self._read = closing_numbers(words.replace("|", "\n"))

    def should_be_held(self) -> None:
        """Something stands against it."""
        self._looked = True
        assert self._answer.faults, f"nothing stands against it: {self._lines()}"

    def should_pass(self) -> None:
        """Nothing stands against it."""
        self._looked = True
        assert not self._answer.faults, f"held: {self._lines()}"

    def should_say(self, text: str) -> None:
        """These are all lines of the answer."""
        there = self._lines()
        assert there == text.splitlines(), "\n".join(["the answer is", *there])

    def should_have_read(self, numbers: str) -> None:
        """These issues are closed by the words, or none."""
        there = ", ".join(map(str, self._read)) or "none"
        assert there == numbers, f"closed are: {there}"

    def unlooked(self) -> str | None:
        """An answer that holds a change, at which nobody looked."""
        held = self._answer.faults and not self._looked
        return f"nobody looked at the gate: {self._lines()}" if held else None

    def close(self) -> None:
        """Nothing is held."""

    def _state(self) -> dict[Path, bytes]:
        files = self._repository.folder.rglob("*")
        return {file: file.read_bytes() for file in files if file.is_file()}

    def _lines(self) -> list[str]:
        warnings = [f"warning: {line}" for line in self._answer.warnings]
        return [*map(str, self._answer.faults), *warnings, *map(str, self._answer.told)]


def _current_folder(link: Path) -> str:
    """Nothing for a process of others, or one that is gone."""
    try:
        return str(link.readlink())
    except OSError:
        return ""
