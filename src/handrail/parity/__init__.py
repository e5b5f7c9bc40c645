"""Two tracks of migrations for one application: what one of them brings and the other lacks."""

from handrail.parity.guard import Outcome, Verdict, guard
from handrail.parity.settings import Settings, read_settings

__all__ = ["Outcome", "Settings", "Verdict", "guard", "read_settings"]
