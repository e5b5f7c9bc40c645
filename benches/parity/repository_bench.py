"""Git repositories made on the spot."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from benches.parity.edits import apply
from benches.processes_bench import ProcessesBench

_BASES = Path("fixtures")
_TEMPLATES = tempfile.TemporaryDirectory(prefix="handrail-repositories-")
_IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))
}
_ALONE = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "maintenance.auto"}
_ALONE |= {"GIT_CONFIG_VALUE_0": "false", "GIT_TEMPLATE_DIR": ""}
ENVIRONMENT = {**_IDENTITY, **_ALONE, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
"""What keeps a user's own settings of git out, and git from tidying up."""


class RepositoryBench:
    """One repository where commands run, on the branch "main" until another is made."""

    def __init__(self, processes: ProcessesBench) -> None:
        self._folders = [processes.folder]

    @property
    def folder(self) -> Path:
        """Where the files lie that are checked out."""
        return self._folders[-1]

    def begin(self, base: str = "guard/base") -> None:
        """A first commit holds the files of that folder below ``fixtures``."""
        shutil.copytree(_first_commit(base), self.folder, dirs_exist_ok=True)

    def overlay(self, base: str) -> None:
        """A commit makes the files those of another folder below ``fixtures``."""
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(_BASES / base, self.folder, dirs_exist_ok=True, ignore=ignored)
        self.commit()

    def branch(self, name: str) -> None:
        """A branch of that name begins here, and is checked out; by hand, which is faster."""
        git = self.folder / ".git"
        here = (git / "HEAD").read_text().removeprefix("ref: ").strip()
        shutil.copy(git / here, git / "refs" / "heads" / name)
        (git / "HEAD").write_text(f"ref: refs/heads/{name}\n")

    def branch_before(self, name: str) -> None:
        """A branch of that name begins at the commit before, and is checked out."""
        self.git("checkout", "--quiet", "-b", name, "HEAD~1")

    def check_out(self, name: str) -> None:
        """What that name stands for is checked out."""
        self.git("checkout", "--quiet", name)

    def bring(self, *changes: str) -> None:
        """A commit for each of the changes, see ``edits``."""
        for change in changes:
            apply(change, self.folder)
            self.commit()

    def write(self, name: str, text: str) -> None:
        """A commit in which the file holds that."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n", encoding="utf-8")
        self.commit()

    def move(self, old: str, new: str) -> None:
        """A commit in which the file has another path."""
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", old, new)
        self.commit()

    def remove(self, name: str) -> None:
        """A commit in which the file is gone."""
        self.git("rm", "--quiet", name)
        self.commit()

    def link(self, name: str, target: str) -> None:
        """A commit in which the file is a symbolic link."""
        (self.folder / name).symlink_to(target)
        self.commit()

    def lose(self, name: str) -> None:
        """The object that git calls so is not there any more."""
        found = self.git("rev-parse", name)
        (self.folder / ".git" / "objects" / found[:2] / found[2:]).unlink()

    def know_as(self, name: str, commit: str) -> None:
        """What was fetched of another repository's branch is that commit."""
        self.git("update-ref", f"refs/remotes/{name}", commit)

    def merge(self, name: str) -> None:
        """What is checked out has taken in that branch, by a commit of its own."""
        self.git("merge", "--quiet", "--no-ff", "--no-edit", name)

    def unrelated(self, name: str) -> None:
        """A branch with the same files that has no commit in common with the others."""
        self.git("checkout", "--quiet", "--orphan", name)
        self.commit("a first commit of its own")

    def clone(self, depth: int) -> None:
        """What is looked at from now on is a clone that holds the last commits of each branch."""
        origin = self.folder
        self._folders.append(origin.with_name("clone"))
        options = ["--quiet", f"--depth={depth}", "--no-single-branch", "--branch=work"]
        _git(origin, "clone", *options, f"file://{origin}", str(self.folder))
        self.git("fetch", "--quiet", f"--depth={depth}", "origin", "main:main")

    def commit(self, message: str = "a change") -> None:
        """All that differs is committed."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", message)

    def git(self, *words: str) -> str:
        """What git says when told these words; AssertionError where it fails."""
        return _git(self.folder, *words)

    def begin_beside(self, folder: Path) -> str:
        """A repository of that folder has what lies there as its first commit, which is named."""
        _begin(folder)
        return _git(folder, "rev-parse", "HEAD")

    def close(self) -> None:
        """The folders go with the processes."""


@cache
def _first_commit(base: str) -> Path:
    """A repository to copy; made once a process, and removed with it."""
    folder = Path(_TEMPLATES.name, base)
    shutil.copytree(_BASES / base, folder, ignore=shutil.ignore_patterns("__pycache__"))
    _begin(folder)
    return folder


def _begin(folder: Path) -> None:
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "a beginning")


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, f"git {' '.join(words)}: {done.stderr}"
    return done.stdout.strip()
