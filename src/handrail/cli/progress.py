"""How far a walk has come: a bar on a terminal, plain lines elsewhere, always on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from handrail.reports.words import harmless


@contextmanager
def progress() -> Iterator[Callable[[str, str, int, int], None]]:
    """A function to be told of each revision: database, revision, how many done, of how many."""
    console = Console(stderr=True)
    if console.is_terminal:
        with _bar(console) as bar:
            yield _Bars(bar)
    else:
        yield _line


def _bar(console: Console) -> Progress:
    columns = (
        TextColumn("{task.fields[database]:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True)


class _Bars:
    """A bar for each database, made when it is first heard of."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._tasks: dict[str, int] = {}

    def __call__(self, database: str, revision: str, done: int, total: int) -> None:
        revision = escape(harmless(revision))
        if database not in self._tasks:
            self._tasks[database] = self._bar.add_task(revision, total=total, database=database)
        self._bar.update(self._tasks[database], completed=done, description=revision)  # type: ignore[arg-type]


def _line(database: str, revision: str, done: int, total: int) -> None:
    sys.stderr.write(f"{database}: {harmless(revision)} ({done} of {total})\n")
    sys.stderr.flush()
