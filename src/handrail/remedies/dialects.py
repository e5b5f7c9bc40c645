"""What the operations share: an implementation for each dialect, and a way to print SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy.exc import DBAPIError

from handrail.remedies.errors import RemedyError

OF_MYSQL = ("mariadb", "mysql")
"""SQLAlchemy's dialects for MariaDB, which a URL may call by either name, and for MySQL."""

_T = TypeVar("_T")


class Untyped(sa.types.UserDefinedType[str]):
    """Text that is given the type of the column beside it: an enumeration takes it, too."""

    cache_ok = True

    def literal_processor(self, dialect: sa.Dialect) -> Any:
        """Quoted as any other text."""
        return sa.String().literal_processor(dialect)  # type: ignore[no-untyped-call]


def chosen(operations: Operations, implementations: Mapping[str, _T]) -> _T:
    """The implementation for the dialect that is migrated; RemedyError where it has none."""
    dialect = operations.migration_context.dialect.name
    dialect = "mariadb" if dialect in OF_MYSQL else dialect
    if dialect not in implementations:
        known = ", ".join(implementations)
        raise RemedyError("there is no such operation here", where=dialect, then=f"known: {known}")
    return implementations[dialect]


def connected(operations: Operations) -> sa.Connection:
    """The connection. Raises RemedyError in Alembic's offline mode, which has none."""
    context = operations.migration_context
    if context.as_sql:
        raise RemedyError(
            "what is to be done here depends on what the database holds",
            where=f"--sql for {context.dialect.name}",
            then="run this migration on the database itself",
        )
    return operations.get_bind()


def printed(operations: Operations, statement: sa.ClauseElement) -> None:
    """The statement is part of the script of the offline mode, its values written out."""
    impl = operations.migration_context.impl
    text = statement.compile(dialect=impl.dialect, compile_kwargs={"literal_binds": True})
    impl.static_output(f"{text}{impl.command_terminator}")


@contextmanager
def in_words(table: str) -> Iterator[None]:
    """What the database raises within the block becomes a RemedyError with its first line."""
    try:
        yield
    except DBAPIError as error:
        # Drivers of MySQL's have its number before its words.
        (*_, words) = error.orig.args if error.orig else (error,)
        words = str(words).splitlines()[0]
        raise RemedyError(words, where=table, then="nothing was changed") from error
