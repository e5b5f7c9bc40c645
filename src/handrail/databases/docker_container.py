"""One container with a PostgreSQL server, reached by a port of this machine's loopback."""

from __future__ import annotations

import time
from itertools import chain
from typing import Any

import psycopg
from docker import DockerClient

from handrail.databases.docker_engine import ENGINE_ERRORS, said
from handrail.errors import NoDatabaseError

_USER = "handrail"
_PORT = "5432/tcp"
_LOOPBACK = "127.0.0.1"
_PATIENCE = 90.0
"""Seconds that a server gets to answer its first call; it takes a few of them."""
_CALL = 5
"""Seconds that one call may take."""
_PAUSE = 0.1
_ALIVE = {"created", "running"}
_SETTINGS = {
    # Nothing needs to survive the machine.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # The same each time, as in the embedded server.
    "autovacuum": "off",
    "jit": "off",
    "max_parallel_workers": "0",
    "max_locks_per_transaction": "256",
    "TimeZone": "UTC",
    "log_timezone": "UTC",
}


class Container:
    """Started by the constructor from an image that is there; whoever has the labels removes it.

    Raises NoDatabaseError where the engine does not start it.
    """

    def __init__(
        self, client: DockerClient, image: str, labels: dict[str, str], password: str
    ) -> None:
        self._image = image
        self._password = password
        try:
            self._container = client.containers.create(image, **_options(labels, password))
            self._container.start()
        except ENGINE_ERRORS as error:
            raise self._failed(f"the engine does not start it: {said(error)}") from error

    def wait(self) -> str:
        """The URL of the server, which has just answered a real connection.

        Raises NoDatabaseError where it ends before, or does not answer for long.
        """
        until = time.monotonic() + _PATIENCE
        why = ""
        while time.monotonic() < until:
            host, port = _LOOPBACK, self._port()
            url = f"postgresql://{_USER}:{self._password}@{host}:{port}/postgres"
            try:
                psycopg.connect(url, hostaddr="", options="", connect_timeout=_CALL).close()
            except psycopg.OperationalError as error:
                why = str(error)
                time.sleep(_PAUSE)
            else:
                return url
        raise self._failed(f"no answer within {_PATIENCE:.0f} seconds: {why}")

    def _port(self) -> str:
        """The port of this machine that leads to the server. Raises where the server has ended."""
        try:
            self._container.reload()
            if self._container.status not in _ALIVE:
                raise self._failed(f"the server has ended: {self._last_words()}")
        except ENGINE_ERRORS as error:
            raise self._failed(f"the engine has lost it: {said(error)}") from error
        published = self._container.ports.get(_PORT) or ({"HostPort": ""},)
        return str(published[0]["HostPort"])

    def _last_words(self) -> str:
        printed: bytes = self._container.logs(tail=20)
        lines = [line for line in printed.decode(errors="replace").splitlines() if line.strip()]
        wrong = [line for line in lines if "error:" in line.lower() or "FATAL" in line]
        return (wrong or lines or ["it said nothing"])[-1]

    def _failed(self, what: str) -> NoDatabaseError:
        return NoDatabaseError(what, where=f"docker:{self._image}")


def _options(labels: dict[str, str], password: str) -> dict[str, Any]:
    """As the public images are told: a leading option is meant for the server."""
    settings = (("-c", f"{name}={value}") for name, value in _SETTINGS.items())
    return {
        "command": list(chain.from_iterable(settings)),
        "environment": {
            "POSTGRES_USER": _USER,
            "POSTGRES_PASSWORD": password,
            "POSTGRES_DB": "postgres",
            "POSTGRES_INITDB_ARGS": "--encoding=UTF8 --no-sync",
        },
        "labels": labels,
        "ports": {_PORT: (_LOOPBACK, None)},
    }
