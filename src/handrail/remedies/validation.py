"""PostgreSQL's ALTER TABLE ... VALIDATE CONSTRAINT, which Alembic has no operation for."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDLElement
from sqlalchemy.sql.compiler import DDLCompiler


class Validation(DDLElement):
    """Rows of before a constraint that was added NOT VALID are held against it."""

    def __init__(self, table: sa.TableClause, constraint: str) -> None:
        self.table = table
        self.constraint = constraint


@compiles(Validation)
def _compile(element: Validation, compiler: DDLCompiler, **_: Any) -> str:
    table = compiler.preparer.format_table(element.table)
    return f"ALTER TABLE {table} VALIDATE CONSTRAINT {compiler.preparer.quote(element.constraint)}"
