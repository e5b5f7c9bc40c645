"""The metadata that env.py hands over, held against the database that it is connected to.

What Alembic compares is compared by Alembic, with the options of env.py (``include_object``,
``include_name``, ``compare_type``, ``compare_server_default``); comments are left out. Of CHECK
constraints, which it leaves alone, only the texts are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from alembic.autogenerate import produce_migrations
from alembic.autogenerate.api import AutogenContext
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Dialect, Table
from sqlalchemy.schema import CreateIndex

from handrail.model import Check, Deviation, Models


def models_of(migration: MigrationContext) -> Models:
    """How the database differs from the metadata; nothing where there is none, or an empty one.

    Whatever a function of env.py raises comes through.
    """
    metadata = migration.opts.get("target_metadata")
    context = AutogenContext(migration, metadata=metadata, autogenerate=False)
    if metadata is None or not context.sorted_tables:
        return Models()
    upgrade: Any = produce_migrations(migration, metadata).upgrade_ops
    comparison = _Comparison(migration.dialect)
    deviations = tuple(comparison.deviations(upgrade.as_diffs()))
    apart = {each.table for each in deviations if each.thing == "table"}
    checks = {
        name: comparison.checks(table)
        for table in context.sorted_tables
        if (name := comparison.name(table)) not in apart and _is_compared(context, table)
    }
    return Models(deviations, checks)


def _is_compared(context: AutogenContext, table: Table) -> bool:
    named = context.run_name_filters(table.name, "table", {"schema_name": table.schema})
    return named and context.run_object_filters(table, table.name, "table", False, None)


class _Comparison:
    """Puts what Alembic found into words of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._compiler: Any = dialect.ddl_compiler(dialect, None)  # type: ignore[arg-type]

    def deviations(self, found: Iterable[Any]) -> Iterator[Deviation]:
        """Each thing once, in an order of their names; of a table on one side nothing more."""
        known: dict[tuple[str, str], Deviation] = {}
        for each in self._each(found):
            other = known.get((each.table, each.thing), each)
            there, wanted = each.there or other.there, each.wanted or other.wanted
            known[each.table, each.thing] = replace(each, there=there, wanted=wanted)
        apart = {table for table, thing in known if thing == "table"}
        for table, thing in sorted(known):
            if thing == "table" or table not in apart:
                yield known[table, thing]

    def checks(self, table: Table) -> tuple[Check, ...]:
        """The CHECK constraints that the table would be made with."""
        return tuple(sorted(self._checks(table), key=lambda each: (each.name or "", each.text)))

    def name(self, table: Table) -> str:
        """As the rest of Handrail calls the table."""
        return self._named(table.schema, table.name)

    def _checks(self, table: Table) -> Iterator[Check]:
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint) and self._is_made(constraint):
                text = self._compiler.sql_compiler.process(
                    constraint.sqltext, include_table=False, literal_binds=True
                )
                yield Check(self._label(constraint), text)

    def _named(self, schema: str | None, name: str) -> str:
        return name if schema in (None, self._dialect.default_schema_name) else f"{schema}.{name}"

    def _is_made(self, constraint: CheckConstraint) -> bool:
        rule: Any = constraint._create_rule
        return rule is None or rule(self._compiler)

    def _label(self, constraint: Any) -> str | None:
        """Its name as the database would have it, by the naming convention too."""
        preparer = self._dialect.identifier_preparer
        return constraint.name and preparer.format_constraint(constraint, _alembic_quote=False)

    def _each(self, found: Iterable[Any]) -> Iterator[Deviation]:
        """What is about several columns comes in lists; what plug-ins compare is left out."""
        for difference in found:
            if isinstance(difference, list):
                yield from self._each(difference)
                continue
            action, _, kind = difference[0].partition("_")
            if action == "modify" and kind in ("type", "nullable", "default"):
                yield self._modified(kind, *difference[1:])
            elif kind in ("table", "column", "index", "fk", "constraint"):
                name, thing, printed = self._described(kind, *difference[1:])
                there, wanted = (None, printed) if action == "add" else (printed, None)
                yield Deviation(name, thing, there, wanted)

    def _modified(
        self, kind: str, schema: str | None, table: str, column: str, _: Any, old: Any, new: Any
    ) -> Deviation:
        words: Callable[[Any], str | None] = {
            "type": lambda type_: str(type_.compile(self._dialect)),
            "nullable": lambda nullable: "allowed" if nullable else "forbidden",
            "default": lambda default: str(getattr(default, "arg", default)) if default else None,
        }[kind]
        thing = f"{'NULL in' if kind == 'nullable' else f'{kind} of'} column {column}"
        return Deviation(self._named(schema, table), thing, words(old), words(new))

    def _described(self, kind: str, *parts: Any) -> tuple[str, str, str]:
        """The table, the thing, and how it would be printed."""
        if kind == "column":
            schema, table, column = parts
            printed = str(column.type.compile(self._dialect))
            return self._named(schema, table), f"column {column.name}", printed
        (made,) = parts
        if kind == "table":
            return self.name(made), "table", "there"
        name, label = self.name(made.table), self._label(made)
        if kind == "index":
            text = str(CreateIndex(made).compile(dialect=self._dialect)).partition(" ON ")[2]
            return name, f"index {label}", f"{'UNIQUE ' * bool(made.unique)}{text}"
        columns = f"({', '.join(made.columns.keys())})"
        if kind == "constraint":
            return name, f"unique key {label or columns}", columns
        referred = ", ".join(element.target_fullname for element in made.elements)
        rules = f"ON DELETE {made.ondelete} ON UPDATE {made.onupdate}".replace("None", "NO ACTION")
        return name, f"foreign key {label or columns}", f"{columns} to {referred} {rules}"
