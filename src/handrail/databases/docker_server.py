"""A database server in a container that lives as long as the run."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from handrail.databases.account import Account
from handrail.databases.docker_container import Container, ServerKind
from handrail.databases.docker_engine import ENGINE_ERRORS, engine, said
from handrail.databases.docker_image import have_image
from handrail.databases.docker_leftovers import sweep
from handrail.databases.docker_names import SCHEME, SIGNS, image_of, kind_of
from handrail.databases.docker_owner import Owner
from handrail.databases.scratch import ScratchFolder
from handrail.errors import NoDatabaseError, TargetError


class ServerInContainer:
    """Started by the constructor; removed by ``close()``, or when the process is gone.

    What dead runs left is removed first. Raises NoDatabaseError where there is no engine, no image
    or no answer, TargetError where the image holds something else; leaves nothing behind then.
    """

    def __init__(self, asked: str, kind: ServerKind) -> None:
        image = image_of(asked)
        with ExitStack() as undo:
            client = undo.enter_context(closing(engine()))
            try:
                sweep(client)
                have_image(client, image, kind.name)
            except ENGINE_ERRORS as error:
                raise NoDatabaseError(said(error), where=asked) from error
            self._home = ScratchFolder(Account())
            undo.callback(self._home.remove)
            self._home.keep(*_removal(self._home.run), afterwards=True)
            labels = Owner.of(os.getpid()).labels(self._home.run)
            self.url = Container(client, image, kind, labels, secrets.token_hex(16)).wait()
            """With the password: it is for who connects, not to be shown."""
            undo.pop_all()
            client.close()

    def close(self) -> None:
        """The container is gone; closing twice is no error."""
        self._home.remove()


def demand_image(asked: str) -> None:
    """Raise TargetError where no image is named, or a kind that no image is known by."""
    if not image_of(asked) or kind_of(asked) not in SIGNS.values():
        raise TargetError(
            f"{asked} names no image of a database server",
            where="--database",
            then=f"as in {SCHEME}:postgres:16 or {SCHEME}+mariadb:IMAGE",
        )


def _removal(run: str) -> tuple[list[str], dict[str, str]]:
    """What a keeper runs when the run has ended: it finds the same modules and the same engine."""
    command = [sys.executable, "-m", "handrail.databases.docker_leftovers", run]
    modules = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return command, {**os.environ, "PYTHONPATH": modules}
