"""What is there, read from disk; chains are loaded, and tried on scratch databases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from handrail.chains.naming import NamedChain, named_chain
from handrail.errors import TargetError
from handrail.init.behave_settings import read_settings
from handrail.init.flask import flask_app
from handrail.init.found import Found, FoundChain, table_of
from handrail.init.targets import names_of, targets_below
from handrail.init.trying import tried

PYPROJECT = "pyproject.toml"


def look(folder: Path) -> Found:
    """What stands in the current folder, which is where the user's commands will run.

    Raises TargetError where its pyproject.toml cannot be read.
    """
    text, settings = _pyproject(folder / PYPROJECT)
    named = table_of(settings, "tool", "handrail", "chains")
    chains = _named(named) if named else _unnamed(folder)
    ignore = folder / ".gitignore"
    return Found(
        pyproject=text,
        settings=settings,
        chains=tuple(chains),
        named=bool(named),
        behave=read_settings(folder, settings),
        ignores_reports=ignore.is_file() and b"reports" in ignore.read_bytes(),
    )


def _pyproject(file: Path) -> tuple[str | None, Mapping[str, Any]]:
    if not file.exists():
        return None, {}
    try:
        text = file.read_bytes().decode("utf-8")
        return text, tomllib.loads(text)
    except OSError as error:
        raise TargetError(f"the file cannot be read: {error.strerror}", where=file.name) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TargetError(f"the file is not TOML: {error}", where=file.name) from error


def _named(names: Iterable[str]) -> Iterator[FoundChain]:
    for name in names:
        said = named_chain(name, Path(PYPROJECT))
        yield FoundChain(name, said.target, dict(said.variables), tried(said))


def _unnamed(folder: Path) -> Iterator[FoundChain]:
    targets = targets_below(folder)
    for name, target in zip(names_of(targets), targets, strict=True):
        variables = flask_app(folder, target)
        said = NamedChain(target, variables=tuple(variables.items()))
        yield FoundChain(name, target, variables, tried(said))
