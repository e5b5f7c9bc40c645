"""What a project says about its own features, in ``[tool.handrail.lint]`` of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

_TAGS = ("tdd_issue", r"tdd_issue_\d+", "tdd_expected_fail", r"requires_\w+")
_DATABASES = ("sqlite", "postgresql", "mariadb")
_CONTEXT = {"bench": "handrail.acceptance.workbench:Workbench"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The patterns that a tag must match one of, and the types of behave's ``context.NAME``."""

    tags: tuple[str, ...]
    context: Mapping[str, type]

    def allows(self, tag: str) -> bool:
        """Whether one of the patterns matches the whole tag."""
        return any(re.fullmatch(pattern, tag) for pattern in self.tags)


def read_settings(folder: Path) -> Settings:
    """Handrail's own tags and workbench, and what the folder's pyproject.toml adds to them.

    ``tags`` is a list of regular expressions, ``context`` maps attributes to ``module:class``.
    """
    file = folder / "pyproject.toml"
    document = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    said = document.get("tool", {}).get("handrail", {}).get("lint", {})
    types = {name: _load(place) for name, place in (_CONTEXT | said.get("context", {})).items()}
    return Settings((*_TAGS, *_DATABASES, *said.get("tags", [])), types)


def _load(place: str) -> type:
    module, _, name = place.partition(":")
    loaded: type = getattr(import_module(module), name)
    return loaded
