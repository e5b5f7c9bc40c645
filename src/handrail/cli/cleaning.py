"""``handrail clean``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from handrail.databases import ServerSession
    from handrail.databases.marks import Found


def clean(
    database: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL",
            help="A server to look at too, as handrail walk takes it; may be given several times.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List it, and do no more.")] = False,
) -> None:
    """List what killed runs and --keep have left, and remove it.

    Folders and servers of killed runs on this machine are found without being told; most often
    the next run has removed them. On a server only databases of the user that the URL names are
    looked at, and of these only those removed that bear Handrail's mark and whose run is dead: it
    has no session on the server, and no process where it ran on this machine. A database that
    somebody is connected to is left, as is one that has but the name.

    \b
    Exit code: 0 all of it is removed or listed, 2 the call is wrong, 3 a server cannot be reached.

    \b
    Example: handrail clean --dry-run
    Example: handrail clean --database postgresql://ci@db.example.org/app
    """
    from contextlib import ExitStack

    from handrail.databases import session
    from handrail.databases.leftovers import left_behind, sweep

    with ExitStack() as stack:
        sessions = [stack.enter_context(session(url)) for url in database or ()]
        found = [(each, one) for each in sessions for one in each.found()]
        folders = left_behind()
        _list(folders, found)
        gone = [(each, one.name) for each, one in found if one.state.left_over]
        if not dry_run:
            sweep()
            for each, name in gone:
                each.drop(name)
    done = "to be removed" if dry_run else "removed"
    typer.echo(f"{done}: {len(folders)} folders, {len(gone)} databases")


def _list(folders: Sequence[Path], found: Sequence[tuple[ServerSession, Found]]) -> None:
    for folder in folders:
        typer.echo(f"{folder}: its run is dead")
    for session, one in found:
        left = "" if one.state.left_over else "; left alone"
        typer.echo(f"{one.name} on {session.shown}: {one.state}{left}")
