"""A page as its reader has it, whatever it shows: seen, heard, clicked, and typed at."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

_SOON = 15.0
"""Seconds within which a page has come to rest."""
_STEP = 0.02
_CLICK = "for (let n = 0; n < arguments[1]; n += 1) arguments[0].click();"
_MADE = "return document.querySelectorAll('body script, body img, body [onclick]').length"
_TOLD = frozenset(
    {
        *("RootWebArea", "banner", "main", "heading", "button", "textbox", "link", "image"),
        *("table", "columnheader", "status", "alert"),
    }
)
"""The roles by which a screen reader tells where its user is and what can be done there."""


class Page:
    """Works at the page that the browser shows; whatever is a check raises AssertionError.

    A page says when it has come to rest: its main part is no longer ``aria-busy``.
    """

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def visit(self, url: str) -> None:
        """The page is shown as it is after it was opened; what it has kept is still there."""
        self.driver.get(url)
        self.settle()

    def leave(self) -> None:
        """The page is left."""
        self.driver.get("about:blank")

    def settle(self) -> None:
        """All that was asked of the page is done and drawn."""
        busy = "return document.querySelector('main').ariaBusy"
        self.wait(lambda: self.run(busy) == "false", "the page does not come to rest")

    def click(self, name: str, times: int = 1) -> None:
        """The button with that accessible name was clicked, as fast as a page can be clicked."""
        self.run(_CLICK, self.button(name), times)
        self.settle()

    def press(self, *keys: str) -> None:
        """The keys were pressed where the focus is."""
        for key in keys:
            self.focused.send_keys(key)
        self.settle()

    def should_have_run_no_script(self) -> None:
        """What came as text has become no element, and has not been run."""
        made, ran = self.run(_MADE), self.run("return window.ran ?? false")
        assert (made, ran) == (0, False), f"{made} elements were made, a script ran: {ran}"

    def should_be_heard_as(self, *expected: str) -> None:
        """What a screen reader tells of the page, in order: role and name."""
        told = list(self._heard())
        assert told == list(expected), "\n".join(["a screen reader tells", *told])

    def focus_should_go(self, key: str, names: Sequence[str]) -> None:
        """One press of the key after the other leads there, and the focus can be seen."""
        for name in names:
            self.press(key)
            self.focus_should_be_on(name)
            outline = self.focused.value_of_css_property("outline-style")
            assert outline == "solid", f"nothing shows the focus on {name!r}"

    def focus_should_be_on(self, name: str) -> None:
        """What has the focus has that accessible name."""
        actual = self.focused.accessible_name
        assert actual == name, f"the focus is on {actual!r}, expected {name!r}"

    @property
    def focused(self) -> Any:
        """What has the focus."""
        return self.driver.switch_to.active_element

    def button(self, name: str) -> Any:
        """The one button with that accessible name."""
        buttons = self.driver.find_elements("css selector", "button")
        named = [button for button in buttons if button.accessible_name == name]
        assert len(named) == 1, f"{len(named)} buttons are called {name!r}"
        return named[0]

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script gives back that runs in the page."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, is_so: Callable[[], bool], otherwise: str) -> None:
        """It is so before long; else AssertionError."""
        until = time.monotonic() + _SOON
        while not is_so():
            assert time.monotonic() < until, otherwise
            time.sleep(_STEP)

    def _heard(self) -> Iterator[str]:
        """The accessibility tree from its root, depth first."""
        nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        waiting = nodes[:1]
        while waiting:
            node = waiting.pop()
            waiting.extend(by_id[child] for child in reversed(node.get("childIds", [])))
            role = "" if node["ignored"] else str(node["role"]["value"])
            if role in _TOLD:
                yield " ".join([role, *_level(node), str(node["name"]["value"])]).strip()


def _level(node: Mapping[str, Any]) -> list[str]:
    """That of a heading."""
    properties = node.get("properties", [])
    return [str(each["value"]["value"]) for each in properties if each["name"] == "level"]
