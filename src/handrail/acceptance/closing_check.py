"""Whether features and suites hold what a change has to bring that closes an issue."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from handrail.acceptance.base_state import Base, base_state
from handrail.acceptance.proving import lay_over, otherwise
from handrail.acceptance.tag_check import broken, read
from handrail.errors import TargetError
from handrail.expected_failures import Closing, IssueBook, Offender, Tagged, closing


@dataclass(frozen=True, slots=True)
class Proof:
    """How what nobody saw fail is run on the base: what is laid over it, and the time it has."""

    laid: tuple[str, ...] = ()
    seconds: float = 300.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What is wrong, what somebody should look at, and what is well."""

    faults: tuple[Offender, ...] = ()
    warnings: tuple[Offender, ...] = ()
    told: tuple[Offender, ...] = ()


def close(
    numbers: Sequence[int], paths: Sequence[str], revision: str | None, proof: Proof | None = None
) -> Answer:
    """Whether the change since ``revision`` closes each of the issues, as ``closing`` has it.

    ``paths`` are read as they are in the working tree, and as they were in the commit where
    ``revision`` and HEAD parted; without it only what stands there today is judged. With ``proof``
    what must pass, and was not expected to fail there, is run in that commit, laid out in a folder
    of its own, and has to fail as reported. The working tree and the index stay as they are.
    Breaches of the rules for tags are faults too.

    Raises TargetError for what cannot be read, and a base that this clone does not hold.
    """
    here = read(paths)
    with ExitStack() as stack:
        base = stack.enter_context(base_state(revision)) if numbers and revision else None
        before = list(_at(base, paths)) if base else []
        judge = _Judge(paths, base, proof)
        answers = [Answer(tuple(broken(here)))]
        answers += [judge.answer(number, closing(number, here, before)) for number in numbers]
    return Answer(
        tuple(each for answer in answers for each in answer.faults),
        tuple(each for answer in answers for each in answer.warnings),
        tuple(each for answer in answers for each in answer.told),
    )


def _at(base: Base, paths: Sequence[str]) -> Iterator[Tagged]:
    """What stood there, by the names that files have here; nothing where a path was not there."""
    places = [base.place_of(Path(path)) for path in paths]
    try:
        found = read([str(place) for place in places if place.exists()])
    except TargetError as error:
        words = [said.replace(f"{base.folder}/", "") for said in (error.what, error.where)]
        raise TargetError(words[0], where=f"{base.name}:{words[1]}") from error
    yield from base.as_named_here(found)


@dataclass(frozen=True, slots=True)
class _Judge:
    paths: Sequence[str]
    base: Base | None
    proof: Proof | None

    def answer(self, number: int, found: Closing) -> Answer:
        """What a change has to hear that closes this issue."""
        closed = f"issue {number} is closed here"
        seen = _said(found.seen, f"{closed}, and was seen failing")
        if found.faults:
            return Answer(found.faults)
        if not (found.seen or found.unseen):
            return Answer((self._without_scenario(number),))
        if self.base is None:
            words = f"{closed}; whether it was seen failing is known with --base"
            return Answer(told=(*seen, *_said(found.unseen, words)))
        if self.proof is None:
            words = f"{closed}, but nobody saw these steps fail: --prove runs them on the base"
            return Answer(warnings=_said(found.unseen, words), told=seen)
        faults, proven = self._proved(number, found.unseen, self.base, self.proof)
        return Answer(faults, told=(*seen, *_said(proven, f"{closed}, and fails on the base")))

    def _without_scenario(self, number: int) -> Offender:
        files = [str(Path(path) / "any") for path in self.paths]
        known = any(number in IssueBook().of(file) for file in files)
        lacks = "" if known else ", and issues.toml does not know it"
        words = f"issue {number}: no scenario and no test bears @tdd_issue_{number}{lacks}"
        return Offender("", 0, words)

    def _proved(
        self, number: int, unseen: Sequence[Tagged], base: Base, proof: Proof
    ) -> tuple[tuple[Offender, ...], list[Tagged]]:
        """What is wrong with those that do not fail on the base as reported, and the others."""
        lay_over(base, [*self.paths, *proof.laid], unseen)
        faults: list[Offender] = []
        proven: list[Tagged] = []
        for place, rows in groupby(unseen, lambda each: f"{each.file}:{each.line}"):
            row, *others = rows
            print(f"{place}: run on the base", file=sys.stderr, flush=True)
            does = otherwise(number, [row, *others], self.paths, base, proof.seconds)
            if does:
                words = f"issue {number} is not proven: on the base it {does}"
                faults.append(Offender(row.file, row.line, words))
            else:
                proven.append(row)
        return tuple(faults), proven


def _said(places: Sequence[Tagged], words: str) -> tuple[Offender, ...]:
    """The same of each place; the rows of an Examples table are one."""
    return tuple(dict.fromkeys(Offender(place.file, place.line, words) for place in places))
