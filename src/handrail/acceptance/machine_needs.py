"""What scenarios need of the machine, whatever database they run on.

``python -m handrail.acceptance.machine_needs NEED`` tells why that one is not met, if so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial

from handrail.errors import NoDatabaseError

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_DRIVER = "chromedriver"


def browser() -> tuple[str, str]:
    """Where Chromium and its driver are, by PATH; an empty text for what is not there."""
    found = [path for path in map(shutil.which, _BROWSERS) if path]
    return (found[0] if found else "", shutil.which(_DRIVER) or "")


def _without_browser() -> str:
    return "" if all(browser()) else f"no Chromium and {_DRIVER} on PATH"


def _without_engine() -> str:
    from handrail.databases.docker_engine import engine

    try:
        engine().close()
    except NoDatabaseError as error:
        return str(error)
    return ""


def _without_mariadb() -> str:
    from handrail.databases.mariadb import programs

    try:
        programs()
    except NoDatabaseError as error:
        return str(error)
    return ""


def _without_mounts() -> str:
    tried = ["unshare", "--mount", "true"]
    found = shutil.which(tried[0])
    may = found and subprocess.run(tried, check=False, capture_output=True).returncode == 0
    return "" if may else "nothing can be mounted by this account"


def _without(program: str) -> str:
    return "" if shutil.which(program) else f"no {program} on PATH"


LACKING: Mapping[str, Callable[[], str]] = {
    "browser": _without_browser,
    "docker": _without_engine,
    "fish": partial(_without, "fish"),
    "mariadb": _without_mariadb,
    "mounts": _without_mounts,
    "zsh": partial(_without, "zsh"),
}
"""For each need, what tells why it is not met; an empty text where it is."""

if __name__ == "__main__":
    print(LACKING[sys.argv[1]](), end="")
