"""The console page as its user has it: seen, heard, clicked, and typed at."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from handrail.acceptance.tables import assert_same

_SOON = 15.0
"""Seconds within which the page has come to rest."""
_STEP = 0.02
_TABLE = """
const section = document.getElementById(arguments[0].toLowerCase() + "-heading").parentElement;
const texts = (row) => [...row.cells].map((cell) => cell.textContent);
return [...section.querySelectorAll("tr")].map(texts);
"""
_CLICK = "for (let n = 0; n < arguments[1]; n += 1) arguments[0].click();"
_LOSE_ONE_ANSWER = """
const [ending, real] = [arguments[0], window.fetch];
let lost = false;
window.fetch = async (path, options) => {
  if (lost || !path.endsWith(ending)) return real(path, options);
  lost = true;
  await real(path, options);
  throw new TypeError("the answer is lost");
};
"""
_TOLD = frozenset(
    {
        *("RootWebArea", "banner", "main", "heading", "button", "textbox", "link", "image"),
        *("table", "columnheader", "status", "alert"),
    }
)
"""The roles by which a screen reader tells where its user is and what can be done there."""


class ConsoleBench:
    """Works at the page that the browser shows; whatever is a check raises AssertionError."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def open(self, url: str) -> None:
        """A browser that knows nothing of that server shows its page."""
        everything = {"origin": url, "storageTypes": "all"}
        self._driver.execute_cdp_cmd("Storage.clearDataForOrigin", everything)
        self.visit(url)

    def visit(self, url: str) -> None:
        """The page is shown as it is after it was opened; what it has kept is still there."""
        self._driver.get(url)
        self.settle()

    def leave(self) -> None:
        """The page is left."""
        self._driver.get("about:blank")

    def settle(self) -> None:
        """All that was asked of the server is answered and drawn."""
        busy = "return document.querySelector('main').ariaBusy"
        self._wait(lambda: self._run(busy) == "false", "the page does not come to rest")

    def click(self, name: str, times: int = 1) -> None:
        """The button with that accessible name was clicked, as fast as a page can be clicked."""
        self._run(_CLICK, self._button(name), times)
        self.settle()

    def press(self, *keys: str) -> None:
        """The keys were pressed where the focus is."""
        for key in keys:
            self._focused.send_keys(key)
        self.settle()

    def lose_one_answer(self, ending: str) -> None:
        """The server gets the next request to a path that ends so; its answer does not get here."""
        self._run(_LOSE_ONE_ANSWER, ending)

    def refresh_when_all_is_sent(self) -> None:
        """Nothing waits in the page for the server, and it shows what the server knows."""
        kept = "return Object.keys(localStorage)"
        self._wait(lambda: not self._run(kept), "errors still wait to be sent")
        self.click("Refresh")

    def should_show_commands(self, expected: Sequence[str]) -> None:
        """Those commands and no others, each with an id of its own."""
        commands = self._rows("Commands")
        told = [{"command": f"{each['Command']} of {each['Agent']}"} for each in commands]
        wanted = [{"command": words} for words in expected]
        assert_same(wanted, told, "the page shows other commands")
        assert len({each["Id"] for each in commands}) == len(told), f"ids are shared: {commands}"

    def should_show_no_error(self) -> None:
        """No toast is there."""
        errors = self._errors()
        assert not errors, f"the page shows an error: {'; '.join(errors)}"

    def should_show_error(self, words: str) -> None:
        """One toast is there, and these are its words."""
        errors = self._errors()
        assert errors == [words], f"the page shows the errors {errors}, expected {words!r} alone"

    def history_should_hold(self, messages: Sequence[str]) -> None:
        """An error of the page for each of those messages, and nothing else."""
        kept = {"action": "client_error", "result": "failed"}
        told = [
            {name: each[name.capitalize()] for name in (*kept, "message")}
            for each in self._rows("History")
        ]
        wanted = [{**kept, "message": message} for message in messages]
        assert_same(wanted, told, "the history holds other entries")

    def should_have_run_no_script(self) -> None:
        """What came as text has become no element, and has not been run."""
        made = self._run("return document.querySelectorAll('body script, body img').length")
        ran = self._run("return window.ran ?? false")
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
            outline = self._focused.value_of_css_property("outline-style")
            assert outline == "solid", f"nothing shows the focus on {name!r}"

    def focus_should_be_on(self, name: str) -> None:
        """What has the focus has that accessible name."""
        actual = self._focused.accessible_name
        assert actual == name, f"the focus is on {actual!r}, expected {name!r}"

    @property
    def _focused(self) -> Any:
        return self._driver.switch_to.active_element

    def _heard(self) -> Iterator[str]:
        """The accessibility tree from its root, depth first."""
        nodes = self._driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        waiting = nodes[:1]
        while waiting:
            node = waiting.pop()
            waiting.extend(by_id[child] for child in reversed(node.get("childIds", [])))
            role = "" if node["ignored"] else str(node["role"]["value"])
            if role in _TOLD:
                yield " ".join([role, *_level(node), str(node["name"]["value"])]).strip()

    def _button(self, name: str) -> Any:
        buttons = self._driver.find_elements("css selector", "button")
        named = [button for button in buttons if button.accessible_name == name]
        assert len(named) == 1, f"{len(named)} buttons are called {name!r}"
        return named[0]

    def _errors(self) -> list[str]:
        return [each.text for each in self._driver.find_elements("css selector", "[role=alert] p")]

    def _rows(self, heading: str) -> list[Mapping[str, str]]:
        """What the table below the heading holds, by the names of its columns."""
        header, *rows = self._run(_TABLE, heading)
        return [dict(zip(header, row, strict=True)) for row in rows if len(row) == len(header)]

    def _run(self, script: str, *arguments: Any) -> Any:
        return self._driver.execute_script(script, *arguments)

    def _wait(self, is_so: Callable[[], bool], otherwise: str) -> None:
        until = time.monotonic() + _SOON
        while not is_so():
            assert time.monotonic() < until, otherwise
            time.sleep(_STEP)


def _level(node: Mapping[str, Any]) -> list[str]:
    """That of a heading."""
    properties = node.get("properties", [])
    return [str(each["value"]["value"]) for each in properties if each["name"] == "level"]
