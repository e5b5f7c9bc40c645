"""Where rows live: scratch databases that Handrail made, and nothing else."""

from handrail.databases.protocol import Capabilities, Database, Provider

__all__ = ["Capabilities", "Database", "Provider"]
