"""Changes of the code-first track, and revisions that bring them, in one spelling or another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

_TABLES = ("agents", "sessions")
_INDEXED = (
    "agents (name)",
    "agents (status)",
    "sessions (began)",
    "agents (name, status)",
    "sessions (id, began)",
)
_STATEMENTS = {
    "column": "ALTER TABLE {owner} ADD COLUMN {name} TEXT",
    "index": "CREATE INDEX {name} ON {columns}",
    "table": "CREATE TABLE {name} (id INTEGER PRIMARY KEY, body TEXT)",
}
_ENTRIES = (
    '    cursor.execute("{sql}")',
    '    cursor.execute(f"{begin}" + "{rest}")',
    '    cursor.execute(\n        "{begin}"\n        "{rest}"\n    )',
    '    for statement in ("{sql}",):\n        cursor.execute(statement)',
    '    text = """\n        {sql}\n    """\n    cursor.executescript(text)',
)
_REVISIONS = {
    "column": (
        '    op.add_column("{owner}", sa.Column("{name}", sa.Text))',
        '    with op.batch_alter_table("{owner}") as batch:\n'
        '        batch.add_column(sa.Column("{name}", sa.Text))',
    ),
    "index": ('    op.create_index("{name}", "{owner}", {listed})',),
    "table": (
        '    op.create_table("{name}", sa.Column("id", sa.Integer, primary_key=True),'
        ' sa.Column("body", sa.Text))',
    ),
}
_IN_SQL = ('    op.execute("{sql}")', '    op.get_bind().exec_driver_sql("{sql}")')


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the schema: how an entry makes it, and how a revision does, where one does."""

    kind: str
    name: str
    place: str
    entry: str
    revision: str | None

    @property
    def told(self) -> str:
        """What the guard calls it."""
        owner = "" if self.kind == "table" else f" of {self._owner}"
        return f"{self.kind} {self.name}{owner} added"

    def function(self) -> str:
        """The function of its entry."""
        begin, rest = self._sql[:17], self._sql[17:]
        body = self.entry.format(sql=self._sql, begin=begin, rest=rest)
        return f"def _migrate_{self.name}(cursor, connection):\n{body}\n"

    def upgrade(self) -> str:
        """What a revision does to bring it."""
        listed = [each.strip() for each in self.place.partition("(")[2].rstrip(")").split(",")]
        words = {"owner": self._owner, "name": self.name, "listed": listed, "sql": self._sql}
        return (self.revision or "").format(**words)

    @property
    def _owner(self) -> str:
        return self.place.partition(" ")[0]

    @property
    def _sql(self) -> str:
        words = {"owner": self._owner, "name": self.name, "columns": self.place}
        return _STATEMENTS[self.kind].format(**words)


@st.composite
def edits(draw: Any) -> Sequence[Edit]:
    """Two changes or more; some of them are brought, each in a revision of its own."""
    kinds = draw(st.lists(st.sampled_from(sorted(_STATEMENTS)), min_size=2, max_size=5))
    indexed = iter(draw(st.permutations(_INDEXED)))
    return [draw(_edit(f"new_{n}", kind, indexed)) for n, kind in enumerate(kinds)]


@st.composite
def _edit(draw: Any, name: str, kind: str, indexed: Any) -> Edit:
    place = next(indexed) if kind == "index" else draw(st.sampled_from(_TABLES))
    brought = st.sampled_from((*_REVISIONS[kind], *_IN_SQL))
    revision = draw(st.one_of(st.none(), brought))
    return Edit(kind, name, place, draw(st.sampled_from(_ENTRIES)), revision)
