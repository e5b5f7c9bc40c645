"""What is migrated: chains of revisions, run in a child process over scratch databases."""

from handrail.chains.chain import Chain
from handrail.chains.rehearsing import Rehearsal
from handrail.chains.requests import Limits, Plan
from handrail.chains.sources import source_files
from handrail.chains.target import Settings, Target, resolve

__all__ = ["Chain", "Limits", "Plan", "Rehearsal", "Settings", "Target", "resolve", "source_files"]
