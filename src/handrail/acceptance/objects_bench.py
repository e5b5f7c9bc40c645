"""Tables as objects of a database: left behind, gone, or built anew by a migration."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.acceptance.chain_bench import ChainBench
from handrail.acceptance.tables import Record, assert_same
from handrail.walk.rules.table_rebuilt import rebuilt


class ObjectsBench:
    """Which tables there were before the last migration of a chain, and which there are now."""

    def __init__(self, chain: ChainBench) -> None:
        self._chain = chain

    def should_be_the_same(self) -> None:
        """No table is left behind and none is gone."""
        left, gone = self._left_behind(), self._gone()
        assert not left, f"tables are left behind: {', '.join(left)}"
        assert not gone, f"tables are gone: {', '.join(gone)}"

    def should_leave_behind(self, expected: Sequence[Record]) -> None:
        """These tables, and no others, are there that were not there before, with so many rows."""
        rows = self._chain.after.rows
        found = [{"table": n, "rows": str(len(rows[n].values))} for n in self._left_behind()]
        assert_same(expected, found, "other tables are left behind")

    def should_have_lost(self, expected: Sequence[Record]) -> None:
        """These tables, and no others, are gone that were there before."""
        found = [{"table": name} for name in self._gone()]
        assert_same(expected, found, "other tables are gone")

    def should_stand_where_they_stood(self) -> None:
        """Every table that a step has left there is the same object of the database as before."""
        anew = {name for leg in self._chain.legs for name in rebuilt(leg, self._chain.dialect)}
        assert not anew, f"tables are built anew: {', '.join(sorted(anew))}"

    def should_be_renamed(self, old: str, new: str) -> None:
        """The table of the new name is the same object that had the old one."""
        was, now = self._chain.before.storage.get(old), self._chain.after.storage.get(new)
        assert was is not None, f"there was no table {old}"
        assert was == now, f"tables are built anew: {new} is another table than {old} was"

    def close(self) -> None:
        """Nothing is held."""

    def _left_behind(self) -> list[str]:
        return sorted(self._chain.after.storage.keys() - self._chain.before.storage.keys())

    def _gone(self) -> list[str]:
        return sorted(self._chain.before.storage.keys() - self._chain.after.storage.keys())
