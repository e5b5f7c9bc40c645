"""What SQL texts change: tables, columns, constraints, indexes, views, triggers and types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handrail.chains.sql_files.statements import split
from handrail.parity.schema_changes import HOLE, Change, Kind, Place, Thing, Verb
from handrail.parity.sql_constraints import constraint, is_constraint
from handrail.parity.sql_words import Cursor, Word, joined, names, parts, words_of
from handrail.parity.values import place_of

_DDL = re.compile(rf"\b(create|alter|drop)\b|{HOLE}", re.IGNORECASE)
TEMPORARY = "temporary"
"""The definition of a table that is no part of a schema."""
_TEMPORARY = {"temp", TEMPORARY}
_OPTIONS = (
    *("temp", "temporary", "unlogged", "global", "local", "foreign", "virtual", "unique"),
    *("or replace", "materialized", "recursive", "constraint"),
)
_UNLESS = ("if not exists", "if exists", "concurrently", "only")
_KINDS = {"view": Kind.VIEW, "trigger": Kind.TRIGGER, "type": Kind.TYPE, "domain": Kind.TYPE}


def changes_of(text: str, place: Place, dialect: str) -> tuple[Change, ...] | None:
    """What running the text changes, in order; None where what it runs cannot be known.

    ``place`` is where the text is run, for those that do not know where they are written.
    ``dialect`` is ``sqlite`` or ``postgresql``.
    """
    if not _DDL.search(text):
        return ()
    found: list[Change] = []
    written = place_of(text, place)
    exact = hasattr(text, "place")
    for statement in split(text, dialect):
        words = words_of(statement.text, dialect)
        if words and words[0].text == HOLE:
            return None
        first = statement.line - 1
        found += _Statement(words, written.file, written.line + first * exact, exact).changes()
    return tuple(found)


class _Statement:
    """One statement, and where its lines are."""

    def __init__(self, words: tuple[Word, ...], file: str, line: int, exact: bool) -> None:
        self._words = words
        self._cursor = Cursor(words)
        self._file = file
        self._line = line
        self._exact = exact
        self._is_temporary = False

    def changes(self) -> Iterator[Change]:
        """What it changes."""
        verb = self._cursor.take("create", "alter", "drop", "do")
        if verb == "do":
            yield from self._block()
            return
        self._is_temporary = any(word.text in _TEMPORARY for word in self._words[1:4])
        self._cursor.skip(*_OPTIONS)
        kind = self._cursor.take("table", "index", *_KINDS)
        read = _READ.get((verb, kind)) or _READ.get((verb, ""))
        if read and kind:
            yield from read(self, kind)

    def _place(self, word: Word | None = None) -> Place:
        line = word.line if word else self._words[0].line
        return Place(self._file, self._line + (line - 1) * self._exact)

    def _change(
        self, verb: Verb, thing: Thing, definition: str = "", *, perhaps: bool = False
    ) -> Change:
        return Change(verb, thing, self._place(), definition, perhaps=perhaps)

    def _maybe(self) -> bool:
        """Whether it says IF NOT EXISTS or the like."""
        before = len(self._cursor.rest)
        self._cursor.skip(*_UNLESS)
        return len(self._cursor.rest) < before

    def _block(self) -> Iterator[Change]:
        """The statements inside of an anonymous block, as far as they stand there by themselves."""
        body = next((word.text for word in self._words if word.text[:1] == "'"), "")
        for piece in body.strip("'").split(";"):
            if match := re.search(r"\b(create|alter|drop)\b.*", piece, re.IGNORECASE | re.DOTALL):
                words = words_of(match[0], "postgresql")
                yield from _Statement(words, self._file, self._place().line, False).changes()

    def _create_table(self, _kind: str) -> Iterator[Change]:
        perhaps = self._maybe()
        table = self._cursor.name()
        group = self._cursor.group()
        if group is None and not self._cursor.take("as", "using", "partition"):
            return
        items = parts(group or [])
        inside = tuple(change for item in items for change in self._item(table, item))
        kept = TEMPORARY if self._is_temporary else ""
        thing = Thing(Kind.TABLE, table)
        yield Change(Verb.CREATE, thing, self._place(), kept, None, inside, perhaps)

    def _item(self, table: str, item: list[Word]) -> Iterator[Change]:
        """A column or a constraint in the brackets of a table."""
        if is_constraint(item):
            thing, definition = constraint(table, item)
        else:
            thing = Thing(Kind.COLUMN, table, item[0].text)
            definition = joined(item[1:])
        yield Change(Verb.CREATE, thing, self._place(item[0]), definition)

    def _create_index(self, _kind: str) -> Iterator[Change]:
        unique = any(word.text == "unique" for word in self._words[:2])
        self._maybe()
        name = "" if self._cursor.take("on") else self._cursor.name()
        self._cursor.skip("on", "only")
        table = self._cursor.name()
        while self._cursor.rest and self._cursor.rest[0].text != "(":
            self._cursor.name()
        definition = joined(self._cursor.rest)
        columns = names(self._cursor.group() or [])
        told = f"unique {definition}" if unique else definition
        yield self._change(Verb.CREATE, Thing(Kind.INDEX, table, name, columns), told)

    def _create_other(self, kind: str) -> Iterator[Change]:
        self._maybe()
        name = self._cursor.name()
        words = list(self._cursor.rest)
        on = next((at for at, word in enumerate(words) if word.text == "on"), None)
        table = Cursor(words[on + 1 :]).name() if kind == "trigger" and on is not None else ""
        yield self._change(Verb.CREATE, Thing(_KINDS[kind], table, name), joined(words))

    def _drop(self, kind: str) -> Iterator[Change]:
        perhaps = self._maybe()
        listed, _, owner = joined(self._cursor.rest).partition(" on ")
        for item in listed.removesuffix(" cascade").removesuffix(" restrict").split(" , "):
            name = Cursor([Word(part, 1) for part in item.split()]).name()
            dropped = Thing(_KINDS.get(kind, Kind.INDEX), owner, name)
            if kind == "table":
                dropped = Thing(Kind.TABLE, name)
            yield self._change(Verb.DROP, dropped, perhaps=perhaps)

    def _alter_table(self, _kind: str) -> Iterator[Change]:
        self._maybe()
        table = self._cursor.name()
        for action in parts(self._cursor.rest):
            cursor = Cursor(action)
            verb = cursor.take(*_ACTIONS)
            if verb:
                yield from _ACTIONS[verb](self, table, cursor)

    def _add(self, table: str, cursor: Cursor) -> Iterator[Change]:
        if is_constraint(cursor.rest):
            yield self._change(Verb.CREATE, *constraint(table, cursor.rest))
            return
        cursor.skip("column", *_UNLESS)
        if cursor.rest:
            yield from self._item(table, list(cursor.rest))

    def _remove(self, table: str, cursor: Cursor) -> Iterator[Change]:
        kind = Kind.CHECK if cursor.take("constraint") else Kind.COLUMN
        cursor.skip("column", *_UNLESS)
        yield self._change(Verb.DROP, Thing(kind, table, cursor.name()))

    def _rename(self, table: str, cursor: Cursor) -> Iterator[Change]:
        if cursor.take("to"):
            new = Thing(Kind.TABLE, cursor.name())
            yield Change(Verb.RENAME, Thing(Kind.TABLE, table), self._place(), "", new)
            return
        kind = Kind.CHECK if cursor.take("constraint") else Kind.COLUMN
        cursor.take("column")
        old = Thing(kind, table, cursor.name())
        cursor.take("to")
        new = Thing(kind, table, cursor.name())
        yield Change(Verb.RENAME, old, self._place(), "", new)

    def _alter_column(self, table: str, cursor: Cursor) -> Iterator[Change]:
        cursor.take("column")
        thing = Thing(Kind.COLUMN, table, cursor.name())
        yield self._change(Verb.ALTER, thing, joined(cursor.rest))

    def _alter_other(self, kind: str) -> Iterator[Change]:
        self._maybe()
        thing = Thing(_KINDS.get(kind, Kind.INDEX), "", self._cursor.name())
        if self._cursor.take("rename to"):
            new = Thing(thing.kind, "", self._cursor.name())
            yield Change(Verb.RENAME, thing, self._place(), "", new)
        else:
            yield self._change(Verb.ALTER, thing, joined(self._cursor.rest))


_READ: dict[tuple[str, str], Callable[[_Statement, str], Iterator[Change]]] = {
    ("create", "table"): _Statement._create_table,
    ("create", "index"): _Statement._create_index,
    ("create", ""): _Statement._create_other,
    ("alter", "table"): _Statement._alter_table,
    ("alter", ""): _Statement._alter_other,
    ("drop", ""): _Statement._drop,
}
_ACTIONS: dict[str, Callable[[_Statement, str, Cursor], Iterator[Change]]] = {
    "add": _Statement._add,
    "drop": _Statement._remove,
    "rename": _Statement._rename,
    "alter": _Statement._alter_column,
}
