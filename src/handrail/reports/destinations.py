"""Where reports go: to standard output and to files, which are written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from handrail.errors import TargetError

_OPTION = "--format"
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class Destination:
    """One form of a report, and the file that it goes to; standard output without one."""

    form: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Destinations:
    """Everywhere that a report goes."""

    files: tuple[Destination, ...]
    shown: str
    """The form that standard output gets."""

    def write(self, written: Callable[[str, bool], str]) -> None:
        """Write the report to all of them, ``written`` in each form, in colours where they show.

        A file holds afterwards the whole report, or what it held before. Raises TargetError where
        one cannot be written; standard output has its report all the same.
        """
        try:
            for each in self.files:
                assert each.file
                write_whole(each.file, written(each.form, False))
        finally:
            sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
            sys.stdout.write(written(self.shown, _shows_colours()))


def destinations(given: Sequence[str], forms: Sequence[str]) -> Destinations:
    """What ``FORM`` and ``FORM=FILE`` ask for; standard output gets text where nothing else.

    Raises TargetError for what is none of ``forms``, for two reports at one place, and for a file
    that could not be written: each folder is tried, and left as it was.
    """
    asked = [_understood(each, forms) for each in given]
    shown = [each.form for each in asked if not each.file]
    files = tuple(each for each in asked if each.file)
    if len(shown) > 1:
        what = f"{' and '.join(shown)} would both go to standard output"
        raise TargetError(what, where=_OPTION, then=f"name a file: {shown[-1]}=FILE")
    places = [each.file.resolve() for each in files if each.file]
    for place in places:
        if places.count(place) > 1:
            raise TargetError("two reports would go to this file", where=str(place))
        must_take(place)
    return Destinations(files, *(shown or [_TEXT]))


def _shows_colours() -> bool:
    """Whether standard output is a terminal, and nobody has asked for none (``NO_COLOR``)."""
    console = Console()
    return console.is_terminal and not console.is_dumb_terminal and not console.no_color


def _understood(given: str, forms: Sequence[str]) -> Destination:
    form, equals, file = given.partition("=")
    if form not in forms:
        then = f"there are {', '.join(forms)}"
        raise TargetError(f'there is no form "{form}"', where=_OPTION, then=then)
    if equals and not file:
        raise TargetError(f'"{given}" names no file', where=_OPTION)
    return Destination(form, Path(file) if file else None)


def must_take(place: Path) -> None:
    """Raise TargetError where no file can be put there, before hours are spent on it."""
    with _said(place):
        if place.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        if _is_regular(place):
            with _beside(place):
                pass


def write_whole(file: Path, text: str) -> None:
    """Put it there whole or not at all; a pipe and other such things get it as it comes.

    Raises TargetError where it cannot be.
    """
    place = file.resolve()
    with _said(place):
        if not _is_regular(place):
            place.write_text(text, encoding="utf-8", errors="backslashreplace")
            return
        with _beside(place) as part:
            part.write_text(text, encoding="utf-8", errors="backslashreplace")
            part.replace(place)


def _is_regular(place: Path) -> bool:
    return place.is_file() or not place.exists()


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A new file in the same folder, so that it can take the other's place in one go."""
    part = place.with_name(f".{place.name}.{os.getpid()}")
    part.touch(exist_ok=False)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _said(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = f"nothing can be written there: {error.strerror}"
        raise TargetError(what, where=str(place)) from error
