"""Walks other people's chains, and compares what is found with what is known of them.

Fails where a bug that was seen by hand is not found, where an error has no verdict, where fewer
than nineteen errors in twenty are true, and where a feature that was written of a finding does not
fail as it says. Reports are left in reports/corpus; ``--page`` puts the table into docs/corpus.md.
Targets can be named; else all are walked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from comparing import Comparison, compare, levels
from features import complaints as misses
from installing import CannotBeInstalledError, python_of
from targets import Target, load
from walking import CannotBeWalkedError, Walk, adopt_orphans, walk

REPORTS = Path("reports/corpus")
PAGE = Path("docs/corpus.md")
MARKS = ("<!-- corpus -->\n", "<!-- /corpus -->\n")
TRUE = 19 / 20
"""Of all errors, the least part that must be true."""
HEAD = (
    "| chain | revisions | databases | steps | seconds | MiB | errors / warnings / notes"
    " | listed bugs found | errors true |\n|---|---|---|---|---|---|---|---|---|\n"
)


def main(arguments: Sequence[str]) -> int:
    """Walk what was asked for; 0 where everything is as it is known to be."""
    asked = _asked(arguments)
    corpus = load()
    adopt_orphans()
    rows, complaints, verdicts = [], [], [0, 0]
    for target in corpus.targets:
        if asked.target and target.name not in asked.target:
            continue
        try:
            walked = walk(target, python_of(target.environment, asked.environments), REPORTS)
        except (CannotBeInstalledError, CannotBeWalkedError) as error:
            rows.append(f"| {target.name} | not walked: {error} | | | | | | | |\n")
            complaints.append(f"{target.name}: {error}")
            continue
        compared = compare(target, walked.report, corpus)
        rows.append(_row(target, walked, compared))
        print(rows[-1], end="", flush=True)
        complaints += compared.complaints
        if target.features:
            python = python_of(target.environment, asked.environments)
            complaints += misses(target, python, REPORTS / target.name)
        verdicts = [verdicts[0] + len(compared.true), verdicts[1] + len(compared.false)]
    if sum(verdicts) and verdicts[0] < TRUE * sum(verdicts):
        complaints.append(f"only {verdicts[0]} of {sum(verdicts)} errors are true")
    _deliver("".join([HEAD, *rows]), complaints, asked.page)
    return 1 if complaints else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("walk_corpus", description=__doc__)
    parser.add_argument("target", nargs="*", help="as in features/corpus/targets.toml")
    parser.add_argument("--environments", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--page", action="store_true", help="renew the table in docs/corpus.md")
    return parser.parse_args(arguments)


def _row(target: Target, walked: Walk, compared: Comparison) -> str:
    told = walked.report["walked"]
    known, judged = len(compared.found) + len(compared.missing), len(compared.true)
    errors = judged + len(compared.false) + len(compared.unjudged)
    cells = [
        target.name,
        told["revisions"],
        ", ".join(told["databases"]),
        told["steps"],
        f"{walked.seconds:.0f}",
        f"{walked.mib:.0f}" if walked.mib else "",
        levels(walked.report),
        f"{len(compared.found)} of {known}" if known else "",
        f"{judged} of {errors}" if errors else "",
    ]
    return f"| {' | '.join(map(str, cells))} |\n"


def _deliver(table: str, complaints: Sequence[str], page: bool) -> None:
    said = "".join(f"- {each}\n" for each in complaints)
    (REPORTS / "report.md").write_text(f"{table}\n{said}", encoding="utf-8")
    print(said, end="")
    if page:
        text = PAGE.read_text(encoding="utf-8")
        before, rest = text.split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}{table}{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
