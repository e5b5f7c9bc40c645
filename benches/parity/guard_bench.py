"""The parity guard, as reported and as repaired, over one repository."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from benches.parity.repository_bench import RepositoryBench
from handrail.acceptance.tables import Record, assert_same
from handrail.cli.parity import guard_written
from handrail.errors import TargetError
from handrail.parity import Outcome, Verdict, guard, read_settings

_WORDS = {0: "passes what one track lacks", 1: "fails what is no change of the schema"}
"""What is wrong with a guard that ended so, where it should have ended the other way."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a guard had to say; the verdict is there where it was ours and came to one."""

    code: int
    words: str
    verdict: Verdict | None = None


class GuardBench:
    """Runs a guard in this process; as reported it is ``fixtures.dual_track.reported.guard``."""

    def __init__(self, repository: RepositoryBench) -> None:
        self._repository = repository
        self._seen: _Seen | None = None
        self._looked = False

    def compare(self, variant: str, base: str, head: str, *, lenient: bool = False) -> None:
        """That guard compared two commits; a refusal is kept."""
        run = self._reported if variant == "as reported" else self._repaired
        self._looked = False
        self._seen = run(base, head, lenient=lenient)

    def compare_without_git(self, base: str, head: str) -> None:
        """The same as repaired, while no command is found on this process's PATH."""
        before = os.environ["PATH"]
        os.environ["PATH"] = str(self._repository.folder)
        try:
            self.compare("as repaired", base, head)
        finally:
            os.environ["PATH"] = before

    def should_end_with(self, code: int) -> None:
        """The exit code is that one: 0 pass, 1 a revision is missing, 2 neither could be told."""
        seen = self._look()
        assert seen.code == code, f"the guard {_WORDS.get(seen.code, 'stops')}: {seen.words}"

    def should_name(self, expected: Sequence[Record]) -> None:
        """What is missing is this: ``what`` it is, the entry ``by`` which, the first ``at``."""
        columns = list(expected[0])
        there = [
            {"what": each.told, "by": each.entry, "at": str(each.places[0])}
            for each in self._verdict.missing
        ]
        told = [{name: each[name] for name in columns} for each in there]
        assert_same(expected, told, "the guard names something else")

    def should_accept(self, files: Sequence[str]) -> None:
        """These are the revisions that it names as those that bring something."""
        there = list(self._verdict.accepted)
        assert there == list(files), f"accepted are {there}"

    def should_not_judge(self, what: Sequence[str]) -> None:
        """These things may be brought by what cannot be read."""
        there = [each.told for each in self._verdict.unjudged]
        assert there == list(what), f"not judged are {there}"

    def should_see(self, what: Sequence[str]) -> None:
        """These are all the changes of the code-first track."""
        there = [each.told for each in self._verdict.differences]
        assert there == list(what), f"it sees {there}"

    def should_stop_with(self, words: str) -> None:
        """It stopped with that line; a star stands for any words."""
        seen = self._look()
        pattern = ".*".join(map(re.escape, words.split("*")))
        assert seen.code == 2, f"the exit code is {seen.code}: {seen.words}"
        assert re.fullmatch(pattern, seen.words), f"it stopped with {seen.words!r}"

    def should_write(self, form: str, text: str) -> None:
        """Written in that format its verdict is these lines, with ``{base}`` and ``{head}``."""
        verdict = self._verdict
        there = guard_written(verdict, form).rstrip("\n")
        expected = text.replace("{base}", verdict.base).replace("{head}", verdict.head)
        assert there == expected, f"it writes\n{there}"

    def should_tell(self, form: str, place: str, text: str) -> None:
        """The document in that format holds this JSON at a place such as ``runs.0.results``."""
        held: Any = json.loads(guard_written(self._verdict, form))
        for step in place.split("."):
            held = held[int(step)] if step.isdigit() else held[step]
        assert held == json.loads(text), f"at {place} stands {json.dumps(held, indent=2)}"

    def unlooked(self) -> str | None:
        """What nobody has looked at: a guard that did not pass."""
        if self._seen is None or self._looked or self._seen.code == 0:
            return None
        return f"nobody looked at the guard, which ended with {self._seen.code}: {self._seen.words}"

    def close(self) -> None:
        """Nothing is held."""

    @property
    def _verdict(self) -> Verdict:
        verdict = self._look().verdict
        assert verdict, f"the guard came to no verdict: {self._look().words}"
        return verdict

    def _look(self) -> _Seen:
        assert self._seen is not None, "the guard was not called"
        self._looked = True
        return self._seen

    def _reported(self, base: str, head: str, *, lenient: bool) -> _Seen:
        assert not lenient, "the guard as reported knows no other way"
        reported = import_module("fixtures.dual_track.reported.guard")
        code, lines = reported.check(self._repository.folder, base, head)
        return _Seen(code, "\n".join(lines))

    def _repaired(self, base: str, head: str, *, lenient: bool) -> _Seen:
        folder = self._repository.folder
        try:
            settings = read_settings(folder / "pyproject.toml")
            verdict = guard(folder, base, head, settings, lenient=lenient)
        except TargetError as error:
            return _Seen(2, str(error))
        return _Seen(
            int(verdict.outcome is Outcome.MISSING), guard_written(verdict, "text"), verdict
        )
