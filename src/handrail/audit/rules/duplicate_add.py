"""A table, column or index is added that is there already.

What it means: an upgrade adds a table, a column or an index of a name that an earlier revision on
its way has added, or it adds one twice, and nothing has dropped or renamed it in between.

Example:

    -- 016_agent_update_packages.up.sql
    ALTER TABLE agents ADD COLUMN IF NOT EXISTS machine_id VARCHAR(64);
    -- 017_add_machine_id.up.sql
    ALTER TABLE agents ADD COLUMN machine_id VARCHAR(64);

Why it hurts: every database that is migrated from the start stops there with "already exists".
Where a runner takes these words for harmless, whatever else the file was to bring never comes, and
the ledger says that it did.

What is not named: what the second says IF NOT EXISTS of. What stands under a condition, or where a
handler meets the error: whether it is done cannot be read. Revisions on another branch. Names
that the source puts together from what is not in it. What may be gone since, for a schema was
dropped, or the search path was changed.

Remedy: leave out the second. Where another definition was meant, alter what is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.audit.inventory import Inventory, Origin
from handrail.audit.moves import Kind, Move, Thing
from handrail.audit.reading import Act, Reading
from handrail.audit.sql import shown
from handrail.model import Direction, Evidence, Finding, Rule, Severity

RULE = Rule(
    name="duplicate-add",
    severity=Severity.ERROR,
    remedy="leave out what is there already, or alter it",
    explanation=__doc__,
)


def judge(reading: Reading) -> Iterator[Finding]:
    """One finding for each thing that is there before it comes, at the statement that brings it."""
    there = Inventory.of_all([reading.before])
    for act in reading.acts[Direction.UPGRADE]:
        origin = Origin(reading.revision, act.location)
        made: set[str] = set()
        for move in act.statement.moves:
            held = _held_before(act, move, there)
            if move.come and held and move.come.table not in made:
                made |= {move.come.table} if move.come.kind is Kind.TABLE else set()
                yield _finding(reading, act, move.come, held)
            there.apply([move], origin, certain=act.around.certain)


def _held_before(act: Act, move: Move, there: Inventory) -> Origin | None:
    """Who has brought what comes now, where that is certain, and nothing else is said of it."""
    if not move.come or move.gone or move.unless_there or not act.around.certain:
        return None
    return there.held(move.come)


def _finding(reading: Reading, act: Act, thing: Thing, held: Origin) -> Finding:
    before = f"{held.revision}, line {held.location.line}"
    return RULE.finding(
        revision=reading.revision,
        direction=Direction.UPGRADE,
        message=f"the {thing.told} is there already, from {before}",
        location=act.location,
        evidence=Evidence(statement=shown(act.statement.text)),
        cause=thing.told,
    )
