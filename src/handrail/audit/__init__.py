"""Reads migrations without running them, and names patterns that hurt, with file and line."""

from handrail.audit.auditing import audit, audit_runner, judged, read_target
from handrail.audit.reading import Reading
from handrail.audit.squawk import Answer, ask

__all__ = ["Answer", "Reading", "ask", "audit", "audit_runner", "judged", "read_target"]
