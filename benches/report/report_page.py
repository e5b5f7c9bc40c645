"""The report in a browser that has no network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benches.browser.page import Page
from handrail.acceptance.tables import assert_same

_WATCHED = """
window.forbidden = [];
document.addEventListener("securitypolicyviolation", (event) => forbidden.push(event.blockedURI));
addEventListener("error", (event) => forbidden.push(event.message));
"""
_STEP = "button.step[aria-label^={name!r}]"
_PANEL = "#panel"
_FINDINGS = """
const text = (card, name) => card.querySelector("summary " + name).textContent;
return [...document.querySelectorAll(".finding")].map((card) => {
  return { severity: text(card, ".mark"), rule: text(card, ".rule"), place: text(card, ".place") };
});
"""
_BRIGHTNESS = """
const shown = getComputedStyle(document.body).backgroundColor;
return Math.max(...shown.match(/[0-9.]+/g).slice(0, 3).map(Number));
"""
_SEEN = """
const seen = (each) => each.checkVisibility() && each.textContent;
return [...document.querySelectorAll(arguments[0])].map(seen).filter(Boolean);
"""


class ReportPage(Page):
    """Works at a report that the browser shows; whatever is a check raises AssertionError."""

    def open(self, file: Path, width: int, scheme: str) -> None:
        """A browser without a network shows the report, in a window so wide, light or dark."""
        self._say("Network.enable")
        self._say("Network.emulateNetworkConditions", offline=True, **_NO_LIMITS)
        self.resize(width)
        preferred = {"name": "prefers-color-scheme", "value": scheme}
        self._say("Emulation.setEmulatedMedia", features=[preferred])
        watched = self._say("Page.addScriptToEvaluateOnNewDocument", source=_WATCHED)
        self.visit(file.as_uri())
        self._say("Page.removeScriptToEvaluateOnNewDocument", **watched)

    def resize(self, width: int) -> None:
        """The window is so wide, and as high as always."""
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        self._say("Emulation.setDeviceMetricsOverride", **size)

    def leave(self) -> None:
        """The page is left, and the browser is as it was."""
        super().leave()
        self._say("Emulation.clearDeviceMetricsOverride")
        self._say("Emulation.setEmulatedMedia", features=[])
        self._say("Network.emulateNetworkConditions", offline=False, **_NO_LIMITS)

    def select(self, name: str) -> None:
        """The step that begins with that name was clicked."""
        steps = self.driver.find_elements("css selector", _STEP.format(name=name))
        assert len(steps) == 1, f"{len(steps)} steps begin with {name!r}"
        steps[0].click()

    def choose_rule(self, name: str) -> None:
        """The rule of that name alone is chosen."""
        choice = self.driver.find_element("id", "rule")
        choice.find_element("css selector", f"option[value={name!r}]").click()

    def unfold(self, heading: str) -> None:
        """What is folded under the heading is open, as after a click on it."""
        folded = self.driver.find_elements("css selector", "summary")
        (one,) = [each for each in folded if heading in each.text]
        one.click()

    def should_show(self, words: Sequence[str], place: str = _PANEL) -> None:
        """The words stand in the panel, where a reader sees them, one after the other."""
        shown = self.driver.find_element("css selector", place).text
        rest = " ".join(shown.split())
        for each in words:
            _, found, rest = rest.partition(each)
            assert found, f"{each!r} does not stand (any more) in:\n{shown}"

    def should_be_called(self, name: str) -> None:
        """The step that begins so is called exactly that."""
        start = name.split(":", maxsplit=1)[0]
        steps = self.driver.find_elements("css selector", _STEP.format(name=f"{start}:"))
        assert [each.accessible_name for each in steps] == [name], (
            f"the steps are called {[each.accessible_name for each in steps]}"
        )

    def should_list(self, expected: Sequence[dict[str, str]]) -> None:
        """The panel lists these findings and no others."""
        there = [{name: each[name] for name in expected[0]} for each in self.run(_FINDINGS)]
        assert_same(expected, there, "the page lists other findings")

    def should_count(self, words: str) -> None:
        """The page says in these words how many findings are shown."""
        assert (said := self.run("return document.getElementById('count').value")) == words, said

    def should_show_databases(self, names: Sequence[str]) -> None:
        """The stairs show steps on these databases alone."""
        there = list(dict.fromkeys(self.run(_SEEN, ".databases .flight")))
        assert there == list(names), f"the stairs show {there}"

    def should_be(self, scheme: str) -> None:
        """The page is light, or dark."""
        brightness = self.run(_BRIGHTNESS)
        assert (brightness > 128) == (scheme == "light"), f"its ground has brightness {brightness}"

    def should_fit(self) -> None:
        """Nothing but what scrolls by itself is wider than the window."""
        wide, window = self.run("return [document.documentElement.scrollWidth, innerWidth]")
        assert wide <= window, f"the page is {wide} wide, the window {window}"

    def should_have_asked_for_nothing(self) -> None:
        """No file and no address was asked for, and nothing was tried that the page forbids."""
        asked = self.run("return performance.getEntriesByType('resource').map((each) => each.name)")
        forbidden = self.run("return window.forbidden")
        assert (asked, forbidden) == ([], []), f"it asked for {asked}, and tried {forbidden}"

    def _say(self, command: str, **parts: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, parts)


_NO_LIMITS = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
