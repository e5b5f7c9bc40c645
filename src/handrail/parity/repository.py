"""Two commits of a repository, read through the git command; nothing is written or checked out."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handrail.errors import TargetError

_LINK = "120000"
_DEEPEN = "git fetch --unshallow, or fetch-depth: 0 for actions/checkout"


@dataclass(frozen=True, slots=True)
class Commit:
    """The files of one commit below the folder, each with the identifier of its contents."""

    identifier: str
    blobs: Mapping[str, str]


class Repository:
    """The repository that ``folder`` lies in; paths count from that folder.

    Raises TargetError where there is no git, or no repository.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}
        found = self._git("rev-parse", "--show-prefix")
        if found.returncode:
            said = _last_line(found.stderr)
            what = "this is no git repository" if "not a git repository" in said else said
            raise TargetError(what, where=str(folder), then="run it inside of the repository")
        self._prefix = found.stdout.decode("utf-8", "backslashreplace").strip("\n")

    def resolve(self, revision: str) -> str:
        """The commit that a name stands for. Raises TargetError where git knows none."""
        name = f"{revision}^{{commit}}"
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if found.returncode:
            then = _DEEPEN if self._is_shallow else "fetch it, or name another commit"
            raise TargetError("git knows no such commit here", where=revision, then=then)
        return found.stdout.decode().strip()

    def merge_base(self, base: str, head: str) -> str:
        """Where two commits parted. Raises TargetError where this clone does not hold it."""
        found = self._git("merge-base", base, head)
        if found.returncode:
            shallow = self._is_shallow
            what = "this shallow clone does not hold" if shallow else "there is no"
            then = _DEEPEN if shallow else "name a base from which the head was made"
            where = f"{base[:12]}...{head[:12]}"
            raise TargetError(f"{what} commit that both stand on", where=where, then=then)
        return found.stdout.decode().split()[0]

    def commit(self, identifier: str) -> Commit:
        """The files of a commit, links followed. Raises TargetError where git cannot list them."""
        listed = self._bytes("ls-tree", "-r", "-z", "--full-tree", identifier).split(b"\0")
        entries = [entry.decode("utf-8", "backslashreplace") for entry in listed if entry]
        whole: dict[str, str] = {}
        links: dict[str, str] = {}
        for entry in entries:
            about, _, path = entry.partition("\t")
            mode, _, blob = about.split()
            (links if mode == _LINK else whole)[path] = blob
        inside = {path: blob for path, blob in whole.items() if path.startswith(self._prefix)}
        for path, blob in links.items():
            if path.startswith(self._prefix) and (found := whole.get(self._target(path, blob))):
                inside[path] = found
        return Commit(
            identifier, {path[len(self._prefix) :]: blob for path, blob in inside.items()}
        )

    def _target(self, link: str, blob: str) -> str:
        """The path from the top of the repository that a link leads to."""
        there = self.contents(blob).decode("utf-8", "backslashreplace")
        return posixpath.normpath(posixpath.join(posixpath.dirname(link), there))

    def contents(self, blob: str) -> bytes:
        """What a file held; read once for all commits that hold it alike."""
        if blob not in self._contents:
            self._contents[blob] = self._bytes("cat-file", "blob", blob)
        return self._contents[blob]

    def archive(self, commit: str) -> bytes:
        """The whole tree of a commit as a tar file. Raises TargetError where git cannot pack it."""
        top = self._bytes("rev-parse", "--show-toplevel").decode().rstrip("\n")
        return self._bytes("-C", top, "archive", "--format=tar", commit)

    @property
    def prefix(self) -> str:
        """The folder as it lies below the top of the repository."""
        return self._bytes("rev-parse", "--show-prefix").decode().rstrip("\n")

    @property
    def _is_shallow(self) -> bool:
        return self._git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _bytes(self, *words: str) -> bytes:
        done = self._git(*words)
        if done.returncode:
            raise TargetError(_last_line(done.stderr), where=f"git {' '.join(words)}")
        return done.stdout

    def _git(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", *words], cwd=self._folder, capture_output=True, check=False
            )
        except FileNotFoundError as error:
            raise TargetError("there is no git command", where="git", then="install it") from error


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
    return lines[0].removeprefix("fatal: ")
