"""A server that somebody has, which runs are let loose on and must leave as it was."""
