"""Reads migrations without running them, and names patterns that hurt, with file and line."""

from handrail.audit.auditing import audit
from handrail.audit.reading import Reading

__all__ = ["Reading", "audit"]
