"""Whose a container is: labels that tell a later run whether its owner is dead."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

RUN = "handrail.run"
"""The label that all containers of Handrail bear."""
_OWNER = "handrail.owner."
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_STARTED = 19
"""The place of a process's start among the fields behind its name, as proc(5) counts them."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: numbers are given again, so that its start belongs to it."""

    host: str
    """The machine, and the numbering of processes in it: a container counts for itself."""
    boot: str
    process: str
    start: str

    @classmethod
    def of(cls, process: int) -> Owner:
        """The process of this machine with that number; its start is empty where it is dead."""
        host = f"{socket.gethostname()} {Path('/proc/self/ns/pid').readlink()}"
        return cls(host, _BOOT.read_text().strip(), str(process), _start(process))

    def labels(self, run: str) -> dict[str, str]:
        """What a container of the run is labelled with."""
        return {RUN: run} | {f"{_OWNER}{name}": value for name, value in asdict(self).items()}


def is_orphan(labels: Mapping[str, str]) -> bool:
    """Whether the owner that labels tell of was a process of this machine, and is dead.

    Of what another machine has left nobody here can know.
    """
    if any(f"{_OWNER}{name}" not in labels for name in Owner.__slots__):
        return False
    told = Owner(*(labels[f"{_OWNER}{name}"] for name in Owner.__slots__))
    here = Owner.of(os.getpid())
    if told.host != here.host or not told.process.isdigit():
        return False
    return told != Owner.of(int(told.process))


def _start(process: int) -> str:
    with suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return fields[_STARTED]
    return ""
