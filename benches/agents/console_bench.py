"""The console page as its user has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benches.browser.page import Page
from handrail.acceptance.tables import assert_same

_TABLE = """
const section = document.getElementById(arguments[0].toLowerCase() + "-heading").parentElement;
const texts = (row) => [...row.cells].map((cell) => cell.textContent);
return [...section.querySelectorAll("tr")].map(texts);
"""
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


class ConsoleBench(Page):
    """Works at the page that the browser shows; whatever is a check raises AssertionError."""

    def open(self, url: str) -> None:
        """A browser that knows nothing of that server shows its page."""
        everything = {"origin": url, "storageTypes": "all"}
        self.driver.execute_cdp_cmd("Storage.clearDataForOrigin", everything)
        self.visit(url)

    def lose_one_answer(self, ending: str) -> None:
        """The server gets the next request to a path that ends so; its answer does not get here."""
        self.run(_LOSE_ONE_ANSWER, ending)

    def refresh_when_all_is_sent(self) -> None:
        """Nothing waits in the page for the server, and it shows what the server knows."""
        kept = "return Object.keys(localStorage)"
        self.wait(lambda: not self.run(kept), "errors still wait to be sent")
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

    def _errors(self) -> list[str]:
        return [each.text for each in self.driver.find_elements("css selector", "[role=alert] p")]

    def _rows(self, heading: str) -> list[Mapping[str, str]]:
        """What the table below the heading holds, by the names of its columns."""
        header, *rows = self.run(_TABLE, heading)
        return [dict(zip(header, row, strict=True)) for row in rows if len(row) == len(header)]
