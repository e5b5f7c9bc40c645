"""Measures whole walks beside what others do with the same chain on the same kind of database.

Commands take turns, so that whatever else the machine does hits all alike. Results are printed,
and written to reports/bench.json, reports/bench.md and reports/costs.svg; ``--page`` puts them into
docs/costs.md, docs/costs.svg and README.md too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from pathlib import Path

import machine
import page
from running import adopt_orphans
from subjects import PARTS, groups
from turns import Turns

from handrail.databases import USUAL, Provider, provider

REPORTS = Path("reports")
DOCS = Path("docs")
FOREVER = 7 * 24 * 60.0


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for; 1 where a command failed."""
    asked = _asked(arguments)
    ends = time.monotonic() + 60 * asked.minutes
    before = machine.load()
    adopt_orphans()
    with _providers(asked.database) as databases:
        turns = Turns(databases, asked.runs, asked.patience, ends)
        with tempfile.TemporaryDirectory(prefix="handrail-bench-") as folder:
            for name, measures in groups(asked, Path(folder)):
                print(f"-- {name}", flush=True)
                turns.take(measures)
        where = machine.described(databases, (before, machine.load()))
    often = "One run of each" if asked.runs == 1 else f"Medians of at most {asked.runs} runs"
    where += f" {often}, in turns."
    _deliver(turns, where, asked.page)
    return 1 if turns.failed else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument(
        "--part",
        action="append",
        choices=PARTS,
        help="one part alone; may be given more than once (default: all)",
    )
    parser.add_argument(
        "--chain",
        action="append",
        help="how many revisions a generated chain has, or plans; may be given more than once"
        " (default: 20, 200, plans and 2000)",
    )
    parser.add_argument("--database", action="append", choices=USUAL, help="default: both")
    parser.add_argument("--runs", type=int, default=5, help="of each command (default: 5)")
    parser.add_argument(
        "--patience",
        type=float,
        default=60.0,
        help="seconds after which a command is not run once more (default: 60)",
    )
    parser.add_argument(
        "--minutes",
        type=float,
        default=FOREVER,
        help="measure what fits into them, and say what was left out",
    )
    parser.add_argument(
        "--slow-peers",
        action="store_true",
        help="pytest-mrt over 200 revisions, pytest-alembic over 2000: minutes, or hours",
    )
    parser.add_argument("--page", action="store_true", help="renew the pages of docs and README")
    parser.add_argument("--environments", type=Path, required=True, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    asked.part = asked.part or list(PARTS)
    asked.chain = asked.chain or ["20", "200", "plans", "2000"]
    asked.database = asked.database or list(USUAL)
    return asked


@contextmanager
def _providers(names: Sequence[str]) -> Iterator[dict[str, Provider]]:
    """One of each, closed behind the last measure."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(closing(provider(name))) for name in names}


def _deliver(turns: Turns, where: str, renew: bool) -> None:
    # Only now: every process that is started would count what this one holds as its own.
    from plot import draw

    results = turns.results
    text = page.whole(results, where, turns.left_out, turns.failed)
    print(text)
    REPORTS.mkdir(exist_ok=True)
    (REPORTS / "bench.md").write_text(text, encoding="utf-8")
    runs = [
        {**asdict(key), "runs": [asdict(sample) for sample in each.samples]}
        for key, each in results.items()
    ]
    (REPORTS / "bench.json").write_text(json.dumps(runs, indent=2) + "\n", encoding="utf-8")
    draw(results, REPORTS / "costs.svg")
    if renew:
        page.put(text, DOCS / "costs.md")
        page.put(page.summary(results, where, "docs/costs.svg"), Path("README.md"))
        shutil.copy(REPORTS / "costs.svg", DOCS / "costs.svg")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
