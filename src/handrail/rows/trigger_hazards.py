"""Triggers of the near side that may refuse what a step does to the rows under them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.model import Hazard, HazardKind, Table, Trigger, Value
from handrail.rows.phrasing import hazard_of
from handrail.rows.vocabulary import Vocabulary

_WATCHES = re.compile(r"\b(UPDATE|DELETE)\b.*?\bON\b", re.IGNORECASE | re.DOTALL)
_REFUSES = re.compile(r"\bRAISE\s*(\(|EXCEPTION)|\bSIGNAL\b", re.IGNORECASE)
_CALLS = re.compile(r"EXECUTE (?:FUNCTION|PROCEDURE) ([^(]+)\(", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:OLD|NEW)\.[\"`]?(\w+)[\"`]?\)?(?:::\w+)?\s*(?:=|<>|IS)\s*('(?:[^']|'')*'|\d+)",
    re.IGNORECASE,
)
"""A column of the row at hand, and the constant that it is compared with."""


def under_triggers(words: Vocabulary, table: Table) -> Iterator[Hazard]:
    """Rows that a trigger which watches updates or deletions may refuse to have touched.

    One for each constant that it compares a column with, else any row.
    """
    for trigger in table.triggers:
        text = _text(words, trigger)
        if _WATCHES.search(trigger.text) and _REFUSES.search(text):
            named = [{column: _constant(found)} for column, found in _COMPARES.findall(text)]
            legal = [values for values in named if words.legal(table.name, values)]
            for values in legal or [{}]:
                against = f"the trigger {trigger.name}"
                yield hazard_of(HazardKind.TRIGGER, table, values, trigger.name, against)


def _text(words: Vocabulary, trigger: Trigger) -> str:
    """What the trigger says, and the function that it calls."""
    called = _CALLS.search(trigger.text)
    function = f"function {called[1]}()" if called else ""
    return f"{trigger.text}\n{words.near.others.get(function, '')}"


def _constant(text: str) -> Value:
    return text[1:-1].replace("''", "'") if text.startswith("'") else int(text)
