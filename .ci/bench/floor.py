"""The floor: each revision up, down and up with one migration context and one connection.

Called with an ini file and a URL.
"""

from __future__ import annotations

import sys

import sqlalchemy as sa
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory


def main(ini: str, url: str) -> None:
    """Walk the whole chain."""
    scripts = ScriptDirectory.from_config(Config(ini))
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            for script in reversed(list(scripts.walk_revisions())):
                _go(context, scripts._upgrade_revs, script.revision)
                _go(context, scripts._downgrade_revs, script.down_revision or "base")
                _go(context, scripts._upgrade_revs, script.revision)


def _go(context: MigrationContext, steps: object, destination: str) -> None:
    context._migrations_fn = lambda heads, _: steps(destination, heads)
    with context.begin_transaction(_per_migration=True):
        context.run_migrations()


if __name__ == "__main__":
    main(*sys.argv[1:])
