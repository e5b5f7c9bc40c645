"""Keywords for the console page in a browser."""

from __future__ import annotations

from robot.api.deco import keyword

from benches.agents.console_bench import ConsoleBench
from benches.browser.shared import BROWSER
from benches.workbench import Workbench


class ConsoleKeywords:
    """Each converts, and calls one method of a bench."""

    bench: Workbench

    @property
    def console(self) -> ConsoleBench:
        """The page in the browser of the suite."""
        return ConsoleBench(BROWSER.driver)

    @keyword
    def start_server(self, variant: str) -> None:
        """The server ``as reported`` or ``as repaired`` answers, where it answered before."""
        self.bench.server.start(variant)

    @keyword
    def stop_server(self) -> None:
        """Nobody answers where the server did."""
        self.bench.server.stop()

    @keyword
    def add_agent(self, name: str) -> None:
        """The server knows an agent of that name."""
        self.bench.server.add_agent(name)

    @keyword
    def report_error(self, message: str) -> None:
        """Some other page has reported an error with that message."""
        self.bench.server.report_error(message)

    @keyword
    def open_console(self) -> None:
        """A browser that knows nothing of the server shows its page."""
        self.console.open(self.bench.server.url)

    @keyword
    def visit_console_again(self) -> None:
        """The browser that has shown the page before shows it again."""
        self.console.visit(self.bench.server.url)

    @keyword
    def leave_console(self) -> None:
        """The page is left."""
        self.console.leave()

    @keyword
    def lose_one_answer(self, ending: str = "/trigger") -> None:
        """The server gets the next request to a path that ends so; its answer is lost."""
        self.console.lose_one_answer(ending)

    @keyword
    def refresh_when_all_is_sent(self) -> None:
        """Nothing waits in the page for the server, and it shows what the server knows."""
        self.console.refresh_when_all_is_sent()

    @keyword
    def commands_should_be(self, *expected: str) -> None:
        """The page shows those commands and no others, each with an id of its own."""
        self.console.should_show_commands(expected)

    @keyword
    def no_error_should_be_shown(self) -> None:
        """The page shows no toast."""
        self.console.should_show_no_error()

    @keyword
    def error_should_be_shown(self, words: str) -> None:
        """The page shows one toast, in these words."""
        self.console.should_show_error(words)

    @keyword
    def history_should_hold_errors(self, *messages: str) -> None:
        """The page shows an error of a page for each of those messages, and nothing else."""
        self.console.history_should_hold(messages)
