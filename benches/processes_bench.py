"""Real child processes in a scratch folder, and what they left: exit code, words, files."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@contextmanager
def interruptible() -> Iterator[None]:
    """Children started meanwhile obey SIGINT, even where this run was told to ignore it.

    A shell without job control lets what it starts in the background ignore SIGINT, and a child
    inherits that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class ProcessesBench:
    """Runs commands as child processes in a folder of its own, which is removed on closing.

    Children inherit the whole environment, with the running Python's own scripts first on PATH,
    so that ``behave``, ``robot``, ``alembic``, ``handrail`` and ``python`` are those of this
    environment and coverage that is switched on through the environment reaches them.
    """

    def __init__(self) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="handrail-processes-")
        # A server that is started below it may run as another account, which has to get there.
        Path(self._scratch.name).chmod(0o711)
        self.folder = Path(self._scratch.name).resolve() / "work"
        self.folder.mkdir()
        self.environment: dict[str, str] = {}
        """What is set for children beside the inherited environment."""
        self.exit_code: int | None = None
        """None until a command ended; negative for the signal that ended it."""
        self.seconds = 0.0
        self._command = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._looked = False

    def write(self, name: str, text: str) -> None:
        """The file ``name``, relative to the folder, holds ``text`` and one newline at its end."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")

    def copy(self, source: str | Path, name: str) -> None:
        """The tree ``source``, relative to where the suite was started, is there as ``name``."""
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(source, self.folder / name, ignore=ignored, dirs_exist_ok=True)

    def make_folder(self, name: str) -> None:
        """An empty folder of that name is there."""
        self.path(name).mkdir(parents=True)

    def run(self, command: str, timeout: float = 120) -> None:
        """The command ran to its end, however that was.

        Raises subprocess.TimeoutExpired after ``timeout`` seconds.
        """
        self.start(command)
        self.finish(timeout)

    def run_cramped(self, command: str, kilobytes: int) -> None:
        """The same, but no file may grow beyond so much; what it runs through is not measured."""
        unmeasured = "env -u COVERAGE_PROCESS_CONFIG -u COVERAGE_PROCESS_START"
        limited = shlex.quote(f"ulimit -f {kilobytes}; exec {command}")
        self.run(f"{unmeasured} bash -c {limited}")

    def start(self, command: str) -> None:
        """The command runs, without a shell, in a process group of its own.

        Words are split as a shell would; a first word that no PATH knows raises FileNotFoundError.
        """
        scripts = str(Path(sys.executable).parent)
        environment = os.environ | self.environment
        environment["PATH"] = os.pathsep.join([scripts, environment.get("PATH", os.defpath)])
        words = shlex.split(command)
        program = shutil.which(words[0], path=environment["PATH"]) or words[0]
        self._command, self.exit_code, self._looked = command, None, False
        self._started = time.monotonic()
        out, err = self._stream("stdout").open("wb"), self._stream("stderr").open("wb")
        with out, err, interruptible():
            self._process = subprocess.Popen(
                [program, *words[1:]],
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def finish(self, timeout: float = 120) -> None:
        """The command that was started has ended, and its exit code is known."""
        self.exit_code = self._running().wait(timeout)
        self.seconds = time.monotonic() - self._started

    @property
    def number(self) -> int:
        """Of the process that was started last."""
        return self._running().pid

    def send(self, name: str) -> None:
        """The command that was started, and its children, got the signal, for instance SIGTERM."""
        os.killpg(self._running().pid, signal.Signals[name])

    def wait_for_words(self, words: str, timeout: float = 60) -> None:
        """The running command has printed ``words``; AssertionError where it did not in time."""
        until = time.monotonic() + timeout
        while words not in self.stdout + self.stderr:
            if time.monotonic() > until or self._running().poll() is not None:
                raise AssertionError(f"never printed {words!r}{self._shown()}")
            time.sleep(0.02)

    @property
    def stdout(self) -> str:
        """What the last command has printed on standard output so far."""
        return self._read("stdout")

    @property
    def stderr(self) -> str:
        """What the last command has printed on standard error so far."""
        return self._read("stderr")

    def path(self, name: str) -> Path:
        """Where the file ``name`` of the folder is, or would be."""
        return self.folder / name

    def should_exit_with(self, code: int) -> None:
        """The last command ended with this exit code."""
        self._looked = True
        if self.exit_code != code:
            raise AssertionError(f"exit code {self.exit_code}, expected {code}{self._shown()}")

    def look(self) -> int | None:
        """The exit code of the last command; asking is looking."""
        self._looked = True
        return self.exit_code

    def should_print(self, text: str) -> None:
        """The lines of ``text`` stand on standard output, one after the other.

        Runs of blanks count as one. A single line need only be part of one that is printed.
        """
        _should_hold("standard output", self.stdout, text, self._shown())

    def should_print_on_stderr(self, text: str) -> None:
        """The same for standard error."""
        _should_hold("standard error", self.stderr, text, self._shown())

    def should_not_print(self, text: str) -> None:
        """``text`` stands nowhere in what the last command printed."""
        if text in self.stdout + self.stderr:
            raise AssertionError(f"printed {text!r}, which it should not{self._shown()}")

    def should_print_nothing_on_stderr(self) -> None:
        """Standard error is empty."""
        if self.stderr.strip():
            raise AssertionError(f"words on standard error{self._shown()}")

    def should_print_match(self, pattern: str) -> None:
        """The regular expression is found in standard output; ^ and $ are those of a line."""
        if not re.search(pattern, self.stdout, re.MULTILINE):
            raise AssertionError(f"no match for {pattern!r}{self._shown()}")

    def file_should_exist(self, name: str) -> None:
        """The folder has a file or folder of that name."""
        if not self.path(name).exists():
            raise AssertionError(f"no {name!r} among {self._names()}")

    def file_should_not_exist(self, name: str) -> None:
        """The folder has no file or folder of that name."""
        if self.path(name).exists():
            raise AssertionError(f"{name!r} is there, among {self._names()}")

    def folder_should_be_empty(self, name: str) -> None:
        """The folder of that name is there, and nothing is in it."""
        there = sorted(path.name for path in self.path(name).iterdir())
        if there:
            raise AssertionError(f"{name!r} holds {there}")

    def file_should_hold(self, name: str, text: str) -> None:
        """The lines of ``text`` stand in the file, as ``should_print`` has it."""
        self.file_should_exist(name)
        actual = self.path(name).read_text(encoding="utf-8")
        _should_hold(f"the file {name!r}", actual, text, f", which holds:\n{actual}")

    def should_be_seen_whole(self) -> None:
        """What the last command printed holds nothing that a terminal obeys."""
        printed = (self.stdout + self.stderr).replace("\n", "")
        assert not _UNSEEN.search(printed), f"something is not seen in{self._shown()!r}"

    def files_should_be_seen_whole(self, pattern: str) -> None:
        """No such file holds what a terminal obeys, or what turns the direction of writing."""
        files = list(self.folder.rglob(pattern))
        assert files, f"no {pattern!r} among {self._names()}"
        texts = {each: each.read_text(encoding="utf-8").replace("\n", "") for each in files}
        wrong = [each.name for each, text in texts.items() if _UNSEEN.search(text)]
        assert not wrong, f"{wrong} hold what is not seen"

    def junit_should_tell(self, name: str, expected: Sequence[Mapping[str, str]]) -> None:
        """The test cases of all JUnit files below the folder ``name``, in the order of their files.

        ``outcome`` is passed or the name of the element that says otherwise; ``type`` and
        ``message`` are that element's first lines. Only the columns of ``expected`` are compared.
        """
        cases = [_told(case) for case in self._junit(name, "testcase")]
        actual = [{key: case[key] for key in expected[0]} for case in cases]
        if actual != list(expected):
            raise AssertionError(f"JUnit tells\n{actual}\nexpected\n{expected}")

    def junit_should_count(self, name: str, expected: Mapping[str, str]) -> None:
        """Every suite of the JUnit files below the folder ``name`` has these numbers."""
        suites = self._junit(name, "testsuite")
        actual = [{key: suite.get(key) for key in expected} for suite in suites]
        if not actual or any(counts != expected for counts in actual):
            raise AssertionError(f"JUnit counts {actual}, expected {expected}")

    def unlooked(self) -> str | None:
        """What a scenario may not end with unseen: a command that failed or did not end."""
        if self._process is None or self._looked or self.exit_code == 0:
            return None
        return f"nobody looked at exit code {self.exit_code}{self._shown()}"

    def close(self) -> None:
        """No child is left and the folder is gone; closing twice is no error."""
        if self._process is not None and self._process.poll() is None:
            self.send("SIGKILL")
            self._process.wait()
        self._scratch.cleanup()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise AssertionError("no command was started")
        return self._process

    def _stream(self, name: str) -> Path:
        return self.folder.parent / name

    def _read(self, name: str) -> str:
        path = self._stream(name)
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def _shown(self) -> str:
        return f"\n$ {self._command}\n{self.stdout}\n--- standard error\n{self.stderr}"

    def _junit(self, name: str, element: str) -> list[Element]:
        files = sorted(self.path(name).rglob("*.xml"))
        return [found for file in files for found in ElementTree.parse(file).iter(element)]

    def _names(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))


def _told(case: Element) -> dict[str, str]:
    told = [element for element in case if element.tag in ("skipped", "failure", "error")]
    said = told[0].attrib if told else {}
    return {
        "test": case.get("name", ""),
        "outcome": told[0].tag if told else "passed",
        "type": said.get("type", ""),
        "message": said.get("message", "").partition("\n")[0],
    }


def _should_hold(where: str, actual: str, expected: str, shown: str) -> None:
    have = [" ".join(line.split()) for line in actual.splitlines()]
    want = [" ".join(line.split()) for line in expected.strip().splitlines()]
    if len(want) == 1:
        found = any(want[0] in line for line in have)
    else:
        found = any(have[at : at + len(want)] == want for at in range(len(have)))
    if not found:
        raise AssertionError(f"{where} lacks\n{expected}{shown}")
