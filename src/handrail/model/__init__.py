"""The words of the project as frozen dataclasses; no I/O anywhere below."""

from handrail.model.chain import Direction, Revision, Step
from handrail.model.declared import (
    Declaration,
    Declared,
    Renaming,
    declared_after,
    declared_label,
    with_declared,
)
from handrail.model.finding import (
    Change,
    Evidence,
    Finding,
    NotExercised,
    Refusal,
    Severity,
)
from handrail.model.hazard import Hazard, HazardKind, Load, Row
from handrail.model.models import Deviation, Models
from handrail.model.outcome import Location, Lock, Outcome, OutcomeKind, Raised
from handrail.model.part import Part
from handrail.model.report import Report, Walked
from handrail.model.rule import Rule
from handrail.model.schema import (
    Check,
    Column,
    EnumType,
    ForeignKey,
    Index,
    Schema,
    Table,
    Trigger,
    Unique,
    View,
)
from handrail.model.snapshot import Rows, Snapshot, Value
from handrail.model.stair import Aim, Alteration, Example, Some, Stair, Tread, Trial, Way
from handrail.model.timings import Phase, Spent, Stay, Timings
from handrail.model.trail import Many, Trail

__all__ = [
    "Aim",
    "Alteration",
    "Change",
    "Check",
    "Column",
    "Declaration",
    "Declared",
    "Deviation",
    "Direction",
    "EnumType",
    "Evidence",
    "Example",
    "Finding",
    "ForeignKey",
    "Hazard",
    "HazardKind",
    "Index",
    "Load",
    "Location",
    "Lock",
    "Many",
    "Models",
    "NotExercised",
    "Outcome",
    "OutcomeKind",
    "Part",
    "Phase",
    "Raised",
    "Refusal",
    "Renaming",
    "Report",
    "Revision",
    "Row",
    "Rows",
    "Rule",
    "Schema",
    "Severity",
    "Snapshot",
    "Some",
    "Spent",
    "Stair",
    "Stay",
    "Step",
    "Table",
    "Timings",
    "Trail",
    "Tread",
    "Trial",
    "Trigger",
    "Unique",
    "Value",
    "View",
    "Walked",
    "Way",
    "declared_after",
    "declared_label",
    "with_declared",
]
