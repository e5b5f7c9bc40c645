"""What is migrated: chains of revisions, run in a child process over scratch databases."""

from handrail.chains.alembic_chain import AlembicChain
from handrail.chains.requests import Limits, Plan
from handrail.chains.sources import source_files
from handrail.chains.target import Target, resolve

__all__ = ["AlembicChain", "Limits", "Plan", "Target", "resolve", "source_files"]
