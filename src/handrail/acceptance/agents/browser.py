"""Chromium without a window, for a whole process."""

from __future__ import annotations

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
    """The browser that the suite's SeleniumLibrary drives, started when it is first asked for."""

    def __init__(self) -> None:
        self._library: Any = None
        self._profile: tempfile.TemporaryDirectory[str] | None = None

    @property
    def driver(self) -> Any:
        """Its WebDriver, which knows nothing of what the user's own browser knows."""
        if self._library is None:
            self._library = BuiltIn().get_library_instance("SeleniumLibrary")
            self._start()
        return self._library.driver

    def close(self) -> None:
        """It has ended, and its profile is gone; closing twice is no error."""
        if self._profile is not None:
            self._library.close_all_browsers()
            self._profile.cleanup()
            self._library = self._profile = None

    def _start(self) -> None:
        self._profile = tempfile.TemporaryDirectory(
            prefix="handrail-chromium-", ignore_cleanup_errors=True
        )
        program, driver = browser()
        flags = [*_FLAGS, f"user-data-dir={self._profile.name}"]
        options = [f"binary_location={program!r}", *(f"add_argument('--{flag}')" for flag in flags)]
        service = f"executable_path={driver!r}"
        self._library.open_browser(
            None, "headlesschrome", options=";".join(options), service=service
        )


BROWSER = SharedBrowser()
"""What the suites of one process use."""
