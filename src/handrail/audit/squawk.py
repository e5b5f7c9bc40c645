"""What squawk, a linter for PostgreSQL, says of the SQL of each revision.

What it means: ``squawk/<rule>`` is a rule of squawk's, not of Handrail's: each direction of each
revision is given to it by itself, since it takes the tables that one file makes for new. Its
settings are yours: the ``.squawk.toml`` of the current folder or of one above it is honoured, and
so is ``-- squawk-ignore <rule>`` in SQL files.

What it is given: of a folder of SQL files each script that it can read. Of a chain of Alembic's the
SQL that stands in the source, and the operations whose arguments stand there, as Alembic would send
them; the rest is left out.

What is not passed on: what a rule of Handrail's own judges (``adding-required-field``,
``ban-concurrent-index-creation-in-transaction``). That a downgrade drops (``ban-drop-...``): it is
there for that. Of timeouts it is told once a chain, at the first revision that sets none, since one
place sets them for all.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from handrail.audit.reading import Reading
from handrail.audit.scripts import Script, scripts, without
from handrail.audit.sql import shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

NAME = "squawk"
PAGES = "https://squawkhq.com/docs"
"""Where each of its rules has a page."""
SEVERITY = Severity.NOTE
"""The weight of all that it says."""
EXPLANATION = __doc__ or ""
SUMMARY = EXPLANATION.partition("\n")[0]
_OURS = frozenset({
    "adding-required-field", "ban-concurrent-index-creation-in-transaction",
})  # fmt: skip
_ONCE = frozenset({"require-lock-timeout", "require-statement-timeout"})
_SYNTAX = "syntax-error"
_OPTIONS = ("--reporter", "json", "--assume-in-transaction", "--no-error-on-unmatched-pattern")
_SETTINGS = ".squawk.toml"


@dataclass(frozen=True, slots=True)
class Answer:
    """What squawk says of a chain; ``silence`` is the reason where it was not asked."""

    findings: tuple[Finding, ...] = ()
    silence: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing that squawk says of a script."""

    rule: str
    first: int
    last: int
    message: str
    advice: str


class _SilentError(Exception):
    """Squawk is not there, or does not run as it is set up."""


def ask(readings: Iterable[Reading], binary: str | None = None) -> Answer:
    """Every finding of squawk in a chain, in the order of the revisions, then by line.

    Each is a note, and one for all places of one rule in one direction. ``binary`` is squawk's own
    command; without, the one that was installed with Handrail, or is on the PATH. Where it is not
    there, or does not run, the answer says so and holds no finding. Nothing is left behind.
    """
    all_scripts = [script for reading in readings for script in scripts(reading)]
    try:
        heard = _heard(all_scripts, binary or found())
    except _SilentError as error:
        return Answer(silence=str(error))
    return Answer(tuple(_findings(heard)))


def found() -> str:
    """The command of squawk, or its bare name where there is none."""
    places = (sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath))
    return shutil.which(NAME, path=os.pathsep.join(places)) or NAME


def explained(name: str) -> str | None:
    """What ``squawk/<rule>`` means, as far as it is said here; None where squawk has no such rule.

    Where there is no squawk nobody can tell, and any name will do.
    """
    package, _, rule = name.partition("/")
    if package != NAME:
        return None
    try:
        call = [found(), *_OPTIONS, "--exclude", rule, "no-file"]
        known = subprocess.run(call, capture_output=True, check=False).returncode == 0
    except OSError:
        known = True
    return f"{name} ({SEVERITY})\n\n{_told(rule)}" if known else None


def rule(name: str) -> Rule:
    """``squawk/<rule>`` as an entry of the catalogue; whether squawk has it is not asked."""
    return Rule(name, SEVERITY, remedy="", explanation=_told(name.partition("/")[2]))


def _told(rule: str) -> str:
    return f"{EXPLANATION.strip()}\n\n{PAGES}/{rule} tells the rest."


def _heard(asked: Sequence[Script], binary: str) -> list[tuple[Script, list[_Said]]]:
    """What it says of each; of one that it cannot read, what it says without the lines of that."""
    first = _run(asked, binary)
    broken = [at for at, said in enumerate(first) if any(each.rule == _SYNTAX for each in said)]
    mended = {at: _readable(asked[at], first[at]) for at in broken}
    again = dict(zip(mended, _run([*mended.values()], binary), strict=True)) if mended else {}
    return [(mended.get(at, script), again.get(at, first[at])) for at, script in enumerate(asked)]


def _readable(script: Script, said: Iterable[_Said]) -> Script:
    return without(script, [each.first for each in said if each.rule == _SYNTAX])


def _run(asked: Sequence[Script], binary: str) -> list[list[_Said]]:
    """What one run of squawk says of each script, in its order."""
    paths = [_path(script) for script in asked]
    with TemporaryDirectory(prefix="handrail-squawk-") as folder:
        for path, script in zip(paths, asked, strict=True):
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(script.text, encoding="utf-8")
        said = _output([binary, *_OPTIONS, *_settings(), *paths], folder)
    by_path: dict[str, list[_Said]] = {path: [] for path in paths}
    for each in said:
        by_path[each["file"]].append(_understood(each))
    return [by_path[path] for path in paths]


def _output(call: Sequence[str], folder: str) -> Any:
    try:
        done = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise _SilentError("squawk is not there: its rules were not asked") from error
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError as error:
        reason = (done.stderr.strip().splitlines() or ["it says nothing"])[0]
        raise _SilentError(f"squawk cannot be asked: {reason}") from error


def _settings() -> list[str]:
    """Those of the current folder, as squawk finds them by itself where it is run there."""
    here = Path.cwd()
    files = (folder / _SETTINGS for folder in (here, *here.parents))
    return next((["--config", str(file)] for file in files if file.is_file()), [])


def _path(script: Script) -> str:
    """Where a script is put: as its source lies, so that patterns for paths mean what they say."""
    file, here = Path(script.file), Path.cwd()
    path = file.relative_to(here) if file.is_relative_to(here) else file.relative_to(file.anchor)
    named = path if path.suffix == ".sql" else path.with_name(f"{path.name}.sql")
    up = script.direction is Direction.UPGRADE
    return str(named if up else script.direction / named)


def _understood(said: Mapping[str, Any]) -> _Said:
    rule, advice = said["rule_name"], said["help"] or ""
    return _Said(rule, said["line"], said["line_end"], said["message"], advice)


def _findings(heard: Iterable[tuple[Script, Sequence[_Said]]]) -> Iterator[Finding]:
    told: set[str] = set()
    for script, said in heard:
        by_rule: dict[str, list[_Said]] = {}
        for each in sorted(said, key=lambda each: (each.first, each.rule, each.message)):
            if script.place(each.first) and each.rule not in told and _matters(each.rule, script):
                by_rule.setdefault(each.rule, []).append(each)
        told |= _ONCE & by_rule.keys()
        yield from (_finding(script, same) for same in by_rule.values())


def _matters(rule: str, script: Script) -> bool:
    drops = script.direction is Direction.DOWNGRADE and rule.startswith("ban-drop-")
    return rule not in _OURS and rule != _SYNTAX and not drops


def _finding(script: Script, same: Sequence[_Said]) -> Finding:
    first = same[0]
    places = list(dict.fromkeys(script.place(each.first) for each in same))
    others = ", ".join(str(place.line) for place in places[1:] if place)
    statement = "\n".join(script.lines[first.first : first.last + 1])
    return Finding(
        rule=f"{NAME}/{first.rule}",
        severity=SEVERITY,
        revision=script.revision,
        direction=script.direction,
        message=f"{first.message} Also in: {others}." if others else first.message,
        location=places[0],
        evidence=Evidence(statement=shown(statement)),
        remedy=f"{first.advice} {PAGES}/{first.rule}".strip(),
    )
