"""A project with files of every kind that Handrail reads, and the calls that read them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benches.parity.repository_bench import ENVIRONMENT

_PYPROJECT = """[tool.handrail]
accept = [{ fingerprint = "0123456789abcdef", reason = "known" }]

[tool.handrail.severity]
data-lost = "warning"

[tool.handrail.chains.main]
target = "chains/kinds_of_types/alembic.ini"
databases = ["sqlite"]

[tool.handrail.parity]
migrations = "src/backend/db/migrations.py"
list = "MIGRATIONS"
schema = ["src/backend/db/schema.py"]
versions = "src/backend/migrations/versions"

[tool.alembic]
script_location = "%(here)s/chains/environment"
version_locations = ["%(here)s/chains/kinds_of_types/versions"]
"""
_TREES = {
    "plans": "fixtures/plans",
    "chains/environment": "fixtures/chains/environment",
    "chains/kinds_of_types": "fixtures/chains/kinds_of_types",
    "flyway": "fixtures/sql_files/flyway",
    "pairs": "fixtures/sql_files/awkward_text_sqlite",
    "blocks": "fixtures/audit/unbounded_loop/pairs",
    "features": "features/plans/backfill",
    "project": "fixtures/expected_failures/project",
    ".": "fixtures/guard/base",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Files, one of which is mangled, and the call that reads them."""

    name: str
    files: Sequence[str]
    words: Sequence[str]
    commits: bool = False
    """Whether it is read from a commit."""


_AUDIT = ("audit", "--no-squawk")
_GUARD = ("parity", "guard", "base", "HEAD")
READINGS = (
    Reading("config of a chain", ("plans/repaired/alembic.ini",), (*_AUDIT, "plans/repaired")),
    Reading("settings", ("pyproject.toml",), (*_AUDIT, "main")),
    Reading("settings of Alembic", ("pyproject.toml",), (*_AUDIT, "pyproject.toml")),
    Reading("env.py", ("plans/repaired/env.py",), (*_AUDIT, "plans/repaired/alembic.ini")),
    Reading(
        "revisions", ("plans/repaired/versions/*.py",), (*_AUDIT, "plans/repaired/alembic.ini")
    ),
    Reading("SQL files", ("flyway/*.sql",), (*_AUDIT, "flyway")),
    Reading("pairs of SQL files", ("blocks/*.sql",), (*_AUDIT, "blocks")),
    Reading("features", ("features/*.feature",), ("tags", "check", "features")),
    Reading("suites", ("project/tests/*.robot",), ("tags", "check", "project/tests")),
    Reading("issues", ("features/issues.toml",), ("tags", "check", "features")),
    Reading("a change of the tracks", ("src/backend/*/*.py",), _GUARD, commits=True),
    Reading("a change of revisions", ("src/backend/migrations/versions/*",), _GUARD, commits=True),
    Reading("settings of the tracks", ("pyproject.toml",), _GUARD),
)
_WALK = ("walk", "--database", "sqlite", "--data", "plain")
_SMALL = "chains/kinds_of_types/alembic.ini"
WALKS = (
    Reading("walked: config", (_SMALL,), (*_WALK, _SMALL)),
    Reading("walked: env.py", ("chains/environment/env.py",), (*_WALK, _SMALL)),
    Reading("walked: revisions", ("chains/kinds_of_types/versions/*.py",), (*_WALK, _SMALL)),
    Reading("walked: SQL files", ("pairs/*.sql",), (*_WALK, "pairs")),
    Reading("walked: settings", ("pyproject.toml",), (*_WALK, "pyproject.toml")),
)


def stand(folder: Path) -> None:
    """The project stands in that folder, a repository whose commit is called base."""
    for name, source in _TREES.items():
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, folder / name, dirs_exist_ok=True, ignore=ignored)
    shutil.copy("features/issues.toml", folder / "features" / "issues.toml")
    (folder / "pyproject.toml").write_text(_PYPROJECT, encoding="utf-8")
    for words in ("init -q", "add -A", "commit -q -m base", "tag base"):
        git(folder, *words.split())


def git(folder: Path, *words: str) -> None:
    """Git was told these words there."""
    subprocess.run(["git", *words], cwd=folder, env=environment(), check=True, capture_output=True)


def environment() -> dict[str, str]:
    """That of git, without what the user has set for himself."""
    return {**os.environ, **ENVIRONMENT}
