"""Chains that are folders of SQL files: what lies in them, and the honest runner."""
