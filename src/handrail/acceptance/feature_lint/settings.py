"""What a project says about its own features, in ``[tool.handrail.lint]`` of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.errors import TargetError

_TAGS = ("tdd_issue", r"tdd_issue_\d+", "tdd_expected_fail", r"requires_\w+")
_DATABASES = ("sqlite", "postgresql", "mariadb")
_CONTEXT = {"bench": "handrail.acceptance.workbench:Workbench"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The patterns that a tag must match one of, and the class of each known ``context.NAME``.

    A class is named ``module:class``, since importing Handrail's own workbench takes a second.
    """

    tags: tuple[re.Pattern[str], ...]
    context: Mapping[str, str]

    def allows(self, tag: str) -> bool:
        """Whether one of the patterns matches the whole tag."""
        return any(pattern.fullmatch(tag) for pattern in self.tags)


def read_settings(file: Path) -> Settings:
    """Handrail's own settings, and what the file says of them, where there is one.

    ``tags`` lists regular expressions beside Handrail's own tags; ``context`` maps attributes to
    ``module:class`` beside ``bench``, which is Handrail's own workbench unless it is told.
    Raises TargetError for what is no TOML and for a tag that is no pattern.
    """
    try:
        said = _lint_table(file)
        patterns = (*_TAGS, *_DATABASES, *said.get("tags", ()))
        context = {**_CONTEXT, **said.get("context", {})}
        return Settings(tuple(map(re.compile, patterns)), context)
    except (tomllib.TOMLDecodeError, re.error) as error:
        raise TargetError(str(error), where=f"{file} [tool.handrail.lint]") from error


def _lint_table(file: Path) -> Mapping[str, Any]:
    document = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    table: Mapping[str, Any] = document.get("tool", {}).get("handrail", {}).get("lint", {})
    return table
