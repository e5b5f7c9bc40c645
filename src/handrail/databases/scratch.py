"""Private folders that do not outlive the process that made them.

Beside each folder wait two *keepers*, shells of a few lines in sessions of their own. The first one
starts the server, if there is one, and reads from a pipe. When the pipe closes, whatever closed it
(the end of the run, an exception, SIGINT, SIGTERM, SIGKILL), it stops the server and ends, which
closes a second pipe, whereupon the other keeper removes the folder. There are two since a server
must not run as root, and none but root may remove what root has made.

So no signal handler is installed, which would be a stranger in the process of whoever uses Handrail
as a library, and SIGKILL is covered as well. Where the keepers were killed too, the next run
removes what is left (``leftovers``).
"""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from weakref import WeakSet

from handrail.databases.account import Account
from handrail.databases.leftovers import PREFIX, lock, remove, sweep
from handrail.databases.places import place

BEGUN = "begun"
"""The file by which a command says that it may be stopped."""
# initdb is not disturbed: what it starts would leave shared memory behind. Then SIGQUIT comes again
# and again, since a server that has just begun may not heed it. After ten seconds SIGKILL comes.
_ENDS_SERVER = """
trap : HUP INT TERM
trap '' QUIT
folder=$1; shift
{ "$@"; echo "$?" >"$folder/ended"; } </dev/null >"$folder/log" 2>&1 &
server=$!
read -r _
turn=0
while kill -0 "$$"; do
  turn=$((turn + 1))
  if [ -e "$folder/begun" ]; then kill -QUIT 0; fi
  if [ "$turn" -gt 200 ]; then kill -KILL 0; fi
  sleep 0.05
done >/dev/null &
wait "$server"
kill "$!"
"""
_BECOMES_COMMAND = """
trap : HUP INT QUIT TERM
shift
read -r _
exec "$@" </dev/null
"""
_REMOVES_FOLDER = """
trap : HUP INT QUIT TERM
read -r _
rm -rf -- "$1"
"""


def printed(folder: Path) -> list[str]:
    """The lines that the command of a scratch folder has printed so far, empty ones left out.

    There are none where its account cannot even enter the folder.
    """
    log = "".join(file.read_text(errors="replace") for file in folder.glob("log"))
    return [line for line in log.splitlines() if line.strip()]


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
        held = lock(unnamed)
        self._account = account
        self._descriptors = [held]
        self.path = unnamed.rename(unnamed.with_name(unnamed.name.removeprefix(".")))
        self.run = self.path.name.removeprefix(PREFIX)
        """Eight letters, digits and underscores that no other living run has."""
        self._end = ExitStack()
        self._end.callback(os.close, held)
        self._end.callback(remove, self.path)
        atexit.register(self.remove)
        _HELD.add(self)
        account.own(self.path)

    def keep(
        self,
        command: Sequence[str] = ("true",),
        environment: dict[str, str] | None = None,
        *,
        afterwards: bool = False,
    ) -> None:
        """From now on keepers watch; the first one starts ``command``, and stops it by SIGQUIT.

        What the command prints goes to the file ``log``; its exit code, once it has ended, to the
        file ``ended``. Until it has made the file ``begun`` it is not disturbed. With
        ``afterwards`` the command is what runs when the run has ended, and is waited for. Raises
        OSError where this process may not start anything as the account.
        """
        begins = _BECOMES_COMMAND if afterwards else _ENDS_SERVER
        end, pipe = os.pipe()
        gone, tells = os.pipe()
        self._descriptors.append(pipe)
        with os.fdopen(end), os.fdopen(gone), os.fdopen(tells, "wb"):
            for script, arguments, account, reads, writes in (
                (_REMOVES_FOLDER, (), Account(), gone, subprocess.DEVNULL),
                (begins, command, self._account, end, tells),
            ):
                keeper = subprocess.Popen(
                    ["/bin/sh", "-c", script, "handrail-keeper", str(self.path), *arguments],
                    cwd="/",
                    env=environment,
                    stdin=reads,
                    stdout=writes,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                    user=account.user,
                    group=account.group,
                    extra_groups=account.extra_groups,
                )
                self._end.callback(keeper.wait)
        self._end.callback(os.close, pipe)

    def remove(self) -> None:
        """Nothing of it is left, and what ran in it has ended; twice is no error."""
        atexit.unregister(self.remove)
        _HELD.discard(self)
        self._end.close()

    def disown(self) -> None:
        """Leave the folder, its keepers and its lock to the process that made them."""
        self._end.pop_all()
        for descriptor in self._descriptors:
            os.close(descriptor)


_HELD: WeakSet[ScratchFolder] = WeakSet()


def _disown_all() -> None:
    """In a child that was forked off: the folders are its parent's."""
    for folder in list(_HELD):
        folder.disown()


os.register_at_fork(after_in_child=_disown_all)
