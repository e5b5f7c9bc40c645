"""Keywords for the command ``handrail`` as a user calls it."""

from __future__ import annotations

from robot.api.deco import keyword

from benches.workbench import Workbench


class CallsKeywords:
    """Each converts, and calls one method of the bench."""

    bench: Workbench

    @keyword
    def call_handrail(self, arguments: str) -> None:
        """``handrail ARGUMENTS`` ran to its end in the scratch folder."""
        self.bench.calls.call(arguments)

    @keyword
    def call_handrail_on_a_terminal(self, arguments: str) -> None:
        """The same on a terminal, which gets both outputs as standard output."""
        self.bench.calls.call_on_terminal(arguments)

    @keyword
    def use_a_wheel_of_postgresql_that_is(self, state: str) -> None:
        """The command finds the server's binaries ``empty``, ``failing`` or ``damaged``."""
        self.bench.calls.use_wheel(state)

    @keyword
    def write_lines(self, name: str, *lines: str) -> None:
        """The file of the scratch folder holds these lines."""
        self.bench.processes.write(name, "\n".join(lines))

    @keyword
    def write_in_latin_1(self, name: str, text: str) -> None:
        """The file of the scratch folder holds the text in an encoding that is not UTF-8."""
        self.bench.processes.path(name).write_text(text, encoding="latin-1")

    @keyword
    def it_should_be_said_in_one_line(self, line: str) -> None:
        """Standard error is that line alone, and standard output is empty.

        ``{folder}`` stands for the scratch folder, a star for any words.
        """
        self.bench.calls.should_say_in_one_line(line)

    @keyword
    def nothing_should_be_left_behind(self) -> None:
        """No process, no scratch folder, no file that was not there before the call."""
        self.bench.calls.should_leave_nothing()

    @keyword
    def report_should_hold_finding(self, **values: str) -> None:
        """Standard output is one JSON document, and one of its findings has these values."""
        self.bench.calls.should_report(values)

    @keyword
    def report_should_tell_what_was_walked(self, revisions: int, *databases: str) -> None:
        """Standard output is one JSON document: so many revisions, on these databases."""
        walked = {"revisions": revisions, "databases": list(databases)}
        self.bench.calls.should_report_walked(walked)
