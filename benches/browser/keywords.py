"""Keywords for whatever page the browser of the suite shows."""

from __future__ import annotations

from robot.api.deco import keyword

from benches.browser.page import Page
from benches.browser.shared import BROWSER

_KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Space": "\ue00d",
    "Escape": "\ue00c",
    "Left": "\ue012",
    "Up": "\ue013",
    "Right": "\ue014",
    "Down": "\ue015",
    "End": "\ue010",
    "Home": "\ue011",
    "Page Up": "\ue00e",
    "Page Down": "\ue00f",
}
"""The keys in the code of WebDriver."""


class BrowserKeywords:
    """Each converts, and calls one method of the page."""

    @property
    def page(self) -> Page:
        """The page in the browser of the suite."""
        return Page(BROWSER.driver)

    @keyword
    def click(self, name: str, times: int = 1) -> None:
        """The button with that accessible name was clicked, as fast as a page can be clicked."""
        self.page.click(name, times)

    @keyword
    def press(self, *keys: str) -> None:
        """The keys, as ``Enter``, were pressed one after the other where the focus is."""
        self.page.press(*(_KEYS[key] for key in keys))

    @keyword
    def page_should_be_heard_as(self, *expected: str) -> None:
        """What a screen reader tells of the page, in order: role and name."""
        self.page.should_be_heard_as(*expected)

    @keyword
    def focus_should_go(self, key: str, *names: str) -> None:
        """One press of the key after the other leads there, and the focus can be seen."""
        self.page.focus_should_go(_KEYS[key], names)

    @keyword
    def focus_should_be_on(self, name: str) -> None:
        """The focus is on what has that accessible name."""
        self.page.focus_should_be_on(name)

    @keyword
    def no_script_should_have_run(self) -> None:
        """What came as text has become no element, and has not been run."""
        self.page.should_have_run_no_script()
