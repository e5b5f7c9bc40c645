"""Mutants of the pure core, as cosmic-ray makes them, without those that mean the same."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from random import Random
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from trees import Change

HERE = Path(__file__).parent


def mutants(named: Sequence[str], share: float, seed: int) -> list[Change]:
    """Those of the groups, or modules, that are named, in an order by chance; a share of them."""
    groups = tomllib.loads((HERE / "groups.toml").read_text(encoding="utf-8"))["group"]
    places = [
        _Place(file, group, name, number)
        for group in groups
        for pattern in group["modules"]
        for file in sorted(Path().glob(pattern))
        if file.stem != "__init__" and (not named or {group["name"], file.stem} & {*named})
        for name, number in _places(file)
    ]
    Random(seed).shuffle(places)
    chosen = places[: round(len(places) * share)]
    return list({(each.file, each.text): each for each in _changes(chosen)}.values())


@dataclass(frozen=True)
class _Place:
    """Where an operator changes a file."""

    file: Path
    group: dict[str, Any]
    operator: str
    number: int


def _places(file: Path) -> Iterator[tuple[str, int]]:
    """Those of all operators but of variables, which want to be told names."""
    nodes = list(ast_nodes(get_ast(file.read_text(encoding="utf-8"))))
    for name in (each for each in operator_names() if "/Variable" not in each):
        operator = get_operator(name)()
        number = sum(len(list(operator.mutation_positions(node))) for node in nodes)
        yield from ((name, place) for place in range(number))


def _changes(places: Iterable[_Place]) -> Iterator[Change]:
    """All but those that mean what the code means as it stands."""
    for place in places:
        code = place.file.read_text(encoding="utf-8")
        text = mutate_code(code, get_operator(place.operator)(), place.number)
        if text and _meaning(text) not in (None, _meaning(code)):
            features = [each.format(module=place.file.stem) for each in place.group["features"]]
            databases = place.group.get("databases", ["sqlite"])
            told = _told(str(place.file), code, text)
            yield Change(place.group["name"], told, str(place.file), text, features, databases)


def _told(file: str, code: str, text: str) -> str:
    """The lines that differ, as they are and as they become."""
    lines = unified_diff(code.splitlines(), text.splitlines(), n=0, lineterm="")
    return "\n".join([file, *(line for line in list(lines)[2:])])


def _meaning(code: str) -> str | None:
    """What is run of it: no annotations, docstrings, or promises of a dataclass; None for no code.

    Annotations are never evaluated (``from __future__ import annotations``). That a dataclass is
    frozen and has slots keeps an author from mistakes that mypy tells too.
    """
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
            for argument in (*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs):
                argument.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.ClassDef):
            node.decorator_list = [each for each in node.decorator_list if not _is_dataclass(each)]
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and _documented(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.dump(tree)


def _is_dataclass(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "dataclass"


def _documented(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return ast.get_docstring(node) is not None
