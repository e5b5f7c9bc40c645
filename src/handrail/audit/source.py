"""The source of a revision as a syntax tree; nothing of it is run."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from handrail.errors import TargetError


@dataclass(frozen=True, eq=False, slots=True)
class Module:
    """One parsed file."""

    file: Path
    tree: ast.Module
    root: Path | None = None
    """The folder from which the module's imports are found, where it is known."""

    @property
    def revision(self) -> str | None:
        """The identifier that it gives itself, or None where it is no revision."""
        return next(iter(self.texts("revision")), None)

    @property
    def parents(self) -> tuple[str, ...]:
        """The revisions that it names as those before it."""
        return (*self.texts("down_revision"), *self.texts("depends_on"))

    def line_of(self, name: str) -> int:
        """The last line at the top level that gives ``name`` a value; 1 where there is none."""
        lines = [node.lineno for node in self.tree.body if _assigned(node, name)]
        return lines[-1] if lines else 1

    def texts(self, name: str) -> list[str]:
        """The texts that the top level gives to ``name``, be it one or several."""
        found: list[object] = []
        for node in self.tree.body:
            match _assigned(node, name):
                case ast.Constant(value=value):
                    found.append(value)
                case ast.Tuple(elts=parts) | ast.List(elts=parts):
                    found += [part.value for part in parts if isinstance(part, ast.Constant)]
        return [text for text in found if isinstance(text, str)]

    def origin(self, name: str) -> str:
        """A name in full, with the module that it was imported from, as far as the file tells."""
        first, dot, rest = name.partition(".")
        return f"{_imports(self).get(first, first)}{dot}{rest}"

    def function(self, name: str) -> ast.FunctionDef | None:
        """The function of that name, at whatever depth it is defined."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return node
        return None

    def method(self, owner: str, name: str) -> ast.FunctionDef | None:
        """The method of that name, of the class ``owner`` or, where that is ``self``, of any."""
        for node in _classes(self):
            if owner in (node.name, "self"):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef) and inner.name == name:
                        return inner
        return None

    def beside(self, name: str | None) -> Path | None:
        """The file that an import of ``name`` would mean: from the root, or in the same folder."""
        *folders, last = (name or "").split(".")
        places = [self.root.joinpath(*folders, f"{last}.py")] if self.root else []
        places.append(self.file.parent / f"{last}.py")
        return next((place for place in places if place.is_file()), None)


@lru_cache(maxsize=64)
def _classes(module: Module) -> tuple[ast.ClassDef, ...]:
    """Every class of a file; each call that is read asks for them."""
    return tuple(node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef))


@lru_cache(maxsize=64)
def _imports(module: Module) -> Mapping[str, str]:
    """What each imported name of a file stands for, with the module that it comes from."""
    found: dict[str, str] = {}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            owner = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            for alias in node.names:
                first = alias.name.partition(".")[0]
                whole = alias.name if alias.asname else first
                found.setdefault(alias.asname or first, f"{owner}{whole}")
    return found


def read(file: Path, root: Path | None = None) -> Module:
    """Parse a file. Raises TargetError, with the line, where it is no Python."""
    try:
        return Module(file, ast.parse(file.read_bytes(), filename=str(file)), root)
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
