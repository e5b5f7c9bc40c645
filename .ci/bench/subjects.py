"""What there is to measure, in the order of its worth: what stands last is left out first."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

import measures
from generated import generate
from measures import Chain, Measure

CORPUS = Path(__file__).parent.parent / "corpus"
PARTS = ("start", "rows", "chains", "jobs", "growth", "public", "long")
LARGE = "mlflow"
ROWS = (16, 256, 4096)
LONG = 1000
"""Revisions beyond which a chain is measured last."""


def groups(asked: Namespace, folder: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    """A name and what takes turns, group after group; each is prepared when it is asked for."""
    for part in PARTS:
        if part in asked.part:
            yield from _GROUPS[part](asked, folder)


def _start(*_: object) -> Iterator[tuple[str, Sequence[Measure]]]:
    yield "start-up", measures.of_start()


def _rows(asked: Namespace, _: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    # One process takes all turns, so that the table is made once.
    found = [
        measures.of_many_rows(database, rows, asked.runs)
        for database in asked.database
        for rows in measures.MANY
    ]
    yield "a million rows", found


def _chains(asked: Namespace, folder: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    names = [name for name in asked.chain if name == "plans" or int(name) <= LONG]
    for name in ["1", *names]:
        yield _of_chain(_chain(name, folder), asked)


def _jobs(asked: Namespace, folder: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    sizes = [int(name) for name in asked.chain if name != "plans" and int(name) <= LONG]
    if sizes and len(asked.database) > 1:
        yield "two jobs", measures.of_jobs(_chain(str(max(sizes)), folder))


def _growth(asked: Namespace, folder: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    chain = _chain("20", folder)
    found = [measures.of_rows(chain, each, rows) for rows in ROWS for each in asked.database]
    yield "growth with rows", found


def _public(asked: Namespace, folder: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    sys.path.append(str(CORPUS))
    from installing import CannotBeInstalledError, python_of
    from targets import load

    target = next(each for each in load().targets if each.name == LARGE)
    name = target.environment.package.replace("==", " ")
    try:
        python = python_of(target.environment, asked.environments).absolute()
    except CannotBeInstalledError as error:
        print(f"{name} cannot be installed: {error}")
        return
    ini = folder / LARGE / "alembic.ini"
    ini.parent.mkdir(exist_ok=True)
    ini.write_text(target.alembic_ini, encoding="utf-8")
    # The first step imports the whole application.
    chain = Chain(name, ini, python=python, options=(*target.options, "--timeout", "60"))
    yield _of_chain(chain, asked)


def _long(asked: Namespace, folder: Path) -> Iterator[tuple[str, Sequence[Measure]]]:
    for name in asked.chain:
        if name != "plans" and int(name) > LONG:
            yield _of_chain(_chain(name, folder), asked)


_GROUPS = {
    "start": _start,
    "rows": _rows,
    "chains": _chains,
    "jobs": _jobs,
    "growth": _growth,
    "public": _public,
    "long": _long,
}


def _of_chain(chain: Chain, asked: Namespace) -> tuple[str, Sequence[Measure]]:
    both = (measures.of_chain(chain, each, asked.slow_peers) for each in asked.database)
    return chain.name, [measure for found in both for measure in found]


def _chain(name: str, folder: Path) -> Chain:
    if name == "plans":
        return Chain("plans as repaired", Path("fixtures/plans/repaired/alembic.ini"))
    size = int(name)
    words = "1 revision" if size == 1 else f"{size:,} revisions"
    place = folder / name
    ini = place / "alembic.ini" if place.exists() else generate(place, size)
    return Chain(words, ini, size)
