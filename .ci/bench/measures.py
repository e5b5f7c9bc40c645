"""What is measured: a command each, run to its end as a process of its own."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from first_query import FIRST, SECOND, STARTS
from imported import COUNTED
from million import PLAIN, SUMMED
from running import run

HERE = Path(__file__).parent
WALK = "handrail walk, {} data"
NONE, FULL = WALK.format("none"), WALK.format("adversarial")
PEER = "pytest-alembic, four tests"
PEER_UP_DOWN = "pytest-alembic, up and down"
GAUNTLET = "alembic-gauntlet, stairway"
MRT = "pytest-mrt, up and down"
FLOOR = "floor"
HELP = "handrail --help"
JOBS = f"{FULL}, {{}}"
ROWS = f"{FULL}, --rows {{}}"
BOTH = "both"
MANY = (1000, 1_000_000)

__all__ = ["COUNTED", "FIRST", "PLAIN", "SECOND", "STARTS", "SUMMED"]


@dataclass(frozen=True)
class Chain:
    """One chain: ``size`` is the number of its revisions where it was generated for this."""

    name: str
    ini: Path
    size: int | None = None
    python: Path = Path(sys.executable)
    options: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Key:
    """What a result is found by."""

    what: str
    of: str
    database: str = ""


@dataclass(frozen=True)
class Sample:
    """One figure, mostly seconds; ``mib`` is what the largest process held."""

    figure: float
    mib: float


@dataclass(frozen=True)
class Measure:
    """One command; ``tells`` where it prints its figures, else its time is taken.

    ``once`` is for one that takes its turns by itself.
    """

    key: Key
    command: tuple[str, ...]
    wants_database: bool = True
    tells: bool = False
    once: bool = False
    chain: Chain | None = None

    def take(self, url: str, at_most: float) -> Iterator[tuple[Key, Sample]]:
        """Run it once; raises OutOfTimeError, or FailedError."""
        ini = str(self.chain.ini) if self.chain else ""
        command = [word.format(url=url) for word in self.command]
        ran = run(command, {"BENCH_INI": ini, "BENCH_URL": url}, at_most)
        if not self.tells:
            yield self.key, Sample(ran.seconds, ran.mib)
            return
        for what, figures in json.loads(ran.output).items():
            for figure in figures:
                yield Key(what, self.key.of, self.key.database), Sample(figure, ran.mib)


def of_chain(chain: Chain, database: str, slow_peers: bool) -> list[Measure]:
    """All that goes over one chain on one kind of database."""
    size = chain.size or 0
    if size == 1:
        return [_floor(chain, database), _walk(chain, database, NONE, "none")]
    found = [_floor(chain, database)] if size else []
    found.append(_walk(chain, database, NONE, "none"))
    found.append(_walk(chain, database, FULL, "adversarial"))
    if size <= 1000 or slow_peers:
        found += _peers(chain, database, slow_peers)
    return found


def of_rows(chain: Chain, database: str, rows: int) -> Measure:
    """A walk with so many rows where statements are counted."""
    return _walk(chain, database, ROWS.format(rows), "adversarial", "--rows", str(rows))


def of_jobs(chain: Chain) -> list[Measure]:
    """Both databases by one job, and by two."""
    databases = ("--database", "sqlite", "--database", "postgresql")
    return [
        _handrail(chain, JOBS.format(words), BOTH, *databases, "--jobs", jobs)
        for words, jobs in (("one job", "1"), ("two jobs", "2"))
    ]


def of_many_rows(database: str, rows: int, turns: int) -> Measure:
    """A table of so many rows, read and summed up."""
    words = (sys.executable, str(HERE / "million.py"), "{url}", str(rows), str(turns))
    return Measure(Key("", f"{rows:,} rows", database), words, tells=True, once=True)


def of_start() -> list[Measure]:
    """What there is to wait for before anything happens."""
    script = _script(Path(sys.executable))
    imports = (sys.executable, str(HERE / "imported.py"), script)
    query = (sys.executable, str(HERE / "first_query.py"))
    return [
        Measure(Key(HELP, "start"), (script, "--help"), wants_database=False),
        Measure(Key("", HELP), imports, wants_database=False, tells=True),
        Measure(Key("", "embedded PostgreSQL"), query, wants_database=False, tells=True),
    ]


def _peers(chain: Chain, database: str, slow_peers: bool) -> Iterator[Measure]:
    if chain.python != Path(sys.executable):
        return  # no peer gets through it, see docs/costs.md
    alembic, mrt, gauntlet = (
        str(HERE / "peers" / f"test_{name}.py")
        for name in ("pytest_alembic", "pytest_mrt", "alembic_gauntlet")
    )
    # The plans have no models that their schema could be compared with.
    models = () if chain.size else ("-k", "not model_definitions")
    yield _pytest(PEER, chain, database, alembic, *models)
    yield _pytest(PEER_UP_DOWN, chain, database, f"{alembic}::test_up_down_consistency")
    if not chain.size:
        return  # their CHECKs refuse the rows of one, and their env.py the schema of the other
    if database == "postgresql" and importlib.util.find_spec("alembic_gauntlet"):
        test = f"{gauntlet}::TestStairway::test_stairway_upgrade_downgrade"
        yield _pytest(GAUNTLET, chain, database, "-o", "asyncio_mode=auto", test)
    if importlib.util.find_spec("pytest_mrt") and chain.size <= (200 if slow_peers else 20):
        yield _pytest(MRT, chain, database, mrt)


def _walk(chain: Chain, database: str, what: str, data: str, *options: str) -> Measure:
    return _handrail(chain, what, database, "--database", database, "--data", data, *options)


def _handrail(chain: Chain, what: str, database: str, *options: str) -> Measure:
    words = (_script(chain.python), "walk", str(chain.ini), *chain.options, *options)
    key = Key(what, chain.name, database)
    return Measure(key, (*words, "--fail-on", "never"), wants_database=False, chain=chain)


def _floor(chain: Chain, database: str) -> Measure:
    words = (sys.executable, str(HERE / "floor.py"), str(chain.ini), "{url}")
    return Measure(Key(FLOOR, chain.name, database), words, chain=chain)


def _pytest(what: str, chain: Chain, database: str, *chosen: str) -> Measure:
    # pytest-mrt adds tests of its own to every run unless it is told not to.
    options = ("-q", "-p", "no:cacheprovider", "-o", "mrt_default_tests=false")
    words = (sys.executable, "-m", "pytest", *options, *chosen)
    return Measure(Key(what, chain.name, database), words, chain=chain)


def _script(python: Path) -> str:
    """The command of an environment."""
    return str(python.with_name("handrail"))
