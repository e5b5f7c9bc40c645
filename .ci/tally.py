"""Counts what behave and Robot Framework wrote into a folder of reports, in one closing line.

Exit code 1 where a test failed, or where one of the runs left no report at all. What was skipped
as a whole, for the reason in the file ``docker/skipped``, counts as one.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

EXPECTED = "handrail.expected_failure"
DATABASES = ("sqlite", "postgresql", "mariadb")
"""Those that cannot be missing."""


def behave(folder: Path) -> Counter[str]:
    """The verdicts of one run's JUnit files."""
    documents = map(ElementTree.parse, folder.rglob("*.xml"))
    return Counter(verdict(case) for document in documents for case in document.iter("testcase"))


def verdict(case: ElementTree.Element) -> str:
    """An expected failure is a skip of a type of its own; it counts as passed."""
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    skipped = case.find("skipped")
    return "passed" if skipped is None or skipped.get("type") == EXPECTED else "skipped"


def robot(file: Path) -> Counter[str]:
    """Robot Framework's own totals."""
    total = ElementTree.parse(file).find("statistics/total/stat") if file.exists() else None
    counted = {} if total is None else total.attrib
    words = {"pass": "passed", "fail": "failed", "skip": "skipped"}
    return Counter({word: int(counted.get(name, 0)) for name, word in words.items()})


def containers(folder: Path) -> Counter[str]:
    """Of what ran in containers the features, the provider contract and the suites of integrity."""
    if (folder / "skipped").exists():
        return Counter(skipped=1)
    return sum(map(robot, folder.glob("*/output.xml")), behave(folder / "features"))


def main(reports: Path) -> int:
    """Print the count of each run, then their sum."""
    there = {folder.name for folder in (reports / "behave").glob("*")}
    databases = sorted(there.union(DATABASES))
    runs = {f"behave on {name}": behave(reports / "behave" / name) for name in databases}
    runs["robot"] = robot(reports / "robot" / "output.xml")
    runs["in containers"] = containers(reports / "docker")
    for name, counted in runs.items():
        print(f"{name}: {dict(counted) if counted.total() else 'no report'}")
    for reason in reports.glob("docker/skipped"):
        print(f"in containers: skipped: {reason.read_text(encoding='utf-8').strip()}")
    total = sum(runs.values(), Counter())
    print(", ".join(f"{total[word]} {word}" for word in ("passed", "failed", "skipped")))
    return 1 if total["failed"] or not all(counted.total() for counted in runs.values()) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
