"""Handrail: an acceptance suite for database migrations."""

__version__ = "0.1.0"
