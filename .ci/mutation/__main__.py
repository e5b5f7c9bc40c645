"""Break the code in one place at a time, and see whether the features notice.

``core`` are mutants of rules, verdicts, hazards, difference, tags and guard (groups.toml), of which
9 of 10 have to be noticed; ``reversals`` are the mends of the repaired systems taken back, all of
which have to. Mutants that nothing can notice stand with their reason in explained.toml. The share
is printed, and each that survived. Exit code 1 where too many have.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from mutants import mutants
from reversals import reversals
from trees import Change, Trees, Tried

GATES = {"core": 90.0, "reversals": 100.0}
FOREVER = 7 * 24 * 60.0


def main(arguments: Sequence[str]) -> int:
    """Try what was asked for; 1 where less was noticed than has to be."""
    asked = _asked(arguments)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="handrail-mutation-") as folder:
        trees = Trees(Path(folder), asked.processes)
        for kind in asked.kind or GATES:
            changes = _changes(kind, asked)
            as_it_is = trees.try_all(_unchanged(changes), time.monotonic() + FOREVER, _tell_failing)
            if any(each.noticed for each in as_it_is):
                return 1
            tried = trees.try_all(changes, time.monotonic() + 60 * asked.minutes, _tell)
            failed |= _judge(kind, len(changes), tried)
    return failed


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("mutation", description=__doc__)
    parser.add_argument("name", nargs="*", help="groups, modules or systems; all unless told")
    parser.add_argument("--kind", action="append", choices=GATES, help="one kind alone")
    parser.add_argument("--share", type=float, default=1.0, help="of the mutants, by chance")
    parser.add_argument("--seed", type=int, default=1, help="of that chance")
    parser.add_argument("--minutes", type=float, default=FOREVER, help="when to begin no more")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time")
    return parser.parse_args(arguments)


def _changes(kind: str, asked: argparse.Namespace) -> list[Change]:
    if kind == "reversals":
        return reversals(asked.name)
    return mutants(asked.name, asked.share, asked.seed)


def _unchanged(changes: Sequence[Change]) -> list[Change]:
    """For each set of features a change that changes nothing."""
    sets = {(tuple(each.features), tuple(each.databases)): each for each in changes}
    return [
        Change(each.group, "nothing", each.file, Path(each.file).read_text("utf-8"), *key)
        for key, each in sets.items()
    ]


def _tell_failing(tried: Tried) -> None:
    if tried.noticed:
        print(f"fails as the code stands: {' '.join(tried.change.features)}", flush=True)


def _tell(tried: Tried) -> None:
    what = "noticed" if tried.noticed else "SURVIVED"
    first = tried.change.told.partition("\n")[0]
    print(f"{tried.seconds:6.1f} s  {what:8}  {tried.change.group}: {first}", flush=True)


def _judge(kind: str, number: int, tried: Sequence[Tried]) -> int:
    """The share by group and of all, and who survived; 1 where it is below the gate."""
    groups: dict[str, list[Tried]] = defaultdict(list)
    for each in sorted(tried, key=lambda each: each.change.told):
        groups[each.change.group].append(each)
    explained = [each for each in tried if not each.noticed and _is_explained(each.change)]
    for name, found in groups.items():
        print(f"{kind}: {name}: {_share(found, explained):5.1f} % of {len(found)} noticed")
    for each in (each for found in groups.values() for each in found):
        if not each.noticed and each not in explained:
            print(f"survived: {each.change.told}")
    share = _share(tried, explained)
    print(
        f"{kind}: {share:.1f} % noticed of the {len(tried)} tried, of {number}; {len(explained)}"
        f" survivors are explained; {GATES[kind]:g} % have to be"
    )
    return int(share < GATES[kind])


def _share(tried: Sequence[Tried], explained: Sequence[Tried]) -> float:
    """Those that are explained count for nothing."""
    meant = [each for each in tried if each not in explained]
    return 100 * sum(each.noticed for each in meant) / len(meant) if meant else 100.0


def _is_explained(change: Change) -> bool:
    known = tomllib.loads((Path(__file__).parent / "explained.toml").read_text("utf-8"))
    lines = [line[1:].strip() for line in change.told.splitlines()[1:] if line[0] in "+-"]
    return any(
        change.file == each["file"] and len(lines) == 2 and _fits(lines, each)
        for each in known.get("survivor", ())
    )


def _fits(lines: Sequence[str], known: dict) -> bool:
    was, becomes = lines
    return was == known["was"] and fnmatchcase(becomes, known["becomes"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
