"""Where it was measured, and with which versions of everything."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sqlalchemy as sa

from handrail.databases import Provider

PACKAGES = (
    *("handrail", "alembic", "sqlalchemy", "psycopg"),
    *("pytest-alembic", "alembic-gauntlet", "pytest-mrt"),
)


def described(databases: Mapping[str, Provider], loads: tuple[float, float]) -> str:
    """One paragraph; ``loads`` are how many processes wanted to run, before and after."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    there = f"{_processor()}, {cores} cores, {memory:.0f} GiB, {platform.system()}"
    versions = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    if "postgresql" in databases:
        versions.append(f"PostgreSQL {_postgresql(databases['postgresql'])}")
    versions += [f"{name} {found}" for name in PACKAGES if (found := _version(name))]
    busy = " and ".join(f"{load:.1f}" for load in loads)
    return f"Measured on {there} (load {busy}, before and after), with {', '.join(versions)}."


def load() -> float:
    """How many processes wanted to run in the last minute."""
    return os.getloadavg()[0]


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _postgresql(provider: Provider) -> str:
    database = provider.make()
    try:
        with database.connect() as connection:
            return str(connection.execute(sa.text("SHOW server_version")).scalar_one())
    finally:
        database.drop()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
