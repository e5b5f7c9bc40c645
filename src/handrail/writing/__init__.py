"""Findings as feature files: scenarios that are expected to fail until somebody mends the chain."""

from handrail.writing.files import Written, write_features
from handrail.writing.forms import can_be_told

__all__ = ["Written", "can_be_told", "write_features"]
