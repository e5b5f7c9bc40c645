"""Files that were mangled by chance, and the calls that read them."""

from __future__ import annotations

import subprocess
import sys


class MangledBench:
    """Runs ``python -m benches.mangling`` once; the same cases each time."""

    def __init__(self) -> None:
        self._ended: subprocess.CompletedProcess[str] | None = None

    def read(self, cases: int) -> None:
        """So many files were mangled, and each was read by a call of its own."""
        command = [sys.executable, "-m", "benches.mangling", "--cases", str(cases)]
        self._ended = subprocess.run(command, capture_output=True, text=True, check=False)

    def none_should_be_wrong(self) -> None:
        """Each call ended in time with a verdict, or with exit code 2 and what is wrong."""
        assert self._ended, "nothing was mangled"
        assert not self._ended.returncode, self._ended.stderr or self._ended.stdout

    def close(self) -> None:
        """Nothing is held."""
