"""Reads migrations without running them, and names patterns that hurt, with file and line."""

from handrail.audit.auditing import audit, audit_runner, judged, read_target
from handrail.audit.reading import Reading

__all__ = ["Reading", "audit", "audit_runner", "judged", "read_target"]
