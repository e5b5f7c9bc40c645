"""Images of database servers: at hand, or pulled."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from typing import Any

from docker import DockerClient
from docker.errors import ImageNotFound

from handrail.databases.docker_engine import ENGINE_ERRORS, said
from handrail.databases.docker_names import SCHEME, SIGNS
from handrail.errors import NoDatabaseError, TargetError

_SECONDS = 2.0
"""Between two lines on how far a pull has come."""
_MEGABYTE = 1_000_000


def have_image(client: DockerClient, image: str, kind: str) -> None:
    """The engine has the image of such a server; what it lacks is pulled, told on stderr.

    Raises NoDatabaseError where the image cannot be had, TargetError where it is another one.
    """
    try:
        found = client.images.get(image)
    except ImageNotFound:
        _pull(client, image)
        found = client.images.get(image)
    settings = {setting.partition("=")[0] for setting in found.attrs["Config"]["Env"] or ()}
    holds = [each for sign, each in SIGNS.items() if sign in settings]
    if not holds:
        raise TargetError(
            f"this is no image of a database server, since it sets none of {', '.join(SIGNS)}",
            where=image,
            then="try --database docker:postgres:16 or docker:mariadb:11",
        )
    if kind not in holds:
        raise TargetError(
            f"this image holds a server of the kind {holds[0]}, and {kind} was expected",
            where=image,
            then=f"say so: --database {SCHEME}+{holds[0]}:{image}",
        )


def _pull(client: DockerClient, image: str) -> None:
    _tell(f"{image}: pulling")
    try:
        _follow(image, client.api.pull(image, stream=True, decode=True))
    except ENGINE_ERRORS as error:
        raise _not_pulled(image, said(error)) from error


def _follow(image: str, events: Iterable[dict[str, Any]]) -> None:
    """Tell every other second how much is there of what is known to come."""
    layers: dict[str, tuple[int, int]] = {}
    told = time.monotonic()
    for each in events:
        if "error" in each:
            raise _not_pulled(image, each["error"])
        if each.get("status") == "Downloading" and each["progressDetail"].get("total"):
            layers[each["id"]] = (
                each["progressDetail"]["current"],
                each["progressDetail"]["total"],
            )
        if layers and time.monotonic() - told > _SECONDS:
            come, total = (
                sum(numbers) // _MEGABYTE for numbers in zip(*layers.values(), strict=True)
            )
            _tell(f"{image}: {come} of {total} MB")
            told = time.monotonic()


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _not_pulled(image: str, why: str) -> NoDatabaseError:
    return NoDatabaseError(
        f"the image is not here and cannot be pulled: {why}",
        where=image,
        then="docker load or docker pull it, or use --database postgresql",
    )
