"""A second way to the container engine of this machine: over TCP, for those with a certificate."""

from __future__ import annotations

import asyncio
import os
import ssl
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import trustme

_HOST = "127.0.0.1"
_USUAL = "unix:///var/run/docker.sock"
_CHUNK = 65536


class TLSDoor:
    """Open from the beginning until ``close()``; who may come in has the files in ``keys``."""

    def __init__(self, keys: Path) -> None:
        self._engine = urlsplit(os.environ.get("DOCKER_HOST") or _USUAL).path
        authority = trustme.CA()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.verify_mode = ssl.CERT_REQUIRED
        authority.issue_cert(_HOST).configure_cert(context)
        authority.configure_trust(context)
        _write_keys(authority, keys)
        self._loop = asyncio.new_event_loop()
        serving = asyncio.start_server(self._pass_on, _HOST, 0, ssl=context)
        self._server = self._loop.run_until_complete(serving)
        self.address = f"tcp://{_HOST}:{self._server.sockets[0].getsockname()[1]}"
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Nobody comes in any more."""
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _pass_on(self, come: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_unix_connection(self._engine)
        await asyncio.gather(_pump(come, to), _pump(there, back))


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while chunk := await source.read(_CHUNK):
        target.write(chunk)
        await target.drain()
    target.close()


def _write_keys(authority: trustme.CA, folder: Path) -> None:
    """The three files that DOCKER_CERT_PATH has to hold."""
    folder.mkdir()
    mine = authority.issue_cert("handrail@example.org")
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    mine.private_key_pem.write_to_path(str(folder / "key.pem"))
    mine.cert_chain_pems[0].write_to_path(str(folder / "cert.pem"))
