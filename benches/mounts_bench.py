"""Commands that see a file system of their own in the place of a folder."""

from __future__ import annotations

import shlex

from benches.processes_bench import ProcessesBench


class MountsBench:
    """What is mounted is there for the command alone, and gone with it. Needs root."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._processes = processes

    def run_read_only(self, command: str, folder: str) -> None:
        """The command ran while nobody could have written into the folder, not even root."""
        self._run(f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}", command)

    def run_small(self, command: str, folder: str, megabytes: int) -> None:
        """The command ran while the folder was a disk of that size."""
        # A server of another account has to pass.
        self._run(f"mount -t tmpfs -o size={megabytes}m,mode=711 none {folder}", command)

    def _run(self, mount: str, command: str) -> None:
        self._processes.run(f"unshare --mount sh -c {shlex.quote(f'{mount} && exec {command}')}")
