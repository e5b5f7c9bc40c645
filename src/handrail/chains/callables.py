"""Python that a user names as ``module:callable``."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from handrail.chains.words import words_of
from handrail.errors import TargetError

_NAMED = re.compile(r"(?P<module>\w+(\.\w+)*):(?P<name>\w+(\.\w+)*)")


def names_callable(given: str) -> bool:
    """Whether it is written as ``module:callable``; what stands behind the colon may have dots."""
    return _NAMED.fullmatch(given) is not None


def callable_of(given: str, where: str) -> Callable[..., Any]:
    """What ``module:callable`` names. Raises TargetError for the option ``where``.

    That the module, whose import may do anything, cannot be had is such an error too.
    """
    module, _, name = given.partition(":")
    try:
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except BaseException as error:
        raise TargetError(f"{given} cannot be had: {words_of(error)}", where=where) from error
    if not callable(found):
        raise TargetError(f"{given} cannot be called", where=where)
    return found  # type: ignore[no-any-return]
