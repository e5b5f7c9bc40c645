"""Containers on the engine of this machine, as somebody sees them who is not Handrail."""

from __future__ import annotations

import io
from collections.abc import Collection
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from docker.errors import ImageNotFound

from benches.engine.small_registry import SmallRegistry
from handrail.databases.docker_engine import ENGINE_ERRORS, engine
from handrail.databases.docker_owner import Owner
from handrail.errors import NoDatabaseError

CONTAINERS = "docker"
"""How the kinds of databases begin that are in containers."""
IMAGE = "postgres:15"
"""What scenarios run on: it is at hand, or a registry has it."""
_DEAD = 2**22 + 1
"""A number that Linux gives to no process."""
_MADE_OF = {
    "MariaDB": "FROM mariadb:10.11",
    "no server": "FROM scratch\nLABEL holds=nothing",
    "a failing server": f'FROM {IMAGE}\nENTRYPOINT ["sh", "-c", "echo FATAL: it is dark; exit 1"]',
}


def containers_of(processes: Collection[int], image: str = "") -> list[str]:
    """The numbers of all containers, running or not, that say that they belong to one of these.

    Those of one image alone, where it is named; none where no engine answers.
    """
    wanted = {str(process) for process in processes}
    try:
        listed = engine().api.containers(all=True, filters={"label": "handrail.run"})
    except (*ENGINE_ERRORS, NoDatabaseError):
        return []
    owned = [each for each in listed if each["Labels"]["handrail.owner.process"] in wanted]
    return [each["Id"] for each in owned if each["Image"] == (image or each["Image"])]


def kill_all(containers: Collection[str]) -> None:
    """Each has been killed, as the machine kills what takes too much memory."""
    for container in containers:
        engine().api.kill(container)


class ContainersBench:
    """What is on the engine beside the containers of runs: images, and a container of others."""

    def __init__(self) -> None:
        self._undo = ExitStack()
        self._others: dict[str, str] = {}

    def make_image(self, name: str, holds: str) -> None:
        """There is an image of that name, which holds one of what is in ``_MADE_OF``."""
        client = engine()
        client.images.build(
            fileobj=io.BytesIO(_MADE_OF[holds].encode()), tag=name, rm=True, forcerm=True
        )
        self._undo.callback(client.images.remove, name, force=True)

    def open_registry(self) -> str:
        """What an image is called of which a registry gives a megabyte a second."""
        registry = SmallRegistry(megabytes=5, seconds=5)
        self._undo.callback(registry.close)
        self._undo.callback(self._forget, registry.image)
        return registry.image

    def open_door(self) -> dict[str, str]:
        """What has to be in the environment of who wants to reach the engine by TCP."""
        from benches.engine.tls_door import TLSDoor  # what it needs takes long to import

        keys = Path(self._undo.enter_context(TemporaryDirectory())) / "keys"
        door = TLSDoor(keys)
        self._undo.callback(door.close)
        place = {"DOCKER_HOST": door.address, "DOCKER_CERT_PATH": str(keys)}
        return {**place, "DOCKER_TLS_VERIFY": "1"}

    def open_other_door(self) -> dict[str, str]:
        """The same, but with the certificates for another door."""
        other = self.open_door()["DOCKER_CERT_PATH"]
        return {**self.open_door(), "DOCKER_CERT_PATH": other}

    def make_container(self, name: str, labels: dict[str, str]) -> None:
        """There is a container with these labels, which no run of this machine has made."""
        container = engine().containers.create(IMAGE, labels=labels)
        self._others[name] = container.id
        self._undo.callback(container.remove, force=True, v=True)

    def make_foreign_container(self, name: str) -> None:
        """There is a container of a process that is dead here, but was on another machine."""
        owner = replace(Owner.of(_DEAD), host="elsewhere pid:[1]")
        self.make_container(name, owner.labels(name))

    def should_be_there(self, name: str) -> None:
        """The container is still there."""
        there = [each.id for each in engine().containers.list(all=True)]
        assert self._others[name] in there, f"the container {name!r} is gone"

    def _forget(self, image: str) -> None:
        with suppress(ImageNotFound):
            engine().images.remove(image, force=True)

    def close(self) -> None:
        """No image and no container that was made is left."""
        self._undo.close()
