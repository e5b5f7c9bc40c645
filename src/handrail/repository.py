"""Commits of a repository, read through the git command; nothing of it is written to."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from handrail.errors import TargetError

_COMMIT = re.compile("[0-9a-f]{40,64}")
_LINK = "120000"
_DEEPEN = "git fetch --unshallow, or fetch-depth: 0 for actions/checkout"


@dataclass(frozen=True, slots=True)
class Commit:
    """The files of one commit below the folder, each with the identifier of its contents."""

    identifier: str
    blobs: Mapping[str, str]


class Repository:
    """The repository that ``folder`` lies in; paths count from that folder.

    Raises TargetError where there is no git, or no repository. To be closed, as a context too.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}
        self._reading: subprocess.Popen[bytes] | None = None
        found = self._git("rev-parse", "--show-prefix")
        if found.returncode:
            said = _first_line(found.stderr)
            what = "this is no git repository" if "not a git repository" in said else said
            raise TargetError(what, where=str(folder), then="run it inside of the repository")
        self.prefix = _path(found.stdout).strip("\n")
        """The path from the top of the repository to the folder, with a slash at its end."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._reading:
            self._reading.communicate()

    def resolve_all(self, *revisions: str) -> list[str]:
        """The commits that names stand for. Raises TargetError for the first that git knows not."""
        found = self._git("rev-parse", *map(_committed, revisions))
        commits = found.stdout.decode().split()
        well = len(commits) == len(revisions) and all(map(_COMMIT.fullmatch, commits))
        return commits if well else [self.resolve(revision) for revision in revisions]

    def resolve(self, revision: str) -> str:
        """The commit that a name stands for. Raises TargetError where git knows none."""
        name = _committed(revision)
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        commit = found.stdout.decode().strip()
        if not _COMMIT.fullmatch(commit):
            then = _DEEPEN if self._is_shallow else "fetch it, or name another commit"
            raise TargetError("git knows no such commit here", where=revision, then=then)
        return commit

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
        listed = self._git("ls-tree", "-r", "-z", "--full-tree", identifier)
        if listed.returncode:
            raise TargetError(_first_line(listed.stderr), where=identifier)
        entries = filter(None, _path(listed.stdout).split("\0"))
        whole: dict[str, str] = {}
        links: dict[str, str] = {}
        for entry in entries:
            about, _, path = entry.partition("\t")
            mode, _, blob = about.split()
            (links if mode == _LINK else whole)[path] = blob
        inside = {path: blob for path, blob in whole.items() if path.startswith(self.prefix)}
        for path, blob in links.items():
            if path.startswith(self.prefix) and (found := whole.get(self._target(path, blob))):
                inside[path] = found
        return Commit(identifier, {path[len(self.prefix) :]: blob for path, blob in inside.items()})

    def _target(self, link: str, blob: str) -> str:
        """The path from the top of the repository that a link leads to."""
        there = _path(self.contents(blob))
        return posixpath.normpath(posixpath.join(posixpath.dirname(link), there))

    def contents(self, blob: str) -> bytes:
        """What a file held; read once for all commits that hold it alike."""
        if blob not in self._contents:
            self._contents[blob] = self._read(blob)
        return self._contents[blob]

    def _read(self, blob: str) -> bytes:
        """One answer of the git that is kept for them all. Raises TargetError where it has none."""
        if self._reading is None:
            command = ["git", "cat-file", "--batch"]
            pipe = subprocess.PIPE
            self._reading = subprocess.Popen(command, cwd=self._folder, stdin=pipe, stdout=pipe)
        asked, answers = self._reading.stdin, self._reading.stdout
        assert asked and answers  # both are pipes
        asked.write(f"{blob}\n".encode())
        asked.flush()
        *_, size = answers.readline().split() or [b"missing"]
        if not size.isdigit():
            raise TargetError("git cannot read this object", where=blob, then=_DEEPEN)
        return answers.read(int(size) + 1)[:-1]

    def lay_out(self, commit: str, folder: Path) -> None:
        """All files of a commit, from the top of the repository, stand below the empty ``folder``.

        What is checked out, the index and the list of worktrees stay as they are. Raises
        TargetError where git cannot read the commit.
        """
        top = "/".join([".."] * self.prefix.count("/")) or "."
        with tempfile.TemporaryDirectory(prefix="handrail-index-") as scratch:
            index = {"GIT_INDEX_FILE": f"{scratch}/index"}
            read = ("read-tree", "--no-sparse-checkout", commit)
            written = ("checkout-index", "--all", f"--prefix={folder}/")
            for words in (read, written):
                done = self._git("-C", top, *words, **index)
                if done.returncode:
                    raise TargetError(_first_line(done.stderr), where=commit, then=_DEEPEN)

    @property
    def _is_shallow(self) -> bool:
        return self._git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _git(self, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
        command, environment = ["git", *words], {**os.environ, **variables}
        try:
            return subprocess.run(
                command, cwd=self._folder, env=environment, capture_output=True, check=False
            )
        except FileNotFoundError as error:
            raise TargetError(
                "there is no such command", where="git", then="install git"
            ) from error


def _committed(revision: str) -> str:
    return f"{revision}^{{commit}}"


def _path(said: bytes) -> str:
    return said.decode("utf-8", "backslashreplace")


def _first_line(said: bytes) -> str:
    return _path(said).partition("\n")[0].removeprefix("fatal: ")
