"""Whether a database failed because the machine has no room for it, which is nobody's migration."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from handrail.errors import HandrailError, NoDatabaseError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_STATES = {"53100", "58030"}
"""PostgreSQL's disk_full and io_error."""
_NUMBERS = {1021, 1026, 1114}
"""MariaDB's for a disk that is full, a file that cannot be written and a table that cannot grow."""
_NAMES = ("SQLITE_FULL", "SQLITE_IOERR")


@contextmanager
def in_room() -> Iterator[None]:
    """What fails meanwhile for want of room raises NoDatabaseError, all else what it raises."""
    try:
        yield
    except HandrailError:
        raise  # it has its words already
    except Exception as error:
        demand_room(error)
        raise


def demand_room(error: BaseException | None) -> None:
    """Raises NoDatabaseError where the error, or what it came of, says that the disk is full."""
    cause = error
    while cause:
        if _is_full(cause):
            raise no_room(str(cause)) from error
        cause = cause.__cause__


def no_room(words: str) -> NoDatabaseError:
    """The error that says so, with the words of whoever found out."""
    return NoDatabaseError(
        f"no room is left on the disk: {' '.join(words.split())}",
        then="let HANDRAIL_SCRATCH name another folder",
    )


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    if getattr(error, "sqlite_errorname", "").startswith(_NAMES):
        return True
    if error.args and error.args[0] in _NUMBERS:
        return True
    return getattr(error, "sqlstate", None) in _STATES
