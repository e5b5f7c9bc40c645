"""Chromium without a window, for a whole process."""

from __future__ import annotations

import os
import tempfile
from typing import Any

from robot.libraries.BuiltIn import BuiltIn

from handrail.acceptance.machine_needs import browser

_FLAGS = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "disable-dev-shm-usage",
    "window-size=1280,1200",
)


class SharedBrowser:
    """The browser that the suite's SeleniumLibrary drives, started when it is first asked for.

    It has a home of its own, so that it neither finds nor leaves anything in the user's.
    """

    def __init__(self) -> None:
        self._library: Any = None
        self._home: tempfile.TemporaryDirectory[str] | None = None

    @property
    def driver(self) -> Any:
        """Its WebDriver."""
        if self._library is None:
            self._library = BuiltIn().get_library_instance("SeleniumLibrary")
            self._start()
        return self._library.driver

    def close(self) -> None:
        """It has ended, and its home is gone; closing twice is no error."""
        if self._home is not None:
            self._library.close_all_browsers()
            self._home.cleanup()
            self._library = self._home = None

    def _start(self) -> None:
        self._home = tempfile.TemporaryDirectory(
            prefix="handrail-chromium-", ignore_cleanup_errors=True
        )
        home = self._home.name
        program, driver = browser()
        flags = [*_FLAGS, f"user-data-dir={home}/profile"]
        options = [f"binary_location={program!r}", *(f"add_argument('--{flag}')" for flag in flags)]
        environment = {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home}
        service = f"executable_path={driver!r}; env={environment}"
        self._library.open_browser(
            None, "headlesschrome", options="; ".join(options), service=service
        )


BROWSER = SharedBrowser()
"""What the suites of one process use."""
