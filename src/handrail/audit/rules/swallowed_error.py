"""The database raises, and the migration goes on as if it had not.

What it means: a handler meets an error of the database and passes on nothing of it:

- in a revision, an ``except`` for errors of every kind, or ``contextlib.suppress``, around what
  changes the database, in which nothing is raised; to log it is not to pass it on;
- in SQL, ``EXCEPTION WHEN OTHERS`` of a block that the migration runs, without a RAISE of its own;
- in the runner that was given (``--runner module:callable``), a handler around what it executes
  that can be left without an error, whatever kinds it meets.

Example:

    DO $$ BEGIN
        ALTER TABLE agents ADD COLUMN machine_id VARCHAR(64);
    EXCEPTION WHEN OTHERS THEN
        RAISE NOTICE 'machine_id: %', SQLERRM;
    END $$;

Why it hurts: what was to be done is not done, and is recorded as if it were. The next error, months
later and elsewhere, is the first that anybody sees. On PostgreSQL the transaction is lost as well:
each statement after it fails, until it is rolled back with everything in it.

What is not named: in a revision or in SQL: a handler that raises under any condition; one for
errors of a single kind (``duplicate_object``, ``psycopg.errors.DuplicateTable``,
``IntegrityError``), which says no more than IF NOT EXISTS or ON CONFLICT; one that does the work
another way. Anywhere: a handler that keeps the error, hands it back, or leads to another try;
queries that change nothing. Functions that are only created.

Remedy: let the error end the migration. Say IF EXISTS or IF NOT EXISTS where either is right. A
runner records what ran to its end, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.audit.reading import Act, Guard, Raising, Reading
from handrail.audit.sql import Verb, shown
from handrail.model import Direction, Evidence, Finding, Location, Rule, Severity

RULE = Rule(
    name="swallowed-error",
    severity=Severity.ERROR,
    remedy="let the error end the migration; record only what ran to its end",
    explanation=__doc__,
)

_ASKING = ("select", "show", "set", "lock")
_IDLE = {Verb.SELECT, Verb.ASSIGN, Verb.BEGIN, Verb.COMMIT}
_LOGGING = _IDLE | {Verb.INSERT, Verb.OTHER}


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each handler, at its head; of handlers in one another the outermost."""
    for direction, acts in reading.acts.items():
        met: dict[Location, tuple[Guard, Act]] = {}
        for act in acts:
            if not _changes(act, reading) or _swallowing(act.around.handling, reading, acts):
                continue
            for guard in _swallowing(act.around.guards, reading, acts):
                met.setdefault(guard.location, (guard, act))
        for guard, act in met.values():
            message = _in_runner(guard, acts) if reading.of_runner else _in_revision(guard)
            yield _finding(reading, direction, guard, act, message)


def _changes(act: Act, reading: Reading) -> bool:
    """Whether it changes the database; what a runner executes is mostly not to be read."""
    if act.statement.verb is not Verb.OTHER:
        return act.statement.verb not in _IDLE
    return reading.of_runner and not act.statement.text.lstrip().lower().startswith(_ASKING)


def _swallowing(guards: Sequence[Guard], reading: Reading, acts: Sequence[Act]) -> list[Guard]:
    swallows = _lets_go if reading.of_runner else _lets_all_go
    return [guard for guard in guards if not guard.kept and swallows(guard, acts)]


def _lets_go(guard: Guard, _acts: Sequence[Act]) -> bool:
    return guard.raising is not Raising.ALWAYS


def _lets_all_go(guard: Guard, acts: Sequence[Act]) -> bool:
    if guard.narrow or guard.raising is not Raising.NEVER:
        return False
    return all(act.statement.verb in _LOGGING for act in _handled(guard, acts))


def _handled(guard: Guard, acts: Sequence[Act]) -> list[Act]:
    return [act for act in acts if guard in act.around.handling]


def _in_revision(guard: Guard) -> str:
    return f"{guard.text} meets the error of a statement and passes on nothing of it"


def _in_runner(guard: Guard, acts: Sequence[Act]) -> str:
    records = any(act.statement.verb is Verb.INSERT for act in _handled(guard, acts))
    then = "recorded as applied" if records else "passed over without an error"
    return f"a migration that failed can be {then}: {guard.text}"


def _finding(
    reading: Reading, direction: Direction, guard: Guard, act: Act, message: str
) -> Finding:
    return RULE.finding(
        revision=reading.revision,
        direction=direction,
        message=message,
        location=guard.location,
        evidence=Evidence(statement=shown(act.statement.text)),
        cause=f"{guard.text}: {shown(act.statement.text)}",
    )
