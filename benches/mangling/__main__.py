"""Mangle files, read them by the calls that a user makes, and tell what goes wrong.

Exit code 1 where a call hung, showed a traceback, or ended in another way than Handrail may.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benches.mangling.calls import Ended, call
from benches.mangling.mangled import mangled
from benches.mangling.stand import READINGS, WALKS, Reading, git, stand

_WALKS_EVERY = 12
"""A walk takes as long as so many readings."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Until the time is over, or so many cases were tried; how many of each came to what end."""
    asked = _asked(arguments)
    until = time.monotonic() + asked.minutes * 60 if asked.minutes else None
    tally: Counter[str] = Counter()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="handrail-mangling-") as made:
        folder = Path(made).resolve()
        stand(folder)
        for number in itertools.count(asked.first):
            if time.monotonic() > until if until else number >= asked.first + asked.cases:
                break
            reading, file, contents, ended = _tried(folder, asked.seed, number)
            tally[f"{reading.name}: exit code {ended.code}"] += 1
            if ended.wrong:
                wrong += 1
                _tell(reading, file, contents, ended, number)
    for line, count in sorted(tally.items()):
        print(f"{count:6} {line}")
    print(f"{tally.total()} cases of seed {asked.seed}, {wrong} of them wrong")
    return int(wrong > 0)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benches.mangling", description=__doc__)
    parser.add_argument("--cases", type=int, default=100, help="how many to try")
    parser.add_argument("--minutes", type=float, help="or how long")
    parser.add_argument("--seed", type=int, default=1, help="another one mangles in other ways")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    return parser.parse_args(arguments)


def _tried(folder: Path, seed: int, number: int) -> tuple[Reading, Path, bytes, Ended]:
    """The case of that number, and how it ended; the file is as it was afterwards."""
    chance = Random(f"{seed}/{number}")
    reading = _reading(number)
    file = chance.choice(sorted(_files(folder, reading)))
    before = file.read_bytes()
    contents = mangled(before, chance)
    file.write_bytes(contents)
    try:
        if reading.commits:
            git(folder, "commit", "-q", "-a", "--allow-empty", "-m", "mangled")
        return reading, file.relative_to(folder), contents, call(reading.words, folder)
    finally:
        file.write_bytes(before)


def _reading(number: int) -> Reading:
    if number % _WALKS_EVERY == _WALKS_EVERY - 1:
        return WALKS[number // _WALKS_EVERY % len(WALKS)]
    return READINGS[number % len(READINGS)]


def _files(folder: Path, reading: Reading) -> Iterator[Path]:
    return (file for each in reading.files for file in folder.glob(each) if file.is_file())


def _tell(reading: Reading, file: Path, contents: bytes, ended: Ended, number: int) -> None:
    print(f"case {number}: handrail {' '.join(reading.words)}: {ended.wrong}", file=sys.stderr)
    print(f"  {file} held {contents!r}\n  it said\n{ended.words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
