"""Reading in the database's own words what is wrong with a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handrail.model import Table
from handrail.rows.conditions import columns_of
from handrail.rows.keys import keys_of

_PARAMETER = re.compile(r"parameter \$(\d+)")
"""How PostgreSQL numbers a value that it cannot read."""


def implicated(table: Table, given: Sequence[str], message: str, dialect: str) -> tuple[str, ...]:
    """The columns that a refusal speaks of: by a constraint's name, their own, or their type's.

    Or by their place among the ``given`` ones.
    """
    # What PostgreSQL adds of the whole row says nothing of what is wrong with it.
    said = "\n".join(line for line in message.splitlines() if "Failing row contains" not in line)
    checks = [
        columns_of(check.text, dialect)
        for check in table.checks
        if (check.name or check.text) in said
    ]
    # MariaDB calls every primary key so.
    said = said.replace("'PRIMARY'", "the primary key")
    keys = [key.columns for key in keys_of(table, dialect) if key.name in said]
    named = [column.name for column in table.columns if _speaks_of(said, column.name)]
    typed = [column.name for column in table.columns if _speaks_of(said, column.type)]
    numbered = [given[int(number) - 1] for number in _PARAMETER.findall(message)]
    spoken_of = (*checks, *keys, named, typed, numbered)
    return tuple(dict.fromkeys(name for names in spoken_of for name in names))


def _speaks_of(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def in_words(message: str) -> str:
    """The first line of what the database said."""
    return message.splitlines()[0]
