"""Measures whole walks beside what others do with the same chain on the same kind of database.

Commands take turns, so that whatever else the machine does hits all alike. Results are printed,
and written to reports/bench.json and reports/bench.md; ``--page`` puts them into docs/costs.md too.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from generated import generate
from measures import Chain, Measure, measures_of
from results import Result, as_markdown

from handrail.databases import USUAL, Provider, provider

REPORTS = Path("reports")
PAGE = Path("docs/costs.md")
MARKS = ("<!-- bench -->\n", "<!-- /bench -->\n")


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for."""
    asked = _asked(arguments)
    results: dict[tuple[str, str, str], Result] = {}
    with tempfile.TemporaryDirectory(prefix="handrail-bench-") as folder:
        chains = [_chain(name, Path(folder)) for name in ["1", *asked.chain]]
        for database in asked.database:
            with closing(provider(database)) as databases:
                for chain in chains:
                    found = measures_of(chain, database, asked.slow_peers)
                    _take_turns(found, databases, asked, results)
    table = as_markdown(results)
    print(table)
    REPORTS.mkdir(exist_ok=True)
    (REPORTS / "bench.md").write_text(table, encoding="utf-8")
    runs = [{"measure": key, "seconds": each.seconds} for key, each in results.items()]
    (REPORTS / "bench.json").write_text(json.dumps(runs, indent=2) + "\n", encoding="utf-8")
    if asked.page:
        _put_into_page(table)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument(
        "--chain",
        action="append",
        help="how many revisions a generated chain has, or plans; may be given more than once"
        " (default: 20, 200 and plans)",
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
        "--slow-peers", action="store_true", help="pytest-mrt over long chains too: minutes"
    )
    parser.add_argument("--page", action="store_true", help="write the tables into docs/costs.md")
    asked = parser.parse_args(arguments)
    asked.chain = asked.chain or ["20", "200", "plans"]
    asked.database = asked.database or list(USUAL)
    return asked


def _chain(name: str, folder: Path) -> Chain:
    if name == "plans":
        return Chain("plans as repaired", Path("fixtures/plans/repaired/alembic.ini"))
    size = int(name)
    words = "1 revision" if size == 1 else f"{size} revisions"
    return Chain(words, generate(folder / name, size), size)


def _take_turns(
    measures: Sequence[Measure],
    databases: Provider,
    asked: argparse.Namespace,
    results: dict[tuple[str, str, str], Result],
) -> None:
    for turn in range(asked.runs):
        for measure in measures:
            result = results.setdefault(measure.key, Result(measure.key))
            if sum(result.seconds) > asked.patience:
                continue
            result.seconds.append(_run(measure, databases))
            print(f"{turn + 1} {' | '.join(measure.key)}: {result.seconds[-1]:.2f} s", flush=True)


def _run(measure: Measure, databases: Provider) -> float:
    """One run; what it wants of a database is made before and dropped after."""
    if not measure.wants_database:
        return measure.took("")
    database = databases.make()
    try:
        # An ini file takes a percent sign for the beginning of a name.
        url = database.url.render_as_string(hide_password=False).replace("%2F", "/")
        return measure.took(url)
    finally:
        database.drop()


def _put_into_page(table: str) -> None:
    """Between the marks, which must be there."""
    text = PAGE.read_text(encoding="utf-8")
    begin, end = MARKS
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
