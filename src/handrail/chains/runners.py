"""A user's own runner, run on a scratch database over a folder of files."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import URL

from handrail.chains.callables import callable_of, names_callable
from handrail.errors import TargetError

_WHERE = "--runner"

Runner = Callable[[URL, Path], None]
"""Brings the database behind a URL to where the files of a folder lead."""


class RunnerFailedError(Exception):
    """A command ended with a code that is not 0; the message is the last that it said."""


def runner_of(given: str) -> Runner:
    """What ``given`` names: ``module:callable``, or a command with ``{url}`` and ``{folder}``.

    Both get SQLAlchemy's URL as text. Raises TargetError where the module, the callable or the
    program is not there.
    """
    return _from_module(given) if names_callable(given) else _from_command(given)


def plain_address(url: URL) -> str:
    """The URL without the name of a driver, as programs take it that are not Python."""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=False)


def _from_module(given: str) -> Runner:
    found = callable_of(given, _WHERE)

    def run(url: URL, folder: Path) -> None:
        found(url.render_as_string(hide_password=False), folder)

    return run


def _from_command(given: str) -> Runner:
    words = _words(given)
    if not words or shutil.which(words[0]) is None:
        program = words[0] if words else given
        raise TargetError(
            f"there is no program {program!r}",
            where=_WHERE,
            then="give module:callable, or a command with {url} and {folder}",
        )

    def run(url: URL, folder: Path) -> None:
        _run([_filled(word, url, folder) for word in words])

    return run


def _words(given: str) -> list[str]:
    try:
        return shlex.split(given)
    except ValueError as error:
        raise TargetError(f"the command cannot be read: {error}", where=_WHERE) from error


def _filled(word: str, url: URL, folder: Path) -> str:
    address = url.render_as_string(hide_password=False)
    return word.replace("{url}", address).replace("{folder}", str(folder))


def _run(words: Sequence[str]) -> None:
    ended = subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if ended.returncode:
        said = [line for line in (ended.stdout + ended.stderr).splitlines() if line.strip()]
        raise RunnerFailedError(said[-1].strip() if said else f"exit code {ended.returncode}")
