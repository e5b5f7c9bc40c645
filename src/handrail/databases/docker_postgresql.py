"""PostgreSQL databases in a container that lives as long as the run."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from handrail.databases.account import Account
from handrail.databases.addresses import address
from handrail.databases.docker_container import Container
from handrail.databases.docker_engine import ENGINE_ERRORS, engine, said
from handrail.databases.docker_image import have_image
from handrail.databases.docker_leftovers import sweep
from handrail.databases.docker_owner import Owner
from handrail.databases.postgresql import PostgreSQLProvider
from handrail.databases.postgresql_server import GivenServer
from handrail.databases.scratch import ScratchFolder
from handrail.errors import NoDatabaseError, TargetError

SCHEME = "docker:"
"""How ``--database`` says that an image follows."""


class ContainerServer(GivenServer):
    """Started by the constructor; removed by ``close()``, or when the process is gone.

    What dead runs left is removed first. Raises NoDatabaseError where there is no engine, no image
    or no answer, and leaves nothing behind then.
    """

    def __init__(self, image: str) -> None:
        with ExitStack() as undo:
            client = undo.enter_context(closing(engine()))
            try:
                sweep(client)
                have_image(client, image)
            except ENGINE_ERRORS as error:
                raise NoDatabaseError(said(error), where=f"{SCHEME}{image}") from error
            self._home = ScratchFolder(Account())
            undo.callback(self._home.remove)
            self._home.keep(*_removal(self._home.run), afterwards=True)
            labels = Owner.of(os.getpid()).labels(self._home.run)
            container = Container(client, image, labels, secrets.token_hex(16))
            super().__init__(address(container.wait()))
            undo.pop_all()
            client.close()

    def close(self) -> None:
        """The container is gone; closing twice is no error."""
        super().close()
        self._home.remove()


class DockerPostgreSQLProvider(PostgreSQLProvider):
    """Gives databases of a server in a container, which is started with the first of them."""

    def __init__(self, asked: str) -> None:
        image = asked.removeprefix(SCHEME)
        if not image:
            raise TargetError(
                "no image is named", where="--database", then=f"as in {SCHEME}postgres:16"
            )
        super().__init__(asked, lambda: ContainerServer(image))


def _removal(run: str) -> tuple[list[str], dict[str, str]]:
    """What a keeper runs when the run has ended: it finds the same modules and the same engine."""
    command = [sys.executable, "-m", "handrail.databases.docker_leftovers", run]
    modules = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return command, {**os.environ, "PYTHONPATH": modules}
