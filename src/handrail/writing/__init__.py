"""Findings as feature files: scenarios that are expected to fail until somebody mends the chain."""

from handrail.writing.files import Written, write_features

__all__ = ["Written", "write_features"]
