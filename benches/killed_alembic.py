"""Alembic's own command line, which kills its process in front of one statement.

``python -m benches.killed_alembic WORDS ARGUMENTS...``

SIGKILL comes before the first statement that begins with WORDS; ``COMMIT`` is one of them. Where no
such statement is sent, this is ``alembic ARGUMENTS...``.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from alembic.config import main as alembic
from sqlalchemy import Engine, event


def main(words: str, *arguments: str) -> None:
    """Run Alembic, or be killed by it."""

    def about_to_send(statement: str) -> None:
        if " ".join(statement.split()).startswith(words):
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "before_cursor_execute")
    def _before(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        about_to_send(statement)

    @event.listens_for(Engine, "commit")
    def _commit(_connection: Any) -> None:
        about_to_send("COMMIT")

    alembic(arguments, prog="alembic")


if __name__ == "__main__":
    main(*sys.argv[1:])
