"""Benches for the system of the agents post-mortem."""
