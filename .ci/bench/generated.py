"""Chains of any length for measuring, the same each time."""

from __future__ import annotations

from pathlib import Path

INI = """[alembic]
script_location = %(here)s/scripts
path_separator = os
sqlalchemy.url = sqlite:///never.db
"""
ENV = """from alembic import context
from sqlalchemy import MetaData, engine_from_config, pool, text

config = context.config


def migrate(connection, **options):
    context.configure(
        connection=connection,
        target_metadata=MetaData(),
        include_name=lambda *_: False,  # there are no models that it could be compared with
        **options,
    )
    with context.begin_transaction():
        context.run_migrations()


if schema := config.attributes.get("target_schema"):  # alembic-gauntlet has a schema of its own
    connection = config.attributes["connection"]
    connection.execute(text(f"SET search_path TO {schema}"))
    migrate(connection, version_table_schema=schema)
else:
    settings = config.get_section(config.config_ini_section)
    engine = engine_from_config(settings, prefix="sqlalchemy.", poolclass=pool.NullPool)
    with engine.connect() as connection:
        migrate(connection)
"""
REVISION = '''"""Revision {number} of many."""

import sqlalchemy as sa
from alembic import op

revision = "r{number:04d}"
down_revision = {before}


def upgrade():
    {up}


def downgrade():
    {down}
'''
TABLE = (
    'op.create_table("t{number}", sa.Column("id", sa.Integer, primary_key=True), '
    'sa.Column("name", sa.String(50), nullable=False), sa.Column("note", sa.Text))'
)


def generate(folder: Path, revisions: int) -> Path:
    """The ini file of a chain that makes a table, and in every other revision adds a column."""
    versions = folder / "scripts" / "versions"
    versions.mkdir(parents=True)
    (folder / "scripts" / "env.py").write_text(ENV, encoding="utf-8")
    (folder / "scripts" / "script.py.mako").touch()
    for number in range(1, revisions + 1):
        text = _revision(number)
        (versions / f"r{number:04d}.py").write_text(text, encoding="utf-8")
    ini = folder / "alembic.ini"
    ini.write_text(INI, encoding="utf-8")
    return ini


def _revision(number: int) -> str:
    before = f'"r{number - 1:04d}"' if number > 1 else "None"
    if number % 2:
        up, down = TABLE.format(number=number), f'op.drop_table("t{number}")'
    else:
        table = f"t{number - 1}"
        up = f'op.add_column("{table}", sa.Column("extra", sa.Integer))'
        down = f'op.drop_column("{table}", "extra")'
    return REVISION.format(number=number, before=before, up=up, down=down)
