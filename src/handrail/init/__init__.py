"""What ``handrail init`` puts into a user's repository, and never over what is there."""

from handrail.init.carrying_out import carry_out
from handrail.init.looking import look
from handrail.init.planning import plan

__all__ = ["carry_out", "look", "plan"]
