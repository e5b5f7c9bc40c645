"""Private folders that do not outlive the process that made them.

Beside each folder waits a *keeper*, a shell of a few lines in a session of its own, at the end of a
pipe. When the pipe closes, whatever closed it (the end of the run, an exception, SIGINT, SIGTERM,
SIGKILL), the keeper ends the server that it started and removes the folder. So no signal handler is
installed, which would be a stranger in the process of whoever uses Handrail as a library, and
SIGKILL is covered as well. Where the keeper was killed too, the next run removes what is left
(``leftovers``).
"""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from weakref import WeakSet

from handrail.databases.account import Account
from handrail.databases.leftovers import PREFIX, lock, remove, sweep
from handrail.databases.places import place

_KEEPER = """
folder=$1; shift
trap : HUP INT QUIT TERM
{ "$@"; echo "$?" >"$folder/ended"; } </dev/null >"$folder/log" 2>&1 &
read -r _
kill -QUIT 0
wait
rm -rf -- "$folder"
"""


class ScratchFolder:
    """A new folder that one account alone can enter, and that is gone when the run ends.

    It belongs to ``account``; with ``executable`` programs can run from it. What dead runs left is
    removed first. A child that was forked off neither keeps nor removes the folder. Raises
    NoDatabaseError where there is no place for it.
    """

    def __init__(self, account: Account, *, executable: bool = False) -> None:
        sweep()
        # The name that a sweep looks for is given when the lock is held, and not before.
        unnamed = Path(tempfile.mkdtemp(prefix=f".{PREFIX}", dir=place(executable=executable)))
        self._lock = lock(unnamed)
        self._account = account
        self._keeper: subprocess.Popen[bytes] | None = None
        self.path = unnamed.rename(unnamed.with_name(unnamed.name.removeprefix(".")))
        self.run = self.path.name.removeprefix(PREFIX)
        """Eight letters and digits that no other living run has."""
        account.own(self.path)
        atexit.register(self.remove)
        _HELD.add(self)

    def keep(self, command: Sequence[str] = (), environment: dict[str, str] | None = None) -> None:
        """From now on a keeper watches; it starts ``command``, if any, and stops it by SIGQUIT.

        What the command prints goes to the file ``log``; its exit code, once it has ended, to the
        file ``ended``.
        """
        self._keeper = subprocess.Popen(
            ["/bin/sh", "-c", _KEEPER, "handrail-keeper", str(self.path), *command],
            cwd="/",
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            user=self._account.user,
            group=self._account.group,
            extra_groups=self._account.extra_groups,
        )

    def remove(self) -> None:
        """Nothing of it is left, and what ran in it has ended; twice is no error."""
        if self._lock is None:
            return
        if self._keeper is not None:
            self._keeper.communicate(b"\n")
        remove(self.path)
        self.disown()

    def disown(self) -> None:
        """Let go of the folder without removing it."""
        atexit.unregister(self.remove)
        _HELD.discard(self)
        if self._keeper is not None and self._keeper.stdin is not None:
            self._keeper.stdin.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


_HELD: WeakSet[ScratchFolder] = WeakSet()


def _disown_all() -> None:
    """In a child that was forked off: the folders are its parent's."""
    for folder in list(_HELD):
        folder.disown()


os.register_at_fork(after_in_child=_disown_all)
