"""One track on one kind of database: every way to its end, on scratch databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from handrail.chains import Chain, Limits, Plan, Target
from handrail.databases import Database, Provider
from handrail.model import Direction, Location, Outcome, Schema, Step
from handrail.parity.drift.ends import Broken, End, History
from handrail.snapshots import schema_of


class Road:
    """Brings databases of one kind to the end of a track, and keeps what they ended in.

    ``new`` is what a new database ended in, None where it did not come so far; ``ends`` are those
    of all others. What stops on the way is in ``broken``. Every database is dropped as soon as it
    was looked at.
    """

    def __init__(self, name: str, chain: Chain, provider: Provider, limits: Limits) -> None:
        self.name = name
        self.chain = chain
        self.steps = 0
        self.new: End | None = None
        self.ends: list[End] = []
        self.histories: list[History] = []
        self.broken: dict[str | None, Broken] = {}
        self._provider = provider
        self._limits = limits

    @property
    def database(self) -> str:
        """The kind of database."""
        return self._provider.name

    def go_from_nothing(self) -> None:
        """A new database goes there at once."""
        with self._made() as database:
            if self._arrives(database, ""):
                self.new = self._end_of(database, "")

    def go_by_every_step(self) -> None:
        """Databases stop at each step and go on later; the history of one by every step is kept."""
        schemas: dict[str, Schema] = {}
        names = ["base"] if self.chain.target.functions else []
        names += [each.identifier for each in self.chain.revisions]
        with self._made() as stairs:
            for name in names:
                if not self._arrives(stairs, name, name):
                    break
                schemas[name] = self._seen(stairs)
                if name == names[-1]:
                    self.ends.append(End(name, schemas[name], stairs.dialect))
                else:
                    self._go_on(stairs, name)
        self.histories.append(History(self.database, schemas))

    def go_from(self, name: str, older: Target) -> None:
        """A database that the track brought to its end as it once was goes on from there."""
        with self._made() as database:
            with Chain(older, limits=self._limits) as once:
                outcome = once.upgrade(database, _end(once))
                self.steps += 1
            if outcome.error:
                self._stop(outcome, name, "")
                return
            self._remember(database)
            self._go_on(database, name)

    def _go_on(self, database: Database, birth: str) -> None:
        with self._copied(database) as copy:
            if self._arrives(copy, birth):
                self.ends.append(self._end_of(copy, birth))

    def _remember(self, database: Database) -> None:
        """What each step by itself does to such a database."""
        with self._copied(database) as copy:
            schemas = {"base": self._seen(copy)}
            for revision in self.chain.revisions:
                self.chain.run(copy, self._alone(revision.identifier))
                self.steps += 1
                schemas[revision.identifier] = self._seen(copy)
        self.histories.insert(0, History(self.database, schemas))

    def _alone(self, name: str) -> Plan:
        if self.chain.target.functions:
            return Plan(steps=(Step(name, Direction.UPGRADE),))
        return Plan(command=Direction.UPGRADE.value, destination=name)

    def _arrives(self, database: Database, birth: str, destination: str = "") -> bool:
        self.steps += 1
        outcome = self.chain.upgrade(database, destination or _end(self.chain))
        if outcome.error:
            self._stop(outcome, birth, destination)
        return not outcome.error

    def _stop(self, outcome: Outcome, birth: str, step: str) -> None:
        """The same error is told once, with every birth that it stops."""
        known = self.broken.get(outcome.error)
        births = (*known.births, birth) if known else (birth,)
        name = step or (known.revision if known else "") or self._at(outcome)
        place = outcome.location or self._beginning(name)
        self.broken[outcome.error] = Broken(self.name, self.database, births, outcome, name, place)

    def _at(self, outcome: Outcome) -> str:
        """Whose file it stopped in, else the last revision."""
        file = outcome.location.file if outcome.location else ""
        named = [each.identifier for each in self.chain.revisions if each.file == file]
        return named[0] if named else self.chain.heads[-1]

    def _beginning(self, name: str) -> Location | None:
        named = [each for each in self.chain.revisions if each.identifier == name]
        return Location(named[0].file, named[0].line) if named else None

    def _end_of(self, database: Database, birth: str) -> End:
        return End(birth, self._seen(database), database.dialect)

    def _seen(self, database: Database) -> Schema:
        with database.connect() as connection:
            return schema_of(connection, ledger_table=self.chain.ledger)

    @contextmanager
    def _made(self) -> Iterator[Database]:
        database = self._provider.make()
        try:
            yield database
        finally:
            database.drop()

    @contextmanager
    def _copied(self, database: Database) -> Iterator[Database]:
        copy = database.clone()
        try:
            yield copy
        finally:
            copy.drop()


def _end(chain: Chain) -> str:
    return "heads" if len(chain.heads) > 1 else "head"
