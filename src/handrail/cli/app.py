"""The commands put together, and errors turned into exit codes at this edge alone."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import NoReturn

import typer

from handrail import __version__
from handrail.cli.auditing import audit
from handrail.cli.cleaning import clean
from handrail.cli.explaining import explain
from handrail.cli.initialising import init
from handrail.cli.parity import parity
from handrail.cli.phrasing import steps
from handrail.cli.reporting import report
from handrail.cli.tagging import tags
from handrail.cli.walking import walk
from handrail.databases.hiding import hide_passwords
from handrail.databases.room import in_room
from handrail.errors import HandrailError, NoDatabaseError
from handrail.reports.words import harmless

WRONG_CALL = 2
NO_DATABASE = 3
INTERRUPTED = 130
TERMINATED = 143

app = typer.Typer(
    name="handrail",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(walk)
app.command()(audit)
app.command()(explain)
app.command()(init)
app.command()(steps)
app.command()(clean)
app.add_typer(report, name="report")
app.add_typer(parity, name="parity")
app.add_typer(tags, name="tags")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"handrail {__version__}")
        raise typer.Exit


@app.callback()
def handrail(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Find the step of a migration chain that crashes, loses rows or leaves half behind.

    \b
    Example: handrail init
    Example: handrail walk alembic.ini
    """


def main() -> None:
    """Run one command; an error that a user can cause is one line on stderr and an exit code."""
    hide_passwords()
    signal.signal(signal.SIGTERM, _terminated)
    try:
        with in_room():
            app()
    except NoDatabaseError as error:
        sys.exit(_failed(error, NO_DATABASE))
    except HandrailError as error:
        sys.exit(_failed(error, WRONG_CALL))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Leave as after an exception, so that everything made is removed before we are gone."""
    sys.exit(TERMINATED)


def _failed(error: HandrailError, code: int) -> int:
    sys.stderr.write(f"handrail: {harmless(str(error))}\n")
    return code
