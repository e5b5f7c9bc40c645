"""What is measured: a command each, ran to its end as a process of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
WALK = "handrail walk, {} data"
PEER = "pytest-alembic, four tests"
PEER_UP_DOWN = "pytest-alembic, up and down"
MRT = "pytest-mrt, up and down"
FLOOR = "floor"


@dataclass(frozen=True)
class Chain:
    """One chain: ``size`` is the number of its revisions where it was generated for this."""

    name: str
    ini: Path
    size: int | None = None


@dataclass(frozen=True)
class Measure:
    """One command over a chain and a kind of database; ``url`` where it wants one handed over."""

    what: str
    chain: Chain
    database: str
    command: tuple[str, ...]
    wants_database: bool = True

    @property
    def key(self) -> tuple[str, str, str]:
        """What a result is found by."""
        return self.what, self.chain.name, self.database

    def took(self, url: str) -> float:
        """Seconds from start to end; raises where the command fails."""
        environment = os.environ | {"BENCH_INI": str(self.chain.ini), "BENCH_URL": url}
        began = time.perf_counter()
        ended = subprocess.run(
            [word.format(url=url) for word in self.command],
            env=environment,
            capture_output=True,
            check=False,
        )
        seconds = time.perf_counter() - began
        if ended.returncode:
            raise SystemExit(
                f"{self.command} failed:\n{ended.stdout.decode()}\n{ended.stderr.decode()}"
            )
        return seconds


def measures_of(chain: Chain, database: str, slow_peers: bool) -> list[Measure]:
    """Everything that is measured on one chain and one kind of database."""
    found = [_walk(chain, database, "none"), _walk(chain, database, "adversarial")]
    if chain.size == 1 or (chain.size or 0) > 1000:
        return [found[0], _floor(chain, database)] if chain.size == 1 else found
    # The other chain has no models that its schema could be compared with.
    models = () if chain.size else ("-k", "not model_definitions")
    found.append(_pytest(PEER, chain, database, _test("alembic"), *models))
    up_down = f"{_test('alembic')}::test_up_down_consistency"
    found.append(_pytest(PEER_UP_DOWN, chain, database, up_down))
    if chain.size:
        found.append(_floor(chain, database))
        # Its rows do not pass the CHECKs of the other chain.
        if importlib.util.find_spec("pytest_mrt") and (slow_peers or chain.size <= 20):
            found.append(_pytest(MRT, chain, database, _test("mrt")))
    return found


def _walk(chain: Chain, database: str, data: str) -> Measure:
    options = ("--database", database, "--data", data, "--fail-on", "never")
    words = (_script("handrail"), "walk", str(chain.ini), *options)
    return Measure(WALK.format(data), chain, database, words, wants_database=False)


def _floor(chain: Chain, database: str) -> Measure:
    words = (sys.executable, str(HERE / "floor.py"), str(chain.ini), "{url}")
    return Measure(FLOOR, chain, database, words)


def _pytest(what: str, chain: Chain, database: str, *chosen: str) -> Measure:
    # pytest-mrt adds tests of its own to every run unless it is told not to.
    options = ("-q", "-p", "no:cacheprovider", "-o", "mrt_default_tests=false")
    words = (sys.executable, "-m", "pytest", *options, *chosen)
    return Measure(what, chain, database, words)


def _test(peer: str) -> str:
    return str(HERE / "peers" / f"test_pytest_{peer}.py")


def _script(name: str) -> str:
    """The command of the running environment."""
    return str(Path(sys.executable).with_name(name))
