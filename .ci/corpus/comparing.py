"""Findings held against what was seen by hand, and against what was made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from targets import Bug, Corpus, Target, Verdict


@dataclass(frozen=True)
class Comparison:
    """What one walk shows of what is known of its target."""

    found: tuple[Bug, ...]
    missing: tuple[Bug, ...]
    true: tuple[dict, ...]
    false: tuple[dict, ...]
    unjudged: tuple[dict, ...]
    idle: tuple[Verdict, ...]
    """Verdicts on what is not reported any more."""

    @property
    def complaints(self) -> list[str]:
        """What somebody has to look at, a line each; none where all is as it was."""
        return [
            *(f"not found: {_told(each)}" for each in self.missing),
            *(f"no verdict: {_shown(each)}" for each in self.unjudged),
            *(f"a verdict on nothing: {_told(each)}" for each in self.idle),
        ]


def compare(target: Target, report: dict, corpus: Corpus) -> Comparison:
    """Every bug that is listed must be told, and every error must have been looked at."""
    findings = report["findings"]
    bugs = [bug for bug in corpus.bugs if bug.target == target.name]
    verdicts = [each for each in corpus.verdicts if each.target == target.name]
    errors = [each for each in findings if each["severity"] == "error"]
    judged = [(each, [v for v in verdicts if _is_about(v, each)]) for each in errors]
    missing = [bug for bug in bugs if not _is_told(bug, findings)]
    return Comparison(
        found=tuple(bug for bug in bugs if bug not in missing),
        missing=tuple(missing),
        true=tuple(each for each, found in judged if found and found[0].true),
        false=tuple(each for each, found in judged if found and not found[0].true),
        unjudged=tuple(each for each, found in judged if not found),
        idle=tuple(v for v in verdicts if not any(_is_about(v, each) for each in errors)),
    )


def levels(report: dict) -> str:
    """How many errors, warnings and notes there are."""
    counted = Counter(each["severity"] for each in report["findings"])
    return " / ".join(str(counted[level]) for level in ("error", "warning", "note"))


def _is_told(bug: Bug, findings: list[dict]) -> bool:
    """Whether each of its databases has a finding of it."""
    return all(
        any(_is_about(bug, each) and each["database"] == database for each in findings)
        for database in bug.databases
    )


def _is_about(known: Bug | Verdict, finding: dict) -> bool:
    words = "\n".join(_words({**finding, "reproduce": ""}))
    return (
        (known.rule, known.revision, known.direction)
        == (finding["rule"], finding["revision"], finding["direction"])
        and finding["database"] in known.databases
        and known.says in words
    )


def _words(said: object) -> Iterator[str]:
    """Every text in a finding."""
    if isinstance(said, dict | list):
        for each in said.values() if isinstance(said, dict) else said:
            yield from _words(each)
    else:
        yield str(said)


def _told(known: Bug | Verdict) -> str:
    where = ", ".join(known.databases)
    return f"{known.target}: {known.rule} {known.direction} of {known.revision} on {where}"


def _shown(finding: dict) -> str:
    place = f"{finding['direction']} of {finding['revision']} on {finding['database']}"
    return f"{finding['rule']} {place}: {finding['message'][:200]}"
