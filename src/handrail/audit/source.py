"""The source of a revision as a syntax tree; nothing of it is run."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from handrail.errors import TargetError


@dataclass(frozen=True, eq=False, slots=True)
class Module:
    """One parsed file."""

    file: Path
    tree: ast.Module

    @property
    def revision(self) -> str | None:
        """The identifier that it gives itself, or None where it is no revision."""
        for node in self.tree.body:
            value = _assigned(node, "revision")
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                return value.value
        return None

    def function(self, name: str) -> ast.FunctionDef | None:
        """The function of that name, at whatever depth it is defined."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return node
        return None

    def beside(self, name: str | None) -> Path | None:
        """The file in the same folder that an import of the module ``name`` would mean."""
        file = self.file.parent / f"{(name or '').rpartition('.')[2]}.py"
        return file if file.is_file() else None


def read(file: Path) -> Module:
    """Parse a file. Raises TargetError, with the line, where it is no Python."""
    try:
        return Module(file, ast.parse(file.read_bytes(), filename=str(file)))
    except OSError as error:
        raise TargetError("the file cannot be read", where=str(file)) from error
    except SyntaxError as error:
        where = f"{file}:{error.lineno or 1}"
        raise TargetError(f"this is no Python: {error.msg}", where=where) from error


def _assigned(node: ast.stmt, name: str) -> ast.expr | None:
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    if name in names and isinstance(node, ast.Assign | ast.AnnAssign):
        return node.value
    return None
