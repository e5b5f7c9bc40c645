"""One container with a database server, reached by a port of this machine's loopback."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from docker import DockerClient

from handrail.databases.docker_engine import ENGINE_ERRORS, said
from handrail.errors import NoDatabaseError

_LOOPBACK = "127.0.0.1"
_PATIENCE = 90.0
"""Seconds that a server gets to answer its first call; it takes a few of them."""
_PAUSE = 0.1
_ALIVE = {"created", "running"}
_LINES = 200
_WRONG = ("error:", "[error]", "fatal")


@dataclass(frozen=True, slots=True)
class ServerKind:
    """How the public images of one kind of server are told what to do."""

    name: str
    port: int
    url: str
    """With places for ``{password}``, ``{host}`` and ``{port}``."""
    settings: Sequence[str]
    """Arguments of the server: the first one begins with a dash."""
    environment: Mapping[str, str]
    """With a place for ``{password}``."""
    telling: int
    """Which of the lines with errors that a server prints before it ends says most."""
    why_silent: Callable[[str], str]
    """Tells why nobody answers at a URL; an empty text where somebody does."""


class Container:
    """Started by the constructor from an image that is there; whoever has the labels removes it.

    Raises NoDatabaseError where the engine does not start it.
    """

    def __init__(
        self,
        client: DockerClient,
        image: str,
        kind: ServerKind,
        labels: dict[str, str],
        password: str,
    ) -> None:
        self._image = image
        self._kind = kind
        self._password = password
        told = {name: text.format(password=password) for name, text in kind.environment.items()}
        try:
            self._container = client.containers.create(
                image,
                command=list(kind.settings),
                environment=told,
                labels=labels,
                ports={self._inside: (_LOOPBACK, None)},
            )
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
            place = {"host": _LOOPBACK, "port": self._port()}
            url = self._kind.url.format(password=self._password, **place)
            why = self._kind.why_silent(url)
            if not why:
                return url
            time.sleep(_PAUSE)
        raise self._failed(f"no answer within {_PATIENCE:.0f} seconds: {why}")

    @property
    def _inside(self) -> str:
        return f"{self._kind.port}/tcp"

    def _port(self) -> str:
        """The port of this machine that leads to the server. Raises where the server has ended."""
        try:
            self._container.reload()
            if self._container.status not in _ALIVE:
                raise self._failed(f"the server has ended: {self._last_words()}")
        except ENGINE_ERRORS as error:
            raise self._failed(f"the engine has lost it: {said(error)}") from error
        published = self._container.ports.get(self._inside) or ({"HostPort": "1"},)
        return str(published[0]["HostPort"])

    def _last_words(self) -> str:
        printed: bytes = self._container.logs(tail=_LINES)
        lines = [line for line in printed.decode(errors="replace").splitlines() if line.strip()]
        wrong = [line for line in lines if any(word in line.lower() for word in _WRONG)]
        return wrong[self._kind.telling] if wrong else (lines or ["it said nothing"])[-1]

    def _failed(self, what: str) -> NoDatabaseError:
        return NoDatabaseError(what, where=f"docker:{self._image}")
