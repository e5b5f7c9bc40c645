"""Keywords for scratch databases: made, filled, cloned, dropped, and what they can do."""

from __future__ import annotations

from robot.api.deco import keyword
from robot.libraries.BuiltIn import BuiltIn

from benches.given.users_server import USERS_SERVER
from benches.workbench import Workbench


class DatabasesKeywords:
    """Each converts, and calls one method of the bench. Notes are words, one for each row."""

    bench: Workbench

    @keyword
    def use_databases_of_kind(self, kind: str) -> None:
        """From here on the test has a fresh workbench, whose databases are of this kind.

        Where they are, a variable of that name can tell: ``postgresql`` may be ``docker:postgres``.
        ``server`` is a PostgreSQL server that somebody has.
        """
        self.bench.close()
        place = USERS_SERVER.url() if kind == "server" else kind
        self.bench = Workbench(str(BuiltIn().get_variable_value(f"${{{kind}}}", place)))

    @keyword
    def make_database(self, name: str, *notes: str) -> None:
        """A new database goes by that name, and holds the notes."""
        self.bench.databases.make(name, _rows(notes))

    @keyword
    def make_tables(self, name: str, *tables: str) -> None:
        """The database has tables of these names too."""
        self.bench.databases.make_tables(name, tables)

    @keyword
    def hold_many_databases(self, number: int) -> None:
        """As many databases, each with a note of its own, and somebody connected to each."""
        self.bench.databases.hold_many(number)

    @keyword
    def each_should_hold_its_own_note(self) -> None:
        """Each of the many databases holds its own note and no other."""
        self.bench.databases.should_hold_own_notes()

    @keyword
    def tables_should_be(self, name: str, *tables: str) -> None:
        """The database has tables of these names, and no others."""
        self.bench.databases.should_have_tables(name, tables)

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
