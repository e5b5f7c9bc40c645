"""Reading in the database's own words what is wrong with a row."""

from __future__ import annotations

import re

from handrail.model import Table
from handrail.rows.conditions import columns_of
from handrail.rows.keys import keys_of


def implicated(table: Table, message: str, dialect: str) -> tuple[str, ...]:
    """The columns that a refusal speaks of: by a constraint's name, their own, or their type's."""
    # What PostgreSQL adds of the whole row says nothing of what is wrong with it.
    said = "\n".join(line for line in message.splitlines() if "Failing row contains" not in line)
    checks = [
        columns_of(check.text, dialect)
        for check in table.checks
        if (check.name or check.text) in said
    ]
    keys = [key.columns for key in keys_of(table, dialect) if key.name in said]
    named = [column.name for column in table.columns if _speaks_of(said, column.name)]
    typed = [column.name for column in table.columns if _speaks_of(said, column.type)]
    return tuple(dict.fromkeys(name for names in (*checks, *keys, named, typed) for name in names))


def _speaks_of(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def in_words(message: str) -> str:
    """The first line of what the database said."""
    return message.splitlines()[0]
