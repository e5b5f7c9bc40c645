"""How ``flask db`` would find the application of a project that uses Flask-Migrate."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

_FOUND_BY_ITSELF = (".flaskenv", "wsgi.py", "app.py")


def flask_app(folder: Path, target: str) -> dict[str, str]:
    """FLASK_APP, where env.py asks for an application and Flask would not find it by itself.

    As the environment names it, or else the one file at the top, or the one package, that makes
    it; nothing where there are several.
    """
    env = folder / target / "env.py"
    if not env.is_file() or b"current_app" not in env.read_bytes():
        return {}
    named = os.environ.get("FLASK_APP")
    if named is None and any((folder / each).is_file() for each in _FOUND_BY_ITSELF):
        return {}
    makers = [named] if named else list(_makers(folder))
    return {"FLASK_APP": makers[0]} if len(makers) == 1 else {}


def _makers(folder: Path) -> Iterator[str]:
    for file in sorted((*folder.glob("*.py"), *folder.glob("*/__init__.py"))):
        if _makes_application(file):
            yield file.parent.name if file.name == "__init__.py" else file.stem


def _makes_application(file: Path) -> bool:
    """Whether Flask would find one there: made at the top, or by a factory of the usual name."""
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):  # no Python, or not even text
        return False
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "Flask" for called in calls)
