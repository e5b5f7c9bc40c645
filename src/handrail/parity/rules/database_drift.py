"""Two databases of one application end in different schemas.

What it means: both tracks were migrated to their ends, on databases new and old, and what stands
there is not the same: a table, a column, its type, NOT NULL, default, a key, a CHECK, an index.

Example:

    src/backend/db/migrations.py:   ("agent_voice_name", _migrate_agent_voice_name)
    src/backend/migrations/versions: nothing of the kind

Why it hurts: the code is written for one of the two. On the other it meets "no such column" at run
time, or a number that does not fit. Where the baseline is not frozen (it makes whatever the tables
are today), new databases have it all and every check is green: the ones that break are those that
hold somebody's data.

What is compared: new databases of both tracks, and databases born at each older revision and entry
of the list, and in each older state of the project (``--born``): all must end alike. What each kind
of database has its own way of is no drift: types of one family, names of constraints, functions in
defaults. An INTEGER of SQLite's holds 64 bits, PostgreSQL's 32: where such a column is no key, that
is a note.

Remedy: write the revision or the entry that is missing, and freeze the baseline. Where both
have it differently, alter the one that holds less.

One chain on several databases is held to the same by ``handrail walk``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handrail.model import Direction, Evidence, Finding, Rule, Severity
from handrail.parity.drift.ends import Broken, Difference

RULE = Rule(
    name="database-drift",
    severity=Severity.WARNING,
    remedy="write the revision or the entry that is missing, and freeze the baseline",
    explanation=__doc__,
)


def judge(differences: Iterable[Difference], broken: Iterable[Broken]) -> Iterator[Finding]:
    """A finding for each track that does not come to its end, and for each thing that differs."""
    yield from map(_not_ended, broken)
    yield from map(_different, differences)


def _not_ended(each: Broken) -> Finding:
    error = each.outcome.error
    born = "" if "" in each.births else f",{_born(each.births)}"
    where = f"on {each.database}{born}"
    found = RULE.finding(
        revision=each.revision,
        direction=Direction.UPGRADE,
        message=f"{each.track} does not come to its end {where}: {error}",
        database=each.database,
        location=each.location,
        evidence=Evidence(statement=each.outcome.failed_statement, error=error),
        cause=f"{each.track}/not ended/{each.revision}",
    )
    remedy = "mend what stops it: what it would end in could not be compared"
    return replace(found, remedy=remedy)


def _different(each: Difference) -> Finding:
    thing = each.drift.thing
    return RULE.finding(
        severity=Severity.NOTE if each.drift.weak else None,
        revision=each.revision,
        direction=Direction.UPGRADE,
        message=f"{_message(each)}{each.blame}",
        database=each.database,
        location=each.location,
        evidence=Evidence(changed=(each.drift.change,)),
        cause="/".join((each.track, *thing.key)),
    )


def _message(each: Difference) -> str:
    drift, where = each.drift, each.where + _born(each.births)
    if drift.one is None:
        return f"{drift.thing} is in {where}, not in {each.standard}"
    if drift.other is None:
        return f"{drift.thing} is missing in {where}"
    what = f" ({drift.what})" if drift.what else ""
    return f"{drift.thing} is {drift.other.printed} in {where}{what}"


def _born(births: Sequence[str]) -> str:
    return f" born at {', '.join(births)}" if births else ""
