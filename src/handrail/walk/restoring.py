"""Does the way back bring the schema home? Pure, from the control of a visit."""

from __future__ import annotations

from dataclasses import replace

from handrail.model import Direction, Finding, Step
from handrail.snapshots import SchemaDifference, schema_differences
from handrail.walk.passage import Visit


def changes_nothing_back(visit: Visit) -> bool:
    """Whether the downgrade came to its end without changing a schema that the upgrade changed.

    Nobody expects that of a repeatable migration.
    """
    back = visit.controlled(Direction.DOWNGRADE)
    if back is None or not back.done or visit.below == visit.above or visit.revision.is_repeatable:
        return False
    return not schema_differences(back.before.schema, back.after.schema)


def not_restored(visit: Visit) -> tuple[SchemaDifference, ...]:
    """What differs from the schema before the revision once it was walked up and down.

    The order of columns is left out: no statement that names its columns can see it.
    """
    trip = visit.control.round_trip
    if trip is None or visit.revision.is_repeatable:
        return ()
    changes = schema_differences(trip[0].before.schema, trip[1].after.schema)
    return tuple(change for change in changes if not change.weak)


def there_and_back(visit: Visit) -> tuple[Step, ...]:
    """The steps up and down, where both came to their end without any rows; else none."""
    return tuple(leg.step for leg in visit.control.round_trip or ())


def with_traces(visit: Visit, finding: Finding) -> Finding:
    """The finding with what the downgrade had left behind put first in its evidence."""
    traces = tuple(f"after the downgrade: {change}" for change in not_restored(visit))
    evidence = replace(finding.evidence, left_behind=(*traces, *finding.evidence.left_behind))
    return replace(finding, evidence=evidence)
