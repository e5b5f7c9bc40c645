"""Keywords for a report in a browser."""

from __future__ import annotations

from robot.api.deco import keyword

from benches.browser.shared import BROWSER
from benches.report.report_page import ReportPage
from benches.report.written import WRITTEN


class ReportKeywords:
    """Each converts, and calls one method of the page."""

    @property
    def report(self) -> ReportPage:
        """The report in the browser of the suite."""
        return ReportPage(BROWSER.driver)

    @keyword
    def open_report(self, about: str, width: int = 1280, scheme: str = "light") -> None:
        """A browser without a network shows what the command has written about that."""
        self.report.open(WRITTEN.get(about), width, scheme)

    @keyword
    def leave_report(self) -> None:
        """The page is left, and the browser is as it was."""
        self.report.leave()

    @keyword
    def select_step(self, name: str) -> None:
        """The step that begins with that name, as ``upgrade of r2 on sqlite``, was clicked."""
        self.report.select(name)

    @keyword
    def choose_rule(self, name: str) -> None:
        """The rule of that name alone was chosen."""
        self.report.choose_rule(name)

    @keyword
    def unfold(self, heading: str) -> None:
        """What is folded under the heading was opened."""
        self.report.unfold(heading)

    @keyword
    def panel_should_show(self, *words: str) -> None:
        """The words can be read in the panel, one after the other."""
        self.report.should_show(words)

    @keyword
    def page_should_show(self, *words: str) -> None:
        """The words can be read on the page, one after the other."""
        self.report.should_show(words, "body")

    @keyword
    def step_should_be_called(self, name: str) -> None:
        """The step is called exactly that, with its outcome and what was found."""
        self.report.should_be_called(name)

    @keyword
    def findings_should_be(self, *expected: str) -> None:
        """The panel lists these and no others, each as ``severity rule: place``."""
        words = [each.partition(": ") for each in expected]
        told = [(*first.split(" ", 1), place) for first, _, place in words]
        names = ("severity", "rule", "place")
        self.report.should_list([dict(zip(names, each, strict=True)) for each in told])

    @keyword
    def count_should_be(self, words: str) -> None:
        """The page says in these words how many findings are shown."""
        self.report.should_count(words)

    @keyword
    def stairs_should_show_databases(self, *names: str) -> None:
        """The stairs show steps on these databases alone."""
        self.report.should_show_databases(names)

    @keyword
    def page_should_be(self, scheme: str) -> None:
        """The page is ``light`` or ``dark``."""
        self.report.should_be(scheme)

    @keyword
    def page_should_fit_its_window(self) -> None:
        """Nothing but what scrolls by itself is wider than the window."""
        self.report.should_fit()

    @keyword
    def nothing_should_have_been_asked_for(self) -> None:
        """No file and no address, and nothing was tried that the page's own policy forbids."""
        self.report.should_have_asked_for_nothing()
