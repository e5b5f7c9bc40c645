"""Keywords for scratch databases: made, filled, cloned, dropped, and what they can do."""

from __future__ import annotations

from robot.api.deco import keyword
from robot.libraries.BuiltIn import BuiltIn

from benches.given.users_mariadb import USERS_MARIADB
from benches.given.users_server import USERS_SERVER
from benches.workbench import Workbench
from handrail.acceptance.machine_needs import LACKING

_SERVERS = {"server": USERS_SERVER.url, "mariadb_server": USERS_MARIADB.url}


class DatabasesKeywords:
    """Each converts, and calls one method of the bench. Notes are words, one for each row."""

    bench: Workbench

    @keyword
    def use_databases_of_kind(self, kind: str) -> None:
        """From here on the test has a fresh workbench, whose databases are of this kind.

        Where they are, a variable of that name can tell: ``postgresql`` may be ``docker:postgres``.
        ``server`` and ``mariadb_server`` are servers that somebody has. Skipped, with the reason,
        where a kind cannot be had on this machine.
        """
        self.bench.close()
        place = BuiltIn().get_variable_value(f"${{{kind}}}")
        if not place and kind.startswith("mariadb") and (why := LACKING["mariadb"]()):
            BuiltIn().skip(why)
        own = _SERVERS[kind]() if kind in _SERVERS else kind
        self.bench = Workbench(str(place or own))

    @keyword
    def make_database(self, name: str, *notes: str) -> None:
        """A new database goes by that name, and holds the notes."""
        self.bench.databases.make(name, _rows(notes))

    @keyword
    def hold_many_databases(self, number: int) -> None:
        """As many databases, each with a note of its own, and somebody connected to each."""
        self.bench.databases.hold_many(number)

    @keyword
    def each_should_hold_its_own_note(self) -> None:
        """Each of the many databases holds its own note and no other."""
        self.bench.databases.should_hold_own_notes()

    @keyword
    def name_oddly(self, name: str) -> None:
        """The database has two more tables, whose names all have to be quoted."""
        self.bench.providers.name_oddly(name)

    @keyword
    def fill_with_a_million_rows(self, name: str) -> None:
        """The database makes itself a table of a million rows."""
        self.bench.providers.fill(name)

    @keyword
    def clone_database_in_time(self, original: str, name: str) -> None:
        """A clone of the database goes by that name, and how long that took is known."""
        self.bench.providers.clone_timed(original, name)

    @keyword
    def kill_client(self, name: str) -> None:
        """A process has added a note, and was killed before it could commit."""
        self.bench.providers.kill_client(name)

    @keyword
    def kill_server(self, name: str) -> None:
        """The server of the database has crashed."""
        self.bench.providers.kill_server(name)

    @keyword
    def try_to_clone(self, name: str) -> None:
        """A clone was asked for, and what was said is kept."""
        self.bench.providers.try_to_clone(name)

    @keyword
    def odd_names_should_be_in(self, name: str, original: str) -> None:
        """A snapshot shows all odd names, and is the one of the other database too."""
        self.bench.providers.should_show_odd_names(name, original)

    @keyword
    def a_million_rows_should_be_in(self, name: str) -> None:
        """All of them, and cloning did not take long."""
        self.bench.providers.should_hold_a_million(name)

    @keyword
    def the_loss_should_be_told(self) -> None:
        """It was told in one line that the server is gone."""
        self.bench.providers.should_have_told_the_loss()

    @keyword
    def clone_database(self, original: str, name: str) -> None:
        """A clone of the database goes by that name."""
        self.bench.databases.clone(original, name)

    @keyword
    def drop_database(self, name: str) -> None:
        """The database was told to drop itself."""
        self.bench.databases.drop(name)

    @keyword
    def stay_connected(self, name: str) -> None:
        """Somebody stays connected to the database, idle, to the end of the test."""
        self.bench.databases.hold(name)

    @keyword
    def close_provider(self) -> None:
        """The provider was told to close."""
        self.bench.databases.close_provider()

    @keyword
    def add_notes(self, name: str, *notes: str) -> None:
        """The notes were added to the database, and committed."""
        self.bench.databases.add(name, _rows(notes))

    @keyword
    def add_notes_without_commit(self, name: str, *notes: str) -> None:
        """The notes were added to the database, and the connection was left."""
        self.bench.databases.add(name, _rows(notes), commit=False)

    @keyword
    def try_capability(self, capability: str) -> None:
        """It was tried whether databases of this kind have the capability."""
        self.bench.databases.try_capability(capability)

    @keyword
    def notes_should_be(self, name: str, *notes: str) -> None:
        """The database holds these notes, in any order, and no others."""
        self.bench.databases.should_hold(name, _rows(notes))

    @keyword
    def notes_at_url_should_be(self, name: str, *notes: str) -> None:
        """Who has but the text of the database's URL finds these notes."""
        self.bench.databases.should_be_reached_by_url(name, _rows(notes))

    @keyword
    def database_should_be_gone(self, name: str) -> None:
        """The database cannot be read any more, and no file of it is left."""
        self.bench.databases.should_be_gone(name)

    @keyword
    def capability_should_be_as_claimed(self, capability: str) -> None:
        """What was seen when it was tried is what the provider says."""
        self.bench.databases.capability_should_be_as_told(capability)


def _rows(notes: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"note": note} for note in notes]
