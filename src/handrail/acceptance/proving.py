"""Whether a scenario or test of today fails on the sources of the base as the issue was reported.

It is run for real, by behave or Robot Framework, in the folder in which the base is laid out.
"""

from __future__ import annotations

import glob
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from xml.etree import ElementTree

from handrail.acceptance.base_state import Base
from handrail.acceptance.behave_runner import JUNIT_TYPE, PROVED
from handrail.expected_failures import Tagged, VerdictKind, issues_file

_LISTENER = "handrail.acceptance.robot_listener.ExpectedFailureListener"
_GRACE = 5.0
_OF_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


def lay_over(base: Base, paths: Sequence[str], places: Sequence[Tagged]) -> None:
    """The base gets today's ``paths``, and what belongs to the places: steps, hooks, issues.toml.

    Raises TargetError where one of them is not in the repository, or is all of it.
    """
    base.lay_over(map(Path, paths))
    for file in dict.fromkeys(place.file for place in places):
        base.lay_over(_belonging(Path(file).resolve(), base.top))


def otherwise(
    number: int, rows: Sequence[Tagged], paths: Sequence[str], base: Base, seconds: float
) -> str:
    """What they do there instead of failing as issue ``number`` was reported, or nothing.

    ``rows`` are what stands on one line. Every process that was started is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="handrail-proof-") as reports:
        command = _command(number, rows, paths, reports)
        said = Path(reports, "said")
        if not _ended(command, base, said, seconds):
            return f"does not end within {seconds:g} s"
        words = _verdict(Path(reports))
        return f"comes to no verdict: {_last_line(said)}" if words is None else words


def _belonging(file: Path, top: Path) -> Iterator[Path]:
    """What behave loads for a feature, and the issues that its tags name; all of the repository."""
    loaded = ([above / "steps", above / "environment.py"] for above in file.parents)
    found = next((pair for pair in loaded if any(each.exists() for each in pair)), [])
    for each in (*found, issues_file(str(file))):
        if each and each.exists() and each.is_relative_to(top):
            yield each


def _command(
    number: int, rows: Sequence[Tagged], paths: Sequence[str], reports: str
) -> Sequence[str]:
    chosen = [row.test.alone for row in rows if row.test]
    file = rows[0].file
    if not file.endswith(".robot"):
        told = ["--junit", "--junit-directory", reports, "--format", "null", "--no-summary"]
        return ["behave", "--define", f"{PROVED}={number}", *told, *chosen]
    suite = next(path for path in paths if Path(file).is_relative_to(os.path.relpath(path)))
    told = ["--outputdir", reports, "--log", "NONE", "--report", "NONE", "--xunit", "proof.xml"]
    told += ["--console", "quiet"]
    tests = [word for name in chosen for word in ("--test", glob.escape(name))]
    return ["robot", *told, "--listener", f"{_LISTENER}:{number}", *tests, suite]


def _ended(command: Sequence[str], base: Base, said: Path, seconds: float) -> bool:
    """Whether the command came to its end in time; no process of its group is left."""
    process: subprocess.Popen[bytes] | None = None
    try:
        with said.open("wb") as out, _undisturbed():
            process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=base.folder,
                env=_environment(base),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process:
            _end(process)
    return True


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A signal that would end us comes afterwards, when what was started is known."""
    came: list[int] = []
    before = {
        each: signal.signal(each, lambda number, _: came.append(number))
        for each in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in came:
            signal.raise_signal(number)


def _end(process: subprocess.Popen[bytes]) -> None:
    """First asked, so that it can remove what it made."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(base: Base) -> dict[str, str]:
    """Modules are those of the base, also where the repository is installed as editable."""
    own = [Path(entry) for entry in sys.path if Path(entry).is_relative_to(base.top)]
    were = [*map(base.place_of, own), base.scratch / "src"]
    found = [str(place) for place in were if place.is_dir()]
    environment = {name: value for name, value in os.environ.items() if name not in _OF_GIT}
    before = os.environ.get("PYTHONPATH")
    return environment | {"PYTHONPATH": os.pathsep.join([*found, *([before] if before else [])])}


def _verdict(reports: Path) -> str | None:
    """The first that is no expected failure, nothing where all are, None where there is none."""
    told: str | None = None
    for file in sorted(reports.glob("*.xml")):
        for case in ElementTree.parse(file).iter("testcase"):
            words = _told(case)
            if words:
                return words
            told = words if told is None else told
    return told


def _told(case: ElementTree.Element) -> str | None:
    for element in case:
        message = element.get("message", "").partition("\n")[0]
        if element.get("type") == JUNIT_TYPE:
            return ""
        if message.startswith(VerdictKind.NOT_AS_REPORTED):
            return message
        if VerdictKind.FIXED in message:
            return "passes"
        if message:
            return f"comes to no verdict: {message}"
    return None


def _last_line(said: Path) -> str:
    lines = said.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it was not run")
