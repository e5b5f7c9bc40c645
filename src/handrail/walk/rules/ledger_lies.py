"""The ledger and the schema tell different stories.

Example: a runner that takes "already exists" to mean "already applied" rolls the file back and
records it all the same.

Why it hurts: nobody will ever run that file again. Every later migration, and every person,
trusts the ledger, and the column or index that it promises is not there.

Remedy: record a migration in the transaction that runs it, on success and nowhere else; pass
every error on.

Seen with ``--runner``: the runner is given the files up to the revision and a scratch database,
and its ledger is held against what the same file does when it is run honestly.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.model import Direction, Evidence, Finding, Severity
from handrail.model.rule import Rule
from handrail.walk.claims import claims, made, missing, swallowed
from handrail.walk.finding import found, place_in
from handrail.walk.passage import Drive, Visit

RULE = Rule(
    name="ledger-lies",
    severity=Severity.ERROR,
    remedy="record a migration in the transaction that runs it, on success and nowhere else",
    explanation=__doc__,
)


def judge(visit: Visit) -> Iterator[Finding]:
    """One finding for each kind of lie: the first load that shows it."""
    told = set()
    for drive in visit.drives:
        lie = _lie(drive)
        if lie is None or lie[0] in told:
            continue
        words, evidence = lie
        told.add(words)
        yield found(
            RULE,
            visit,
            Direction.UPGRADE,
            words,
            location=place_in(visit, drive.honest),
            evidence=evidence,
            cause=words.partition(":")[0],
        )


def _lie(drive: Drive) -> tuple[str, Evidence] | None:
    """What is wrong in words, and what shows it; None where the ledger is right."""
    name, outcome = drive.given[-1].identifier, drive.honest.outcome
    changed, lacks = made(drive), missing(drive)
    if claims(drive):
        if drive.honest.done and lacks:
            words = f"the runner's ledger claims {name}, and the schema does not show it"
            return words, Evidence(rows=drive.rows, left_behind=lacks)
        if not drive.honest.done and (not changed or swallowed(drive)):
            words = f"the runner's ledger claims {name}, whose statements failed: {outcome.error}"
            return words, _failed(drive, changed)
    elif changed and (drive.honest.done or lacks):
        words = f"the runner's ledger does not claim {name}, and the schema shows it"
        return f"{words}: {'; '.join(changed)}", Evidence(rows=drive.rows, left_behind=changed)
    return None


def _failed(drive: Drive, changed: tuple[str, ...]) -> Evidence:
    outcome = drive.honest.outcome
    return Evidence(
        statement=outcome.failed_statement,
        error=outcome.error,
        rows=drive.rows,
        left_behind=changed or ("nothing of it is in the schema",),
    )
