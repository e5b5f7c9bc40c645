"""MariaDB and MySQL databases on a server that the user has.

The database that a URL names is not even opened. One session of a run makes and drops databases,
and holds a lock of the server's by which others see that the run lives. Whose the databases are
stands in the first of them, ``handrail_<run>_0``, since MySQL has no comments on databases. What is
done in the others is done by an account that sees no more than they. Its password is nowhere but in
an option file in the run's private folder: URLs of scratch databases name the file.
"""

from __future__ import annotations

import atexit
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

from sqlalchemy import URL

from handrail.databases.account import Account as SystemAccount
from handrail.databases.lost import had_again
from handrail.databases.marks import Found, Mark, State, session_name, state_of
from handrail.databases.mysql import MySQLProvider
from handrail.databases.mysql_addresses import Address, address
from handrail.databases.mysql_rights import Account, drop_account, make_account, may_touch_others
from handrail.databases.mysql_session import ANSWERS_WITHIN, Session, quoted
from handrail.databases.scratch import ScratchFolder
from handrail.errors import NoDatabaseError

OLDEST = {"MariaDB": (10, 11), "MySQL": (8, 0)}
"""The oldest that Handrail works with; of MariaDB, with which it was seen to."""
_NAMES = re.compile(r"(?P<session>handrail_[a-z0-9_]{8})_\d+")


class GivenSession(Session):
    """The session of a run, and whose databases are there."""

    def found(self) -> list[Found]:
        """Every database with Handrail's prefix that this user may see, the marked one last."""
        names = [str(name) for (name,) in self.ask(r"SHOW DATABASES LIKE 'handrail\_%'")]
        names.sort(key=lambda name: (name.endswith("_0"), len(name), name))
        return [Found(name, self._state(name)) for name in names]

    def drop(self, database: str, *, force: bool = False) -> None:
        """It is gone, with the last one the account of its run too.

        Unless forced, NoDatabaseError where somebody is connected.
        """
        if not force and self._is_entered(database):
            raise NoDatabaseError(f"somebody is connected to {database}", where=self.shown)
        super().drop(database)
        if database.endswith("_0"):
            drop_account(self, _run(database))

    def _state(self, name: str) -> State:
        run = _run(name)
        ((held,),) = self.ask("SELECT is_used_lock(%s) IS NOT NULL", run or name)
        used = bool(held) or self._is_entered(name)
        return state_of(name, self._mark(run), begun=False, used=used)

    def _mark(self, run: str) -> str | None:
        """What stands in the first database of a run, if there is such a thing."""
        if not run:
            return None
        try:
            rows = self.ask(f"SELECT text FROM {quoted(f'{run}_0')}.mark")  # noqa: S608
        except NoDatabaseError:
            return None
        return str(rows[0][0]) if rows else None

    def _is_entered(self, name: str) -> bool:
        entered = "SELECT count(*) FROM information_schema.processlist WHERE db = %s"
        ((number,),) = self.ask(entered, name)
        return bool(number)


def _run(name: str) -> str:
    """How the session of the run is called whose database bears such a name."""
    named = _NAMES.fullmatch(name)
    return named["session"] if named else ""


@contextmanager
def session(url: str) -> Iterator[GivenSession]:
    """A session on the server that ``--database`` names, closed on leaving.

    Raises TargetError for what is no such URL, NoDatabaseError where nobody answers.
    """
    place = address(url)
    begun = GivenSession(place.shown, place.parameters)
    try:
        yield begun
    finally:
        begun.close()


class GivenServer:
    """Left as it was found by ``close()``, unless databases are to be kept.

    What dead runs of this machine have left is removed first. Raises NoDatabaseError where nobody
    answers, where the server is too old, where the user may not create databases, and where a run
    could reach what is not its own.
    """

    def __init__(self, place: Address, *, keep: bool = False) -> None:
        self._keep = keep
        self._process = os.getpid()
        self.made: dict[str, None] = {}
        """What it has made and not dropped."""
        with ExitStack() as undo:
            self._admin = GivenSession(place.shown, place.parameters)
            undo.callback(self._admin.close)
            _admit(self._admin)
            self._folder = ScratchFolder(SystemAccount())
            undo.callback(self._folder.remove)
            self._folder.keep()
            self.run = self._folder.run
            undo.callback(self._drop_all)
            self._begin()
            account = self._account(place)
            self._url = _scratch(place, account, self._folder.path)
            shown = {**place.parameters, "user": account.user, "password": account.password}
            self.session = Session(place.shown, shown)
            undo.pop_all()
        atexit.register(self.close)

    def url(self, database: str) -> URL:
        """What another process of this account needs to reach the database; no password."""
        return self._url.set(database=database)

    def create(self, database: str, like: str | None) -> None:
        """A new, empty database; it spells and sorts as the database ``like`` does."""
        self._admin.create(database, like)
        self.made[database] = None

    def drop(self, database: str) -> None:
        """The database is gone, with its sessions, unless it is to be kept."""
        if not self._keep and database in self.made and not self._admin.closed:
            self._admin.drop(database, force=True)
            del self.made[database]

    @property
    def is_lost(self) -> bool:
        """Whether it was found to be gone."""
        return self._admin.closed or self.session.closed

    def loss(self) -> NoDatabaseError | None:
        """What to raise where it is gone, which is found out: ServerLostError."""
        return self._admin.loss()

    def close(self) -> None:
        """What it made is gone, unless it is to be kept; closing twice is no error."""
        if os.getpid() == self._process:
            atexit.unregister(self.close)
            self.session.close()
            self._drop_all()
            self._admin.close()
            self._folder.remove()

    def _begin(self) -> None:
        """The run is known to live, what dead ones left is gone, and what it makes is marked."""
        self._admin.ask("DO get_lock(%s, 0)", session_name(self.run))
        for each in self._admin.found():
            if each.state is State.DEAD:
                with suppress(NoDatabaseError):  # somebody has just connected to it
                    self._admin.drop(each.name)
        mark = Mark.own(self.run, self._folder.path, kept=self._keep)
        first = f"{session_name(self.run)}_0"
        try:
            self.create(first, None)
        except NoDatabaseError as error:
            raise NoDatabaseError(
                f"no database can be made there: {error.what}",
                where=self._admin.shown,
                then=r"GRANT ALL ON `handrail\_%`.* lets the user",
            ) from None
        self._admin.ask(f"CREATE TABLE {quoted(first)}.mark (text text) CHARACTER SET utf8mb4")
        self._admin.ask(f"INSERT INTO {quoted(first)}.mark VALUES (%s)", mark.text)  # noqa: S608

    def _account(self, place: Address) -> Account:
        """As whom steps are run: not as one who could reach what is not this run's."""
        if may_touch_others(self._admin):
            return make_account(self._admin, session_name(self.run))
        return Account(str(place.url.username or ""), place.password)

    def _drop_all(self) -> None:
        with suppress(NoDatabaseError):  # the server is gone; the next run looks again
            for database in reversed(list(self.made)):
                self.drop(database)


class MySQLServerProvider(MySQLProvider):
    """Gives databases of the server that a URL names, and drops them on closing.

    With ``keep`` they are left there. Raises TargetError where the URL cannot be read.
    """

    def __init__(self, url: str, *, keep: bool = False) -> None:
        place = address(url)
        self._keep = keep
        self._given: list[GivenServer] = []
        super().__init__(place.url.get_backend_name(), place.shown, lambda: self._had(place))

    @property
    def kept(self) -> tuple[str, ...]:
        """The databases that are left on the server when this is closed."""
        return tuple(name for each in self._given if self._keep for name in each.made)

    def _had(self, place: Address) -> GivenServer:
        """The server; one that was there before is given time to come back."""
        have = partial(GivenServer, place, keep=self._keep)
        self._given.append(had_again(have, ANSWERS_WITHIN) if self._given else have())
        return self._given[-1]


def _admit(given: Session) -> None:
    """Raise NoDatabaseError where the server is older than any that was tried."""
    ((said,),) = given.ask("SELECT version()")
    product = "MariaDB" if "MariaDB" in str(said) else "MySQL"
    # Some servers put 5.5.5- before it, for the sake of old clients.
    numbers = re.findall(r"\d+", str(said).removeprefix("5.5.5-"))
    oldest = OLDEST[product]
    if tuple(map(int, numbers[:2])) < oldest:
        needed = ".".join(map(str, oldest))
        what = f"the server is {product} {'.'.join(numbers[:2])}, Handrail needs {needed} or newer"
        raise NoDatabaseError(what, where=given.shown)


def _scratch(place: Address, account: Account, folder: Path) -> URL:
    """Where scratch databases are, with the account's password in a file."""
    given = place.url
    url = URL.create(
        given.drivername, account.user, host=given.host, port=given.port, query=given.query
    )
    if not account.password:
        return url
    file = folder / "my.cnf"
    file.touch(mode=0o600)
    file.write_text(f'[client]\npassword = "{account.password}"\n', encoding="utf-8")
    return url.update_query_dict({"read_default_file": str(file), "charset": "utf8mb4"})
