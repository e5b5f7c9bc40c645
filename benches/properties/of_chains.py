"""The order in which a chain is climbed, held against Alembic's own traversal."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic.runtime.migration import HeadMaintainer, MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from hypothesis import strategies as st
from sqlalchemy import create_engine

from benches.properties.trying import tried
from handrail.chains.heads import compare
from handrail.chains.loading import Chain, load
from handrail.chains.target import resolve

_INI = "[alembic]\nscript_location = %(here)s/scripts\npath_separator = os\n"
_REVISION = """
revision = {name!r}
down_revision = {parents!r}
depends_on = {depends_on!r}

def upgrade():
    pass

def downgrade():
    pass
"""


@dataclass(frozen=True, slots=True)
class _Node:
    """A revision; those that it stands on and needs were made up before it."""

    name: str
    parents: tuple[str, ...]
    depends_on: tuple[str, ...]


_Graph = Sequence[_Node]


def climbed_as_alembic_climbs() -> None:
    """From where the ones before have led, Alembic itself goes to the next by that step alone."""

    def holds(graph: _Graph) -> None:
        with tempfile.TemporaryDirectory(prefix="handrail-graph-") as folder:
            chain = _loaded(graph, Path(folder))
            order = [each.identifier for each in chain.revisions]
            assert sorted(order) == sorted(each.name for each in graph), f"it climbs {order}"
            for at, name in enumerate(order):
                heads = _applied(chain.scripts, order[:at])
                steps = chain.scripts._upgrade_revs(name, heads)  # type: ignore[arg-type]
                taken = [step.revision.revision for step in steps]
                assert taken == [name], f"to {name}, from {heads}, Alembic takes {taken}"

    tried(25, _graphs(), holds)


def heads_are_those_of_alembic() -> None:
    """Where Alembic sees one head none is too many, and where it sees several they are told."""

    def holds(graph: _Graph) -> None:
        with tempfile.TemporaryDirectory(prefix="handrail-graph-") as folder:
            chain = _loaded(graph, Path(folder))
            heads = sorted(chain.scripts.get_heads())
            found = [each.message for each in compare(chain.revisions)]
            told = f"the chain has {len(heads)} heads: {', '.join(heads)}"
            assert found == ([told] if len(heads) > 1 else []), f"{found}, and not {told}"

    tried(25, _graphs(), holds)


def _loaded(graph: _Graph, folder: Path) -> Chain:
    """The graph as revision files, in the order of the alphabet and not in that of the graph."""
    versions = folder / "scripts" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(_INI, encoding="utf-8")
    (folder / "scripts" / "env.py").write_text("", encoding="utf-8")
    for node in graph:
        text = _REVISION.format(
            name=node.name, parents=node.parents or None, depends_on=node.depends_on or None
        )
        (versions / f"{node.name}.py").write_text(text, encoding="utf-8")
    return load(resolve(str(folder / "alembic.ini")))


def _applied(scripts: ScriptDirectory, names: Sequence[str]) -> tuple[str, ...]:
    """What Alembic's ledger holds after each of these upgrades."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        context._ensure_version_table()
        ledger = HeadMaintainer(context, context.get_current_heads())
        for name in names:
            script = scripts.get_revision(name)
            ledger.update_to_step(RevisionStep(scripts.revision_map, script, True))
        heads = tuple(sorted(context.get_current_heads()))
    engine.dispose()
    return heads


@st.composite
def _graphs(draw: Any) -> _Graph:
    """Up to seven revisions with bases, branches, merges and needs; their names tell no order."""
    names = draw(st.permutations("abcdefg"))[: draw(st.integers(1, 7))]
    nodes: list[_Node] = []
    for name in names:
        parents = draw(_some(nodes))
        needs = draw(_some(nodes)) if draw(st.booleans()) else ()
        nodes.append(_Node(name, parents, tuple(each for each in needs if each not in parents)))
    return nodes


def _some(nodes: _Graph) -> st.SearchStrategy[tuple[str, ...]]:
    if not nodes:
        return st.just(())
    named = st.sampled_from([each.name for each in nodes])
    return st.lists(named, max_size=2, unique=True).map(tuple)
