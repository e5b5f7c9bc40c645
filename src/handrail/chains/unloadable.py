"""What a target lacks that could not be loaded, in words that say what to do about it."""

from __future__ import annotations

import os
from pathlib import Path

from handrail.chains.keeping_out import KeptOut
from handrail.chains.watching import line_in
from handrail.chains.words import named_words_of, words_of

_GIVE = "give it what it needs with --env NAME=VALUE"


def what_is_missing(error: BaseException) -> str:
    """What was raised, as the thing that is not there where that can be told."""
    if _is_variable(error):
        return f"the environment holds no {error.args[0]}"
    if isinstance(error, ModuleNotFoundError | KeptOut):
        return words_of(error)
    return named_words_of(error)


def what_to_do(error: BaseException) -> str:
    """How the target gets what it lacks, as far as that can be told."""
    if _is_variable(error):
        return f"give it one with --env {error.args[0]}=VALUE"
    if isinstance(error, ModuleNotFoundError):
        return "start where it can be imported, or install Handrail where it is installed"
    lacks = isinstance(error, Exception) and not isinstance(error, SyntaxError)
    return _GIVE if lacks else ""


def place_in(error: BaseException, file: Path) -> str:
    """The file, with the line in it at which loading stopped where there is one."""
    line = line_in(error.__traceback__, file)
    return f"{file}:{line}" if line else str(file)


def _is_variable(error: BaseException) -> bool:
    """Whether a variable of the environment was asked for that is not set."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None or not isinstance(error, KeyError):
        return False
    return trace.tb_frame.f_code.co_filename == os.environ.__getitem__.__code__.co_filename
