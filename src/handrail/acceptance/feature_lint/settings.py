"""What a project says about its own features, in ``[tool.handrail.lint]`` of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from handrail.errors import TargetError

_TAGS = ("tdd_issue", r"tdd_issue_\d+", "tdd_expected_fail", r"requires_\w+")
_DATABASES = ("sqlite", "postgresql", "mariadb")
_CONTEXT = {"bench": "handrail.acceptance.workbench:Workbench"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The patterns that a tag must match one of, and the types of behave's ``context.NAME``."""

    tags: tuple[re.Pattern[str], ...]
    context: Mapping[str, type]

    def allows(self, tag: str) -> bool:
        """Whether one of the patterns matches the whole tag."""
        return any(pattern.fullmatch(tag) for pattern in self.tags)


def read_settings(file: Path) -> Settings:
    """Handrail's own settings, and what the file says of them, where there is one.

    ``tags`` lists regular expressions beside Handrail's own tags; ``context`` maps attributes to
    ``module:class`` in place of Handrail's own workbench.
    Raises TargetError for what is no TOML, no pattern, or no class that can be imported.
    """
    try:
        said = _lint_table(file)
        patterns = (*_TAGS, *_DATABASES, *said.get("tags", ()))
        types = {name: _load(place) for name, place in said.get("context", _CONTEXT).items()}
        return Settings(tuple(map(re.compile, patterns)), types)
    except (tomllib.TOMLDecodeError, re.error, ImportError, AttributeError) as error:
        raise TargetError(str(error), where=f"{file} [tool.handrail.lint]") from error


def _lint_table(file: Path) -> Mapping[str, Any]:
    document = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    table: Mapping[str, Any] = document.get("tool", {}).get("handrail", {}).get("lint", {})
    return table


def _load(place: str) -> type:
    module, _, name = place.partition(":")
    loaded: type = getattr(import_module(module), name)
    return loaded
