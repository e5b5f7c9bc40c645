"""Containers that are no longer wanted: those of a run that ends, and those of dead runs.

``python -m handrail.databases.docker_leftovers RUN`` is what the keeper of a run becomes when the
run has ended, however it did.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from docker import DockerClient
from docker.errors import APIError

from handrail.databases.docker_engine import ENGINE_ERRORS, engine
from handrail.databases.docker_owner import RUN, is_orphan
from handrail.errors import NoDatabaseError


def sweep(client: DockerClient) -> None:
    """No container of a dead run of this machine is left; all others are not touched."""
    for found in client.api.containers(all=True, filters={"label": RUN}):
        if is_orphan(found["Labels"]):
            _remove(client, found["Id"])


def remove(client: DockerClient, run: str) -> None:
    """No container of that run is left, nor a volume of one."""
    for found in client.api.containers(all=True, filters={"label": f"{RUN}={run}"}):
        _remove(client, found["Id"])


def _remove(client: DockerClient, container: str) -> None:
    with suppress(APIError):  # somebody else removes it, or has done so
        client.api.remove_container(container, v=True, force=True)


if __name__ == "__main__":
    with suppress(NoDatabaseError, *ENGINE_ERRORS):  # the next run sweeps
        remove(engine(), sys.argv[1])
