"""Where on the machine scratch folders may be: in memory, if there is enough of it."""

from __future__ import annotations

import os
from pathlib import Path

from handrail.errors import NoDatabaseError

_ENOUGH = 512 * 1024 * 1024
"""Bytes that must be free: a server with some thirty small databases takes half of it."""
_SHORT = 60
"""Bytes that a path may have: with what comes behind it a socket's path must stay below 108."""


def places() -> list[Path]:
    """Folders that exist and may hold scratch folders, the best one first.

    ``HANDRAIL_SCRATCH`` in the environment names the only one, for machines short of memory.
    """
    chosen = os.environ.get("HANDRAIL_SCRATCH")
    usual = ["/dev/shm", os.environ.get("TMPDIR", "/tmp"), "/tmp"]
    return [
        Path(name).absolute() for name in ([chosen] if chosen else usual) if Path(name).is_dir()
    ]


def place(*, executable: bool) -> Path:
    """The first place that suits; ``executable`` where programs will have to run from it.

    Raises NoDatabaseError where none does.
    """
    for candidate in places():
        if _suits(candidate, executable=executable):
            return candidate
    raise NoDatabaseError(
        "no folder for scratch databases: it must exist, be writable, have 512 MiB free"
        f" and a path of at most {_SHORT} bytes",
        where=os.environ.get("HANDRAIL_SCRATCH", "/tmp"),
        then="let HANDRAIL_SCRATCH name another folder",
    )


def _suits(folder: Path, *, executable: bool) -> bool:
    system = os.statvfs(folder)
    return (
        len(bytes(folder)) <= _SHORT
        and os.access(folder, os.W_OK | os.X_OK)
        and system.f_bavail * system.f_frsize >= _ENOUGH
        and not (executable and system.f_flag & os.ST_NOEXEC)
    )
