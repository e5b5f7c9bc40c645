"""Values as cells of a feature, there and back."""

from __future__ import annotations

import re

from handrail.model import Value
from handrail.rows.cells import cell, value_of

_TRICKY = ("NULL", "'", "''", "'a'", "x'00'", "x'0'", "\\", "\\n", "\\u0041", "|", "\n", "\u2028")
_NUMBERS = ("5", "05", "1.5", "1e5", "inf", "nan", "-0", "true")
_AROUND = ("", " ", "\xa0")
_TYPES = ("", "BLOB", "INTEGER", "VARCHAR(9)", "NUMERIC", "BOOLEAN", "DATETIME")


class CellsBench:
    """Every value that hypothesis can think of, in columns of SQLite of every kind."""

    def __init__(self) -> None:
        self._changed: list[str] = []

    def there_and_back(self) -> None:
        """They were written in a line of a feature, read as behave does, and read as cells."""
        from hypothesis import given, settings
        from hypothesis import strategies as st

        parts = st.sampled_from((*_TRICKY, *_NUMBERS, *_AROUND))
        texts = st.one_of(parts, st.text(), st.lists(parts, max_size=3).map("".join))
        numbers = st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False))

        @settings(max_examples=1000, database=None, derandomize=True, deadline=None)
        @given(st.one_of(st.none(), st.binary(), texts, numbers), st.sampled_from(_TYPES))
        def holds(value: Value, type_: str) -> None:
            # What is stored in a column for texts is no number.
            stored = repr(value) if isinstance(value, int | float) and "CHAR" in type_ else value
            back = value_of(_through_a_feature(cell(stored, type_, "sqlite")), type_, "sqlite")
            if (type(back), back) != (type(stored), stored):
                self._changed.append(f"{stored!r} in {type_} came back as {back!r}")

        holds()

    def should_be_the_same(self) -> None:
        """None has changed."""
        assert not self._changed, "\n".join(self._changed)

    def close(self) -> None:
        """Nothing is held."""


def _through_a_feature(text: str) -> str:
    """What behave makes of a row with that cell alone."""
    (line,) = ("| " + text.replace("|", "\\|") + " |").splitlines()
    (read,) = re.split(r"(?<!\\)\|", line.strip()[1:-1])
    return read.replace("\\|", "|").strip()
