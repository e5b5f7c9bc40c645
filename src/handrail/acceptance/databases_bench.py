"""Scratch databases of one scenario, by the names that the scenario gives them."""

from __future__ import annotations

from handrail.databases import Database, Provider


class DatabasesBench:
    """Makes, remembers and, at the end, drops the databases of one scenario."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._made: list[Database] = []

    def new(self) -> Database:
        """A new, empty database, dropped when the scenario ends."""
        made = self.provider.make()
        self._made.append(made)
        return made

    def close(self) -> None:
        """Drop what was made, the youngest first."""
        while self._made:
            self._made.pop().drop()
