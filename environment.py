"""Behave finds its hooks here; what they do is in benches.behave_hooks.

``behave -D database=postgresql`` runs the scenarios on PostgreSQL instead of SQLite.
"""

from benches.behave_hooks import (
    after_all,
    after_scenario,
    before_all,
    before_scenario,
)

__all__ = ["after_all", "after_scenario", "before_all", "before_scenario"]
