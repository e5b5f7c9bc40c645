"""The agents' servers: a real process for each variant, over a database of its own."""

from __future__ import annotations

import atexit
import os
import select
import subprocess
import sys
import tempfile

from sqlalchemy import text

from benches.agents.calling import UNMEASURED
from handrail.acceptance.providers import SHARED

PASSWORD = "correct-horse"
"""The password in the URL that the servers are started with; it has to stay out of sight."""

_PATIENCE = 60.0
"""Seconds that a server gets until it listens; it takes about one."""

_FILLED = text(
    "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables"
    " WHERE schemaname = 'public' AND tablename <> 'schema_migrations'"
)


class AgentServer:
    """The server of one variant, which keeps its port and its database when it is started again.

    ``as reported`` is ``fixtures.agents.reported.server`` below the current folder.
    """

    def __init__(self, variant: str) -> None:
        self.variant = variant
        self.database = SHARED.get("postgresql").make()
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """It answers; no error where it did already. Raises AssertionError where it does not."""
        if self._process is not None and self._process.poll() is None:
            return
        module = self.variant.removeprefix("as ").replace(" ", "_")
        where = self.database.url.set(password=PASSWORD).render_as_string(hide_password=False)
        command = [sys.executable, "-m", f"fixtures.agents.{module}.server", "--port"]
        command += [str(self.port), "--until-stdin-closes", "--database-url", where]
        kept = {name: value for name, value in os.environ.items() if name not in UNMEASURED}
        with tempfile.TemporaryFile("w+") as said:
            # It ends with this process, however that ends: then its standard input is closed.
            self._process = subprocess.Popen(
                command,
                env=kept,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
                start_new_session=True,
            )
            line = _first_line(self._process)
            said.seek(0)
            assert line.startswith("listening on "), f"no server {self.variant}: {said.read()}"
        self.port = int(line.rpartition(":")[2])

    def stop(self) -> None:
        """It has ended, and nobody listens on its port; stopping twice is no error."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate()
            self._process = None

    def empty(self) -> None:
        """Its tables hold no row, but for the ledger."""
        with self.database.connect() as connection:
            tables = connection.scalar(_FILLED)
            connection.exec_driver_sql(f"TRUNCATE {tables}")
            connection.commit()


def _first_line(process: subprocess.Popen[str]) -> str:
    """The first line on standard output; nothing where none comes in time."""
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], _PATIENCE)
    return process.stdout.readline() if ready else ""


class AgentServers:
    """Servers by variant: started once a process, and emptied for whoever asks next."""

    def __init__(self) -> None:
        self._servers: dict[str, AgentServer] = {}

    def get(self, variant: str) -> AgentServer:
        """The running server of that variant, without any rows."""
        if variant not in self._servers:
            self._servers[variant] = AgentServer(variant)
        server = self._servers[variant]
        server.start()
        server.empty()
        return server

    def close(self) -> None:
        """None is left; their databases go with the provider."""
        while self._servers:
            self._servers.popitem()[1].stop()


SERVERS = AgentServers()
"""What behave's hooks and Robot's library both use."""
atexit.register(SERVERS.close)
