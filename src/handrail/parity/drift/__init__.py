"""Both tracks of a project migrated for real, and what they end in compared."""
