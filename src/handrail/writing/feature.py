"""A story as the text of a feature file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handrail.model import Finding
from handrail.reports.places import shown
from handrail.reports.words import one_line
from handrail.writing.forms import Form, form
from handrail.writing.lines import written
from handrail.writing.naming import scenario_name, title
from handrail.writing.patterns import any_of
from handrail.writing.stories import Story

_WIDTH = 96
_MOST = 3
"""Things left behind that are told."""
_READ_OTHERWISE = (
    "@",
    "#",
    "|",
    "*",
    '"""',
    "Feature",
    "Rule",
    "Background",
    "Scenario",
    "Example",
)
"""Beginnings of a line that Gherkin does not take for description."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story as scenarios, one for all databases, or one each where rows or steps differ."""

    title: str
    scenarios: tuple[tuple[Form, tuple[str, ...]], ...]
    story: Story

    @property
    def fails_with(self) -> str:
        """A pattern for the messages of all its scenarios."""
        return any_of(made.fails_with for made, _ in self.scenarios)


def told(story: Story, chain: str, verb: str) -> Told:
    """The story over a chain: a name, or a path as the phrases take it; see ``form``."""
    forms: dict[tuple[str, ...], list[tuple[Form, str]]] = {}
    for finding in story.findings:
        made = form(finding, chain, verb)
        forms.setdefault(tuple(written(made.lines)), []).append((made, finding.database or ""))
    scenarios = tuple(
        (
            Form(each[0][0].lines, any_of(made.fails_with for made, _ in each)),
            tuple(dict.fromkeys(database for _, database in each if database)),
        )
        for each in forms.values()
    )
    return Told(title(story), scenarios, story)


def text(told: Told, number: int, everywhere: Iterable[str]) -> str:
    """The whole feature, tagged as expected to fail for that issue.

    A scenario is bound to the databases that have shown it, unless these are ``everywhere``.
    """
    return "\n".join(_lines(told, number, frozenset(everywhere))) + "\n"


def _lines(told: Told, number: int, everywhere: frozenset[str]) -> Iterator[str]:
    yield f"Feature: {told.title}"
    yield ""
    for paragraph in _description(told.story):
        wrapped = textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"  {_harmless(line)}" for line in wrapped)
    for made, databases in told.scenarios:
        bound = () if everywhere <= set(databases) else databases
        tags = ("tdd_issue", f"tdd_issue_{number}", "tdd_expected_fail", *bound)
        yield ""
        yield f"  {' '.join(f'@{tag}' for tag in tags)}"
        apart = databases if len(told.scenarios) > 1 else ()
        yield f"  Scenario: {scenario_name(told.story, apart)}"
        yield from (f"    {line}" for line in written(made.lines))


def _description(story: Story) -> Iterator[str]:
    """What was seen, what was left, what to do, and how to see it again: a line or two each."""
    seen: dict[str, list[str]] = {}
    for finding in story.findings:
        said = f"{_plain(finding.message)}{_place(finding)}"
        seen.setdefault(said, []).append(finding.database or "")
    for said, databases in seen.items():
        where = f" on {' and '.join(databases)}" if all(databases) else ""
        yield f"Handrail saw{where}: {said}."
    left = story.first.evidence.left_behind
    if left:
        more = f" and {len(left) - _MOST} more" if len(left) > _MOST else ""
        yield f"Left behind: {_plain('; '.join(left[:_MOST]))}{more}."
    yield f"Remedy: {_plain(story.first.remedy)}."
    yield f"Again: {story.first.reproduce}"


def _place(finding: Finding) -> str:
    where = finding.location
    return f" ({_known_everywhere(shown(where.file))}:{where.line})" if where else ""


def _known_everywhere(file: str) -> str:
    """The path as it is on every machine: of an installed package's file, where that begins."""
    if not Path(file).is_absolute():
        return file
    return file.rpartition("/site-packages/")[2] if "/site-packages/" in file else Path(file).name


def _plain(words: str) -> str:
    return one_line(words).rstrip(".")


def _harmless(line: str) -> str:
    """The line so that Gherkin takes it for description."""
    return f"... {line}" if line.startswith(_READ_OTHERWISE) else line
