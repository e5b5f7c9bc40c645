"""Feature files in a folder: written once, kept up to date, and left alone once a person has."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from handrail.model import Finding
from handrail.reports.destinations import write_whole
from handrail.writing.feature import Told, text, told
from handrail.writing.naming import file_name
from handrail.writing.numbering import Ledger
from handrail.writing.stories import stories

_HEAD = re.compile(r"# Written by handrail: findings ([0-9a-f ]+), text ([0-9a-f]+)\n")
_NUMBER = re.compile(r"@tdd_issue_(\d+)")


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one story: its file, its issue, and a word for what was done.

    The file is ``new``, ``renewed`` where Handrail had written it and writes it otherwise today,
    ``the same``, or ``left`` where a person has changed it.
    """

    path: Path
    issue: int
    became: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A feature file that was written for some findings before."""

    path: Path
    number: int
    body: str
    is_untouched: bool


def write_features(
    findings: Iterable[Finding],
    folder: Path,
    name: str,
    everywhere: Sequence[str],
    issue: int | None = None,
    verb: str = "walk",
) -> list[Written]:
    """A feature for each behaviour that the findings tell of, and its issue in issues.toml.

    ``name`` is how the phrases call the chain: its name, or a path from where features are run.
    Scenarios are bound to the databases that have shown them, unless these are ``everywhere``. The
    number is ``issue``, or that of the file which is there already, or the next free one. A file
    that a person has changed stays as it is, wherever below the folder it is by now. Issues are
    entered before features, so that none is ever without its own.
    ``verb`` tells what has found them: ``walk`` or ``read``.
    Raises TargetError where a file cannot be read or written.
    """
    tales = [told(story, name, verb) for story in stories(findings)]
    there = _there(folder)
    issues = Ledger(folder)
    written: list[Written] = []
    texts: dict[Path, str] = {}
    for tale in tales:
        known = next((there[each] for each in tale.story.fingerprints if each in there), None)
        number = known.number if known and issue is None else issue or issues.free()
        path = known.path if known else _free(folder / file_name(tale.title), texts)
        body = text(tale, number, everywhere)
        became = _became(known, body)
        if became in ("new", "renewed"):
            issues.take(number, tale)
            texts[path] = _head(tale, body) + body
        written.append(
            Written(path, known.number if became == "left" and known else number, became)
        )
    for path, whole in {**issues.texts(), **texts}.items():
        write_whole(path, whole)
    return written


def _there(folder: Path) -> dict[str, _Known]:
    """The features below the folder that Handrail has written, by the findings they are for."""
    found = {}
    for path in sorted(folder.rglob("*.feature")):
        content = path.read_text(encoding="utf-8", errors="replace")
        head, number = _HEAD.match(content), _NUMBER.search(content)
        if head and number:
            body = content[head.end() :]
            known = _Known(path, int(number[1]), body, _digest(body) == head[2])
            found.update(dict.fromkeys(head[1].split(), known))
    return found


def _became(known: _Known | None, body: str) -> str:
    if known is None:
        return "new"
    if not known.is_untouched:
        return "left"
    return "the same" if known.body == body else "renewed"


def _free(path: Path, taken: Container[Path]) -> Path:
    """The path, or the same with a number, where no file is."""
    numbered = (path.with_stem(f"{path.stem}_{number}") for number in count(2))
    return next(
        each for each in chain((path,), numbered) if not each.exists() and each not in taken
    )


def _head(tale: Told, body: str) -> str:
    """What tells, when it is met again, what it was written for, and whether it was changed."""
    findings = " ".join(tale.story.fingerprints)
    return f"# Written by handrail: findings {findings}, text {_digest(body)}\n"


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:12]
