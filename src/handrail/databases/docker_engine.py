"""The container engine of the machine: Docker or Podman, rootless or not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docker import DockerClient
from docker.constants import DEFAULT_DOCKER_API_VERSION
from docker.context import ContextAPI
from docker.errors import APIError, DockerException, TLSParameterError
from docker.utils import kwargs_from_env
from requests import RequestException

from handrail.errors import NoDatabaseError

ENGINE_ERRORS = (DockerException, RequestException)
"""What the SDK raises where the engine says no, or says nothing."""
_START_ONE = "start Docker or Podman, or let DOCKER_HOST name its socket; or --database postgresql"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def engine() -> DockerClient:
    """A client of the engine that DOCKER_HOST, DOCKER_CONTEXT or the current context names.

    Where none does it is the first of the usual sockets at which somebody answers. Raises
    NoDatabaseError where nobody does, or where the engine is on another machine.
    """
    why, place = "no container engine is here", "DOCKER_HOST"
    try:
        for options in _places():
            place = options["base_url"]
            _stay_here(place)
            try:
                return _client(options)
            except ENGINE_ERRORS as error:
                why = f"no container engine answers: {_innermost(error)}"
    except TLSParameterError as error:
        raise NoDatabaseError(
            f"the certificates for the container engine cannot be had: {error.msg}",
            where=os.environ.get("DOCKER_CERT_PATH", "~/.docker"),
            then="it has to hold ca.pem, cert.pem and key.pem",
        ) from error
    raise NoDatabaseError(why, where=place, then=_START_ONE)


def _client(options: dict[str, Any]) -> DockerClient:
    """Who speaks the engine's own version, and asks no proxy.

    The certificates that the environment names for the rest of the world would be taken in place of
    those of the engine.
    """
    with closing(DockerClient(version=DEFAULT_DOCKER_API_VERSION, **options)) as first:
        first.api.trust_env = False
        spoken = first.version(api_version=False)["ApiVersion"]
    client = DockerClient(version=spoken, **options)
    client.api.trust_env = False
    return client


def _innermost(error: BaseException) -> str:
    """What the system said, without what libraries say around it."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    return said(error)


def said(error: BaseException) -> str:
    """What the engine said, without what the SDK says around it."""
    return str(error.explanation) if isinstance(error, APIError) else str(error)


def _places() -> Iterator[dict[str, Any]]:
    """What a client is made with: of one place where somebody has said which, else of several."""
    context = os.environ.get("DOCKER_CONTEXT")
    chosen = None if os.environ.get("DOCKER_HOST") else ContextAPI.get_context(context)
    if os.environ.get("DOCKER_HOST"):
        yield kwargs_from_env()
    elif context and chosen is None:
        raise NoDatabaseError(
            f"there is no context {context!r}",
            where="DOCKER_CONTEXT",
            then="try docker context use, which writes what names it down",
        )
    elif chosen is not None and chosen.Name != "default":
        yield {"base_url": chosen.Host, "tls": chosen.TLSConfig or False}
    else:
        yield from ({"base_url": f"unix://{path}"} for path in _sockets() if path.is_socket())


def _sockets() -> tuple[Path, ...]:
    own = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"))
    return (
        Path("/var/run/docker.sock"),
        own / "docker.sock",  # rootless Docker
        own / "podman/podman.sock",
        Path("/run/podman/podman.sock"),
    )


def _stay_here(place: str) -> None:
    """Ports are published on loopback alone, which is out of reach on another machine."""
    parts = urlsplit(place)
    if parts.scheme not in {"unix", "http+unix"} and parts.hostname not in _LOOPBACK:
        raise NoDatabaseError(
            "this engine is on another machine, and ports are published on its loopback alone",
            where=place,
            then="run Handrail where the engine is",
        )
