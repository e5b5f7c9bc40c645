"""What a SQL text does to tables, as far as its tokens tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlglot import Token, TokenType
from sqlglot.dialects import Postgres, SQLite
from sqlglot.errors import TokenError


class Verb(StrEnum):
    """What a statement does, in the few words that the rules need."""

    CREATE = "CREATE TABLE"
    DROP = "DROP TABLE"
    RENAME = "RENAME TABLE"
    REBUILD = "batch_alter_table"
    ALTER = "ALTER"
    COPY = "INSERT ... SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"
    SELECT = "SELECT"
    OTHER = "other"


WRITES = frozenset({Verb.INSERT, Verb.UPDATE, Verb.DELETE})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing done to one table.

    ``other`` is the new name of a rename, the table read by a copy. ``conditional`` tells of a drop
    that it says IF EXISTS, and of a rebuild by batch mode that it happens on SQLite alone. Names
    are in lower case, without quotes.
    """

    verb: Verb
    table: str = ""
    other: str = ""
    text: str = ""
    conditional: bool = False


_OPEN, _CLOSE = "\ue000", "\ue001"
_HOLE = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_NAME = r"(?P<table>\S+)"
_CATALOGUE = re.compile(r"\b(pragma_|sqlite_(master|schema)\b|information_schema\b|pg_)")
_SOURCE = re.compile(r"\bselect (?P<what>.*?) ?from (?P<source>\S+)(?P<rest>.*)")
_SUMMARY = re.compile(r"\b(distinct|group by|(count|sum|min|max|avg|\w+_agg|group_concat) \(\))")
_PROGRAM = re.compile(r"create (or replace )?(temp |temporary )?(trigger|function|procedure)\b")
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
    (Verb.SELECT, re.compile(r"(select|values)\b")),
    (Verb.ALTER, re.compile(r"(alter|create|drop|comment)\b")),
)


def hole(text: str) -> str:
    """A place in a text where the value of the expression ``text`` would stand."""
    return f"{_OPEN}{text}{_CLOSE}"


def shown(text: str, width: int = 160) -> str:
    """The text on one line for a person: holes in braces, cut at ``width`` characters."""
    line = " ".join(_HOLE.sub(r"{\1}", text).split())
    return line if len(line) <= width else f"{line[: width - 3]}..."


def table_name(text: str) -> str:
    """A table's name as all statements spell it here: lower case, no quotes, no default schema."""
    parts = _HOLE.split(text)
    parts[::2] = [re.sub(r"[\"`\[\]]", "", part).lower() for part in parts[::2]]
    parts[1::2] = [hole(part) for part in parts[1::2]]
    return re.sub(r"^(main|public)\.", "", "".join(parts))


def statements(text: str) -> tuple[Statement, ...]:
    """What each statement of ``text`` does; one of the verb OTHER where the text has no tokens.

    The texts of triggers, functions and ``DO`` blocks are not looked into.
    """
    holes: list[str] = []
    plain = _HOLE.sub(lambda match: _placeholder(holes, match.group(0)), text)
    dialect = Postgres() if re.search(r"\$\w*\$", plain) else SQLite()
    try:
        tokens = dialect.tokenize(plain)
    except TokenError:
        return (Statement(Verb.OTHER, text=text),)
    found = (_recognise(part, text) for part in _parts(tokens))
    return tuple(_filled(statement, holes) for group in found for statement in group)


def _placeholder(holes: list[str], whole: str) -> str:
    if whole not in holes:
        holes.append(whole)
    return f"hole{holes.index(whole)}elo"


def _filled(statement: Statement, holes: list[str]) -> Statement:
    def fill(name: str) -> str:
        return re.sub(r"hole(\d+)elo", lambda match: holes[int(match.group(1))], name)

    return Statement(
        statement.verb,
        table_name(fill(statement.table)),
        table_name(fill(statement.other)),
        statement.text,
        statement.conditional,
    )


def _parts(tokens: Iterable[Token]) -> Iterator[str]:
    """Each statement in a spelling of its own: lower case, single spaces, brackets emptied."""
    words: list[str] = []
    depth = 0
    for token in tokens:
        if token.token_type == TokenType.R_PAREN:
            depth -= 1
        if token.token_type == TokenType.SEMICOLON and not _inside_program(words):
            yield _joined(words)
            words = []
        elif depth == 0:
            words.append(_word(token))
        if token.token_type == TokenType.L_PAREN:
            depth += 1
    if words:
        yield _joined(words)


def _word(token: Token) -> str:
    if token.token_type == TokenType.STRING:
        return "''"
    return re.sub(r"\s+", "_", token.text.lower())


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" . ", ".").replace("( )", "()")


def _inside_program(words: list[str]) -> bool:
    return bool(_PROGRAM.match(_joined(words))) and words[-1] != "end"


def _recognise(part: str, text: str) -> Iterator[Statement]:
    body = _WITH.sub("", part, count=1)
    for verb, form in _FORMS:
        if match := form.match(body):
            yield from _statements(verb, match, body, text)
            return
    yield Statement(Verb.OTHER, text=text)


def _statements(verb: Verb, match: re.Match[str], body: str, text: str) -> Iterator[Statement]:
    groups = match.groupdict()
    table, other = groups.get("table", ""), groups.get("other", "")
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
