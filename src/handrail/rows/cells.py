"""Values as the cells of a feature's table, and back to what is stored; pure.

========== ============================================================================
NULL       no value
x'00ff'    bytes
'a text'   exactly what stands between the quotes, ' itself being doubled: '' is the
           empty text, 'NULL' the word, '5' a text where a column takes anything
else       as the database prints it: 5, 1.25, true, 2024-02-29, {"a": 1}, {1,2}, [1,5)
========== ============================================================================

In texts, quoted or not, a backslash makes a newline of n, a tab of t, a carriage return of r, any
character of u and four digits, and a backslash of another one; before other letters it stands for
itself. A bar has one before it in feature files, as Gherkin has it.
"""

from __future__ import annotations

import re

from handrail.model import Value

_BYTES = re.compile(r"[xX]'((?:[0-9a-fA-F]{2})*)'")
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_ESCAPED = re.compile(r"\\(?:([\\nrt])|u([0-9a-fA-F]{4}))")
_SPECIAL = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LETTERS = {"\\": "\\", "\n": "n", "\r": "r", "\t": "t"}
_CHARACTERS = {letter: character for character, letter in _LETTERS.items()}
_WIDEST = 2**63
_TRUTHS = ("true", "false")


def cell(value: Value, type: str = "", dialect: str = "") -> str:  # noqa: A002
    """The value as a cell that ``value_of`` reads as the same value.

    ``type`` is that of its column in the words of the catalog. A text that looks like a number, in
    a column of SQLite that takes anything, is put in quotes only where that is told.
    """
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else repr(value)
    if type == "bytea" and value.startswith("\\x"):
        return f"x'{value[2:]}'"
    bare = _SPECIAL.sub(_escape, value)
    plain = bare and bare == bare.strip() and _is_plain(bare)
    if plain and not (dialect == "sqlite" and _native(value, type) != value):
        return bare
    return "'" + bare.replace("'", "''") + "'"


def value_of(cell: str, type: str, dialect: str) -> Value:  # noqa: A002
    """What the cell says, as a column of that type stores it.

    Native on SQLite, the server's own text form elsewhere; MariaDB's bytes and bits are native.
    """
    if cell == "NULL":
        return None
    if found := _BYTES.fullmatch(cell):
        return f"\\x{found[1].lower()}" if dialect == "postgresql" else bytes.fromhex(found[1])
    if found := _QUOTED.fullmatch(cell):
        return _ESCAPED.sub(_character, found[1].replace("''", "'"))
    text = _ESCAPED.sub(_character, cell)
    if dialect == "mariadb":
        return _by_mariadb(text, type)
    return _native(text, type) if dialect == "sqlite" else text


def _by_mariadb(text: str, type: str) -> Value:  # noqa: A002
    """Bits are a number there, and a truth is told as one."""
    if type.startswith("bit") and text.isdigit():
        return int(text)
    return str(int(text == "true")) if type == "tinyint(1)" and text in _TRUTHS else text


def _is_plain(bare: str) -> bool:
    """Whether the text says nothing else as a cell."""
    return bare != "NULL" and not _BYTES.fullmatch(bare) and not _QUOTED.fullmatch(bare)


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return "\\" + _LETTERS.get(character, f"u{ord(character):04x}")


def _character(found: re.Match[str]) -> str:
    return _CHARACTERS[found[1]] if found[1] else chr(int(found[2], 16))


def _native(text: str, type: str) -> Value:  # noqa: A002
    """A number where the column is not for texts and it is spelled as Python prints it.

    Its affinity would make one of it too, but for a column that has none and for infinities.
    Source: https://www.sqlite.org/datatype3.html
    """
    words = type.upper()
    if "INT" not in words and any(word in words for word in ("CHAR", "CLOB", "TEXT")):
        return text
    if "BOOL" in words and text in _TRUTHS:
        return int(text == "true")
    for number in (int, float):
        try:
            value = number(text)
        except ValueError:
            continue
        if str(value) == text and (isinstance(value, float) or -_WIDEST <= value < _WIDEST):
            return value
    return text
