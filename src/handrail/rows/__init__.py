"""What is put in: hazards, the rows made for them, and the fewest that still show a finding."""

from handrail.rows.completing import completed
from handrail.rows.hazards import hazards
from handrail.rows.implausible import implausible, is_implausible
from handrail.rows.insertion import Placed, Rejected, put
from handrail.rows.literals import literals_of
from handrail.rows.loads import bundle, loads, many, together
from handrail.rows.plainness import plainest
from handrail.rows.reach import relevant_tables
from handrail.rows.reduce import reduce
from handrail.rows.wording import reworded

__all__ = [
    "Placed",
    "Rejected",
    "bundle",
    "completed",
    "hazards",
    "implausible",
    "is_implausible",
    "literals_of",
    "loads",
    "many",
    "plainest",
    "put",
    "reduce",
    "relevant_tables",
    "reworded",
    "together",
]
