"""A registry of this machine that has one image, and takes its time to give it.

Source: the OCI distribution specification, of which a pull needs three addresses.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import tarfile
import time
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_DOCKER = "application/vnd.docker"
_MANIFEST = f"{_DOCKER}.distribution.manifest.v2+json"
_PARTS = 10


class SmallRegistry:
    """Open from the beginning until ``close()``; ``image`` is what an engine calls its image."""

    def __init__(self, megabytes: int, seconds: float) -> None:
        given = partial(_Giving, _image(megabytes), seconds / _PARTS)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), given)
        self.image = f"127.0.0.1:{self._server.server_port}/handrail-odd:1"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Nothing is given any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Giving(BaseHTTPRequestHandler):
    """What is large is given in parts, with a pause before each."""

    def __init__(self, files: Mapping[str, bytes], pause: float, *arguments: object) -> None:
        self._files = files
        self._pause = pause
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The file of that name."""
        content = self._files[self.path.rpartition("/")[2]]
        digest = hashlib.sha256(content).hexdigest()
        self.send_response(200)
        self.send_header("Content-Type", _MANIFEST)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Docker-Content-Digest", f"sha256:{digest}")
        self.end_headers()
        size = max(len(content) // _PARTS, _PARTS * 1000)
        for begin in range(0, len(content) if self.command == "GET" else 0, size):
            time.sleep(self._pause if len(content) > size else 0)
            self.wfile.write(content[begin : begin + size])

    def do_HEAD(self) -> None:
        """What is said of that file."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def _image(megabytes: int) -> dict[str, bytes]:
    """Its files by the last part of their addresses: it says it holds PostgreSQL, and does not."""
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as tar:
        entry = tarfile.TarInfo("filling")
        entry.size = megabytes * 1_000_000
        tar.addfile(entry, io.BytesIO(random.Random(megabytes).randbytes(entry.size)))
    packed = gzip.compress(layer.getvalue(), 1, mtime=0)
    config = json.dumps(
        {
            "architecture": "amd64",
            "os": "linux",
            "config": {"Env": ["PGDATA=/data"]},
            "rootfs": {"type": "layers", "diff_ids": [_digest(layer.getvalue())]},
        }
    ).encode()
    manifest = {
        "schemaVersion": 2,
        "mediaType": _MANIFEST,
        "config": _named(f"{_DOCKER}.container.image.v1+json", config),
        "layers": [_named(f"{_DOCKER}.image.rootfs.diff.tar.gzip", packed)],
    }
    written = json.dumps(manifest).encode()
    contents = {_digest(content): content for content in (packed, config, written)}
    return {"": b"{}", "1": written, **contents}


def _named(kind: str, content: bytes) -> dict[str, object]:
    return {"mediaType": kind, "size": len(content), "digest": _digest(content)}


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
