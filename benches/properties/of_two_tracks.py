"""What the parity guard says of changes on the one track and revisions on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from benches.parity.repository_bench import RepositoryBench
from benches.processes_bench import ProcessesBench
from benches.properties.made_up_edits import Edit, edits
from benches.properties.trying import tried
from handrail.parity import Verdict, guard, read_settings

_LIST = "src/backend/db/migrations.py"
_VERSIONS = "src/backend/migrations/versions"
_REVISION = """import sqlalchemy as sa
from alembic import op

revision = "{name}"
down_revision = "{below}"


def upgrade():
{upgrade}


def downgrade():
    pass
"""


def what_no_revision_brings_is_missing() -> None:
    """The guard names exactly the changes that no revision brings, however each is written."""
    with _compared() as compared:

        def holds(made: Sequence[Edit]) -> None:
            found = compared(made)
            expected = sorted(each.told for each in made if each.revision is None)
            assert sorted(each.told for each in found.missing) == expected, _words(made, found)
            assert sorted(each.told for each in found.differences) == _all(made), _words(
                made, found
            )
            assert not found.unjudged, _words(made, found)

        tried(8, edits(), holds)


def order_tells_nothing() -> None:
    """The guard names the same where entries and revisions are written in another order."""
    with _compared() as compared:

        def holds(made: tuple[Sequence[Edit], Sequence[Edit]]) -> None:
            one, other = (sorted(each.told for each in compared(some).missing) for some in made)
            assert one == other, f"{one} and {other} of {made[0]}"

        tried(4, edits().flatmap(lambda e: st.tuples(st.just(e), st.permutations(e))), holds)


def a_revision_more_takes_one_away() -> None:
    """With a revision for all that is missing, and no other change, the guard passes."""
    with _compared() as compared:

        def holds(made: Sequence[Edit]) -> None:
            whole = [
                replace(each, revision=each.revision or '    op.execute("{sql}")') for each in made
            ]
            assert not compared(whole).missing, _words(whole, compared(whole))

        tried(3, edits(), holds)


@contextmanager
def _compared() -> Iterator[Callable[[Sequence[Edit]], Verdict]]:
    """A repository with both tracks, and what the guard says once those edits are committed."""
    processes = ProcessesBench()
    repository = RepositoryBench(processes)
    try:
        repository.begin()
        base = repository.git("rev-parse", "HEAD")
        before = (repository.folder / _LIST).read_text(encoding="utf-8")

        def compared(made: Sequence[Edit]) -> Verdict:
            _write(repository.folder, before, made)
            repository.git("add", "--all")
            repository.git("commit", "--quiet", "--allow-empty", "--message", "edits")
            settings = read_settings(repository.folder / "pyproject.toml")
            return guard(repository.folder, base, "HEAD", settings)

        yield compared
    finally:
        processes.close()


def _write(folder: Path, before: str, made: Sequence[Edit]) -> None:
    """The list with an entry for each edit, and a revision for each that one brings."""
    above, begin, below = before.partition("MIGRATIONS = [\n")
    functions = "\n\n".join(each.function() for each in made)
    entries = "".join(f'    ("{each.name}", _migrate_{each.name}),\n' for each in made)
    text = above + functions + "\n\n" + begin + below.replace("]", f"{entries}]")
    (folder / _LIST).write_text(text, encoding="utf-8")
    for old in (folder / _VERSIONS).glob("new_*.py"):
        old.unlink()
    last = "0002"
    for each in (each for each in made if each.revision):
        text = _REVISION.format(name=each.name, below=last, upgrade=each.upgrade())
        (folder / _VERSIONS / f"{each.name}.py").write_text(text, encoding="utf-8")
        last = each.name


def _all(made: Sequence[Edit]) -> list[str]:
    """What the guard sees on the code-first track: a table with each of its columns."""
    parts = [
        f"column {part} of {each.name} added"
        for each in made
        if each.kind == "table"
        for part in ("id", "body")
    ]
    return sorted([*(each.told for each in made), *parts])


def _words(made: Sequence[Edit], found: Verdict) -> str:
    """What was made, and what the guard says of it."""
    missing, all_ = ([each.told for each in some] for some in (found.missing, found.differences))
    functions = "\n".join(each.function() + each.upgrade() for each in made)
    return f"it names {missing} of {all_}, having seen\n{functions}"
