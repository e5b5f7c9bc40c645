"""Build wheel and sdist, and hold them against what they must hold: ``python .ci/package FOLDER``.

The wheel holds every file below src/handrail and nothing else, the sdist what the wheel is built
from. Needs the packages build, hatchling and twine.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from pathlib import Path

SOURCES = Path("src/handrail")
SDIST = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", "src"}
BROUGHT_ALONG = {".gitignore"}
"""What hatchling puts into every sdist."""
METADATA = (
    "Author",
    "Classifier",
    "Keywords",
    "License-Expression",
    "License-File",
    "Requires-Python",
    "Summary",
)


def main(folder: Path) -> int:
    """Print what is wrong; 1 where something is."""
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    subprocess.run([sys.executable, "-m", "twine", "check", "--strict", wheel, sdist], check=True)
    problems = [*_of_wheel(wheel), *_of_sdist(sdist)]
    print(*problems, f"problems: {len(problems)}", sep="\n")
    return 1 if problems else 0


def _of_wheel(wheel: Path) -> Iterator[str]:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(about).decode("utf-8"))
    there = {name for name in names if ".dist-info/" not in name}
    wanted = {
        file.relative_to(SOURCES.parent).as_posix()
        for file in SOURCES.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    yield from (f"the wheel lacks {name}" for name in sorted(wanted - there))
    yield from (f"the wheel holds {name}" for name in sorted(there - wanted))
    if "handrail/py.typed" not in there:
        yield "the wheel says nothing of its types: py.typed"
    yield from _of_metadata(metadata)


def _of_metadata(metadata: Message) -> Iterator[str]:
    yield from (f"the metadata lacks {name}" for name in METADATA if not metadata[name])
    for requirement in metadata.get_all("Requires-Dist", []):
        if ">=" not in requirement or "<" not in requirement:
            yield f"a dependency without bounds: {requirement}"


def _of_sdist(sdist: Path) -> Iterator[str]:
    with tarfile.open(sdist) as archive:
        there = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    yield from (f"the sdist lacks {name}" for name in sorted(SDIST - there))
    yield from (f"the sdist holds {name}" for name in sorted(there - SDIST - BROUGHT_ALONG))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for old in folder.glob("*"):
        old.unlink()
    sys.exit(main(folder))
