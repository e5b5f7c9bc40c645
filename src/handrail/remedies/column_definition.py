"""The definition of a column of MariaDB's or MySQL's, with one thing changed.

Both change a column by being told all of it, and forget what they are not told: comments, checks,
what is done on update. So it is taken from the text that the server itself gives for the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from handrail.remedies import create_table

_ATTRIBUTES = ("NOT", "NULL", "DEFAULT", "ON", "AUTO_INCREMENT", "INVISIBLE", "COMMENT", "CHECK")
"""What may follow the type, in an order in which it may."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Definition:
    """One column as SQL: its name and type, whether it may be NULL, its default, and all else."""

    type_: str
    null: str = "NULL"
    default: str = ""
    rest: str = ""

    def with_nullable(self, nullable: bool) -> Definition:
        """It may, or may not, be NULL; a default that is NULL goes with that."""
        if nullable:
            return replace(self, null="NULL")
        kept = "" if self.default.upper() == "DEFAULT NULL" else self.default
        return replace(self, null="NOT NULL", default=kept)

    def with_default(self, default: str | Literal[False] | None) -> Definition:
        """It has this default, an SQL expression, or none; False leaves what it has."""
        if default is False:
            return self
        return replace(self, default="" if default is None else f"DEFAULT ({default})")

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(filter(None, (self.type_, self.null, self.default, self.rest)))


class Modification(DDLElement):
    """ALTER TABLE ... MODIFY COLUMN, which Alembic sends only with what it is told of a column."""

    def __init__(self, table: sa.TableClause, definition: Definition) -> None:
        self.table = table
        self.definition = definition


@compiles(Modification)
def _compile(element: Modification, compiler: DDLCompiler, **_: object) -> str:
    table = compiler.preparer.format_table(element.table)
    definition = compiler.sql_compiler.process(sa.literal_column(element.definition.text))
    return f"ALTER TABLE {table} MODIFY COLUMN {definition}"


def definition_of(connection: sa.Connection, table: sa.TableClause, column: str) -> Definition:
    """What the server says of a column that is there."""
    name = connection.dialect.identifier_preparer.format_table(table)
    shown = connection.exec_driver_sql(f"SHOW CREATE TABLE {name}").one()
    told = create_table.pieces(_ESCAPED.sub(_doubled, shown[1]), column, _ATTRIBUTES)
    rest = (told[word] for word in _ATTRIBUTES[3:] if word in told)
    return Definition(
        type_=told[""],
        null=told.get("NOT", told.get("NULL", "NULL")),
        default=told.get("DEFAULT", ""),
        rest=" ".join(rest),
    )


def _doubled(escaped: re.Match[str]) -> str:
    """A quote doubled, as everybody reads it; the server has it with a backslash in conditions."""
    return "''" if escaped[1] == "'" else escaped[0]
