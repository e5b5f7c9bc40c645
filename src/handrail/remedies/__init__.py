"""Operations that Alembic lacks, as plug-ins: importing this package adds them to ``op``.

- ``op.replace_check_constraint(constraint_name, table_name, condition, *, schema=None)``
- ``op.set_not_null(table_name, column_name, *, nullable=False, server_default=False, schema=None)``
- ``op.set_server_default(table_name, column_name, default, *, schema=None)``
- ``op.require(table_name, predicate=None, message=None, *, allowed=None, examples=3, columns=(),
  schema=None)``
- ``op.remap(table_name, column_name, mapping, *, where=None, schema=None)``

None of them builds a table anew or rewrites a row that keeps its values. Names are quoted and
values bound or rendered by SQLAlchemy; conditions, predicates and defaults are SQL of the
developer's own, and are refused where they are more than one expression. Every error is a
RemedyError: raised on purpose, with nothing changed.

They keep to the transaction of the migration. On SQLite each works within a savepoint; so that a
whole step is rolled back there, the env.py must begin real transactions (see SQLAlchemy's page on
pysqlite, "Enabling Non-Legacy SQLite Transactional Modes").
"""

from handrail.remedies.check_constraint import ReplaceCheckConstraintOp
from handrail.remedies.errors import (
    NotFoundError,
    Obstacle,
    Refused,
    RemedyError,
    RowsDoNotFitError,
)
from handrail.remedies.not_null import SetNotNullOp
from handrail.remedies.remap import RemapOp
from handrail.remedies.require import RequireOp
from handrail.remedies.server_default import SetServerDefaultOp

__all__ = [
    "NotFoundError",
    "Obstacle",
    "Refused",
    "RemapOp",
    "RemedyError",
    "ReplaceCheckConstraintOp",
    "RequireOp",
    "RowsDoNotFitError",
    "SetNotNullOp",
    "SetServerDefaultOp",
]
