"""Which account of the machine a server runs as."""

from __future__ import annotations

import os
import pwd
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Account:
    """What ``subprocess`` takes as user, group and extra groups; None stands for one's own."""

    user: int | None = None
    group: int | None = None
    extra_groups: tuple[int, ...] | None = None

    def own(self, path: Path) -> None:
        """The file or folder belongs to the account; what is inside a folder is left alone."""
        if self.user is not None and self.group is not None:
            os.chown(path, self.user, self.group, follow_symlinks=False)


def server_account() -> Account:
    """One's own, or ``nobody`` for root, since PostgreSQL refuses to run as root.

    No account is created. Where the machine knows no ``nobody``, it is the account with the
    highest number.
    """
    if os.geteuid() != 0:
        return Account()
    entry = max(pwd.getpwall(), key=lambda one: (one.pw_name == "nobody", one.pw_uid))
    return Account(entry.pw_uid, entry.pw_gid, ())
