"""Operations of Alembic as the SQL that they send to PostgreSQL; nothing of a revision is run.

What an operation is given must be written out as values and as constructs of SQLAlchemy; those are
made anew here, and Alembic's own offline mode turns the operation into SQL.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any, cast

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy.dialects import postgresql  # noqa: F401 - found as an attribute
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from handrail.audit.call import Call
from handrail.audit.moves import HOLE
from handrail.audit.source import Module
from handrail.audit.values import Batch, ColumnValue, Made, Unknown, Written

_OPERATIONS = frozenset({
    "add_column", "alter_column", "create_check_constraint", "create_foreign_key", "create_index",
    "create_primary_key", "create_table", "create_unique_constraint", "drop_column",
    "drop_constraint", "drop_index", "drop_table", "rename_table",
})  # fmt: skip
_EXPRESSIONS = (sa.true, sa.false, sa.null, sa.literal, sa.cast, sa.column, sa.desc, sa.asc)
_METHODS = frozenset({"with_variant", "next_value"})
_FAILURES = (SQLAlchemyError, CommandError, ArithmeticError, AttributeError, LookupError)


class _NotToldError(Exception):
    """The source does not tell what an operation is given."""


def rendered(call: Call) -> str | None:
    """The SQL that an operation sends; None where it cannot be told, or is no such operation."""
    if call.name not in _OPERATIONS:
        return None
    try:
        return _sent(call, *_Maker(call.module).given(call))
    except (*_FAILURES, NotImplementedError, TypeError, ValueError, _NotToldError):
        return None  # what was written down is no call that Alembic or SQLAlchemy understands


def _sent(call: Call, args: list[Any], kwargs: dict[str, Any]) -> str:
    operations, output = _offline()
    output.seek(0)
    output.truncate()
    if isinstance(call.receiver, Batch):
        schema, _, table = call.receiver.table.rpartition(".")
        with operations.batch_alter_table(table, schema=schema or None) as batch:
            getattr(batch, call.name)(*args, **kwargs)
    else:
        getattr(operations, call.name)(*args, **kwargs)
    return output.getvalue()


@cache
def _offline() -> tuple[Operations, StringIO]:
    output = StringIO()
    options = {"as_sql": True, "output_buffer": output}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    return Operations(context), output


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the values that a module writes down, by the names that it has imported."""

    module: Module

    def given(self, call: Call | ColumnValue | Made) -> tuple[list[Any], dict[str, Any]]:
        """The arguments of a call."""
        args = [self.made(arg) for arg in call.args]
        return args, {name: self.made(value) for name, value in call.kwargs.items()}

    def made(self, value: object) -> Any:
        """The value, or what SQLAlchemy makes of it. Raises _NotToldError where neither is told."""
        if isinstance(value, ColumnValue | Made):
            args, kwargs = self.given(value)
            return self._maker(value)(*args, **kwargs)
        if isinstance(value, Unknown):
            return self._construct(value.text)
        if isinstance(value, tuple):
            return [self.made(each) for each in value]
        if isinstance(value, dict):
            return {key: self.made(each) for key, each in value.items()}
        return _plain(value)

    def _maker(self, value: ColumnValue | Made) -> Callable[..., Any]:
        if isinstance(value, ColumnValue):
            return sa.Column
        if isinstance(value.receiver, Made) and value.name in _METHODS:
            return cast(Callable[..., Any], getattr(self.made(value.receiver), value.name))
        owner = f"{value.receiver.text}." if isinstance(value.receiver, Unknown) else ""
        return self._construct(f"{owner}{value.name}")

    def _construct(self, name: str) -> Callable[..., Any]:
        """A type, a part of a schema, a function of SQL; nothing else of SQLAlchemy is called."""
        package, *parts = self.module.origin(name).split(".")
        found: Any = sa
        for part in parts:
            found = getattr(found, part)
        is_class = isinstance(found, type) and issubclass(found, TypeEngine | SchemaItem)
        is_function = found in _EXPRESSIONS or isinstance(found, type(sa.func))
        if package != sa.__name__ or not (is_class or is_function):
            raise _NotToldError
        return cast(Callable[..., Any], found)


def _plain(value: object) -> Any:
    known = value is None or isinstance(value, bool | int | float | str)
    if not known or (isinstance(value, str) and HOLE in value):
        raise _NotToldError
    return sa.text(str(value)) if isinstance(value, Written) else value
