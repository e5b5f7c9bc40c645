"""Benches for two tracks of migrations."""
