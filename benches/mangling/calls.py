"""One call in a process of its own that is forked from this one, so that it need not start up."""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

# What commands import when they run is there already, once for all.
import handrail.acceptance.closing_check
import handrail.acceptance.tagged_suites
import handrail.audit.squawk
import handrail.chains.loading
import handrail.parity
import handrail.reports.text
import handrail.walk  # noqa: F401
from handrail.cli import main

LONGEST = 20
"""Seconds after which a call is taken to hang."""
_MEMORY = 2 << 30
_CODES = {0, 1, 2, 3}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended: the exit code, or a signal below zero, and all that it printed."""

    code: int
    words: str

    @property
    def wrong(self) -> str | None:
        """What no call may do, whatever it is given; None where all is well."""
        if self.code == -signal.SIGALRM:
            return f"it hangs for {LONGEST} seconds"
        if "Traceback (most recent call last)" in self.words:
            return "it shows a traceback"
        if self.code not in _CODES:
            return f"it ends with {self.code}"
        if self.code == 2 and len(self.words.strip().splitlines()) > _MOST_LINES:
            return "it says more than a line"
        return None


_MOST_LINES = 12
"""Of an error: one that quotes a message of a library may have some more."""


def call(words: Sequence[str], folder: Path) -> Ended:
    """``handrail`` with these words, in that folder."""
    with tempfile.TemporaryFile() as said:
        number = os.fork()
        if not number:
            _run(words, folder, said.fileno())
        _, status = os.waitpid(number, 0)
        said.seek(0)
        return Ended(os.waitstatus_to_exitcode(status), said.read().decode(errors="replace"))


def _run(words: Sequence[str], folder: Path, said: int) -> NoReturn:
    """Never returns: whatever becomes of it, the process is gone."""
    code = 99
    try:
        os.chdir(folder)
        os.dup2(said, 1)
        os.dup2(said, 2)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        sys.argv = ["handrail", *words]
        signal.alarm(LONGEST)
        main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001 - as Python itself shows what nobody has caught
        traceback.print_exc()
        code = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
