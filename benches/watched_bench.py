"""A folder that nobody may write into, and whether somebody has."""

from __future__ import annotations

from pathlib import Path

from benches.processes_bench import ProcessesBench

Sight = dict[str, tuple[int, bytes | None]]
"""Each file and folder by its name, with when it was last changed and the file's bytes."""


class WatchedBench:
    """Takes the right to write away, which root has all the same, and looks at every time."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes
        self._folder: Path | None = None
        self._seen: Sight = {}

    def forbid(self, name: str) -> None:
        """From now on the folder of that name, and all that is in it, is only to be read."""
        self._folder = self._processes.path(name)
        for path in _all(self._folder):
            path.chmod(path.stat().st_mode & ~0o222)
        self._seen = _sight(self._folder)

    def should_be_as_before(self) -> None:
        """Nothing was made in it, changed, removed, or made and removed again."""
        assert self._folder is not None
        now = _sight(self._folder)
        changed = sorted(
            name for name in now.keys() | self._seen.keys() if now.get(name) != self._seen.get(name)
        )
        assert not changed, f"somebody has written {changed}"

    def close(self) -> None:
        """The folder can be removed."""
        if self._folder is not None:
            for path in _all(self._folder):
                path.chmod(path.stat().st_mode | 0o200)


def _all(folder: Path) -> list[Path]:
    return [folder, *folder.rglob("*")]


def _sight(folder: Path) -> Sight:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
        for path in _all(folder)
    }
