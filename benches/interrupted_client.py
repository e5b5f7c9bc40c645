"""A client that is killed in the middle of a transaction.

``python -m benches.interrupted_client URL`` adds a note, says "ready", and waits for its end.
"""

from __future__ import annotations

import signal
import sys

from sqlalchemy import create_engine, text


def main(url: str) -> None:
    """Be that client."""
    with create_engine(url).begin() as connection:
        connection.execute(text("INSERT INTO notes VALUES ('never committed')"))
        print("ready", flush=True)
        signal.pause()


if __name__ == "__main__":
    main(sys.argv[1])
