"""What a SQL text does to tables, as far as its tokens tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlglot import Token, TokenType
from sqlglot.dialects import Postgres, SQLite
from sqlglot.errors import TokenError

from handrail.audit.moves import ANYTHING, Move, Thing, moves
from handrail.audit.sql import Statement, Verb, table_name, with_holes, without_holes
from handrail.chains.sql_files.statements import split

_NAME = r"(?P<table>\S+)"
_CATALOGUE = re.compile(r"\b(pragma_|sqlite_(master|schema)\b|information_schema\b|pg_)")
_SOURCE = re.compile(r"\bselect (?P<what>.*?) ?from (?P<source>\S+)(?P<rest>.*)")
_SUMMARY = re.compile(r"\b(distinct|group by|(count|sum|min|max|avg|\w+_agg|group_concat) \(\))")
_DOLLARS = re.compile(r"\$\w*\$")
_SQLITE = re.compile(
    r"\bcreate\s+(temp\w*\s+)?trigger\b[^;]*\bbegin\b|`|\[\w*[a-z_]\w*\]", re.IGNORECASE
)
"""A body without quotation marks around it, and marks that PostgreSQL does not know."""
_OUTSIDE = re.compile(
    r"(create (unique )?|drop )index concurrently\b|vacuum\b|alter system\b"
    r"|(create|drop) (database|tablespace) (?!if not exists)"
    r"|reindex (\(\) )?((index|table|schema|database|system) concurrently|database|system)\b"
    r"|alter table .* detach partition \S+ concurrently\b"
)
"""What PostgreSQL runs outside of transactions alone. Source: its manual, the pages of each."""
_ELSEWHERE = re.compile(
    r"(set|select) .*\bsearch_path\b|drop (schema|owned)\b|use \S+$|^hole\d+elo"
)
"""After it a name may mean another table, or a table may be gone."""
_WITH = re.compile(r"with .*?\) (?=(insert|update|delete|replace|select)\b)")
_FORMS = (
    (Verb.DROP, re.compile(rf"drop table (?P<maybe>if exists )?{_NAME}(?P<more>( , \S+)*)")),
    (
        Verb.CREATE,
        re.compile(
            r"create ((global|local|temp|temporary|unlogged|virtual) )*table (if not exists )?"
            + _NAME
        ),
    ),
    (
        Verb.RENAME,
        re.compile(rf"alter table (if exists )?(only )?{_NAME} rename to (?P<other>\S+)"),
    ),
    (Verb.RENAME, re.compile(rf"rename table {_NAME} to (?P<other>\S+)")),
    (Verb.INSERT, re.compile(rf"(insert (or \w+ |ignore )?|replace )into {_NAME}")),
    (Verb.UPDATE, re.compile(rf"update (or \w+ )?(only )?{_NAME}")),
    (Verb.DELETE, re.compile(r"delete from (only )?(?P<table>\S+)")),
    (Verb.INSERT, re.compile(rf"copy {_NAME} (\(\) )?from\b")),
    (Verb.UPDATE, re.compile(rf"merge into (only )?{_NAME}")),
    (Verb.DELETE, re.compile(rf"truncate (table )?(only )?{_NAME}")),
    (Verb.SELECT, re.compile(r"(select|values)\b")),
    (Verb.BEGIN, re.compile(r"(begin|start transaction)\b")),
    (Verb.COMMIT, re.compile(r"(commit|end|abort|rollback(?!( work| transaction)? to))\b")),
    (Verb.ALTER, re.compile(r"(alter|create|drop|comment)\b")),
)


def statements(text: str) -> tuple[Statement, ...]:
    """What each statement of ``text`` does; of the verb OTHER where that cannot be told.

    The texts of triggers, functions and ``DO`` blocks are not looked into.
    """
    holes: list[str] = []
    plain = without_holes(text, holes)
    parts = split(plain, dialect_of(plain))
    found = (_recognised(part.text) for part in parts)
    return tuple(_filled(statement, holes) for group in found for statement in group)


def dialect_of(text: str) -> str:
    """By whose rules the statements of a text are told apart: ``sqlite`` or ``postgresql``."""
    return "sqlite" if _SQLITE.search(text) and not _DOLLARS.search(text) else "postgresql"


def _recognised(text: str) -> Iterator[Statement]:
    dialect = Postgres() if _DOLLARS.search(text) else SQLite()
    part = _Part()
    try:
        for token in dialect.tokenize(text):
            part.add(token)
    except TokenError:
        yield Statement(Verb.OTHER, text=text, moves=(ANYTHING,))
        return
    yield from _recognise(part, text)


def _filled(statement: Statement, holes: list[str]) -> Statement:
    def thing(held: Thing | None) -> Thing | None:
        return held and Thing(held.kind, name(held.table), name(held.name))

    def name(text: str) -> str:
        return table_name(with_holes(text, holes))

    def moved(move: Move) -> Move:
        opened, closed = thing(move.opened), thing(move.closed)
        return Move(thing(move.come), thing(move.gone), move.unless_there, opened, closed)

    return replace(
        statement,
        table=name(statement.table),
        other=name(statement.other),
        text=with_holes(statement.text, holes),
        moves=tuple(moved(move) for move in statement.moves),
    )


@dataclass(slots=True)
class _Part:
    """One statement: its words outside of brackets, and those of its first brackets."""

    words: list[str] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=list)
    depth: int = 0
    brackets: int = 0

    @property
    def text(self) -> str:
        """A spelling of its own: lower case, single spaces, brackets emptied."""
        return _joined(self.words)

    def add(self, token: Token) -> None:
        """Put in one token more."""
        self.depth -= token.token_type is TokenType.R_PAREN
        if self.depth == 0:
            self.words.append(_word(token))
        elif self.depth == 1 and self.brackets == 1:
            self._add_to_columns(_word(token))
        if token.token_type is TokenType.L_PAREN:
            self.depth += 1
            self.brackets += self.depth == 1

    def _add_to_columns(self, word: str) -> None:
        if word == "," or not self.columns:
            self.columns.append([])
        if word != ",":
            self.columns[-1].append(word)


def _word(token: Token) -> str:
    if token.token_type == TokenType.STRING:
        return "''"
    return re.sub(r"\s+", "_", token.text.lower())


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" . ", ".").replace("( )", "()")


def _recognise(part: _Part, text: str) -> Iterator[Statement]:
    body = _WITH.sub("", part.text, count=1)
    moved = _moves(body, part)
    outside = bool(_OUTSIDE.match(body))
    for verb, form in _FORMS:
        if match := form.match(body):
            first, *others = _statements(verb, match, body, text)
            yield replace(first, moves=moved, outside=outside)
            yield from others
            return
    yield Statement(Verb.OTHER, text=text, moves=moved, outside=outside)


def _moves(body: str, part: _Part) -> tuple[Move, ...]:
    if _ELSEWHERE.search(body):
        return (ANYTHING,)
    return moves(body, [_joined(words) for words in part.columns])


def _statements(verb: Verb, match: re.Match[str], body: str, text: str) -> Iterator[Statement]:
    groups = match.groupdict()
    table, other = groups.get("table") or "", groups.get("other") or ""
    if verb is Verb.SELECT:
        yield Statement(Verb.OTHER if _CATALOGUE.search(body) else verb, text=text)
        return
    yield Statement(verb, table, other, text, bool(groups.get("maybe")))
    for name in (groups.get("more") or "").split(" , ")[1:]:
        yield Statement(verb, name, text=text, conditional=bool(groups.get("maybe")))
    if verb in (Verb.CREATE, Verb.INSERT) and (source := _copied(body)):
        yield Statement(Verb.COPY, table, source, text)


def _copied(body: str) -> str:
    """The table whose rows ``body`` carries over one by one: no summary, no join."""
    match = _SOURCE.search(body)
    if not match or _SUMMARY.search(body) or " join " in match.group("rest"):
        return ""
    return match.group("source")
