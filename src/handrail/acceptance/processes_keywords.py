"""Keywords for files in a scratch folder, commands that run there, and what they leave."""

from __future__ import annotations

from robot.api.deco import keyword

from handrail.acceptance.workbench import Workbench


class ProcessesKeywords:
    """Each converts, and calls one method of the bench."""

    bench: Workbench

    @keyword
    def copy_folder(self, source: str, name: str = ".") -> None:
        """The tree ``source`` of this repository is in the scratch folder as ``name``."""
        self.bench.processes.copy(source, name)

    @keyword
    def write_file(self, name: str, text: str) -> None:
        """The file of the scratch folder holds the text."""
        self.bench.processes.write(name, text)

    @keyword
    def run_command(self, command: str) -> None:
        """The command ran to its end in the scratch folder, however that was."""
        self.bench.processes.run(command)

    @keyword
    def exit_code_should_be(self, code: int) -> None:
        """The last command ended with this exit code."""
        self.bench.processes.should_exit_with(code)

    @keyword
    def output_should_hold(self, *lines: str) -> None:
        """The lines stand in what was printed, one after the other, indents aside."""
        self.bench.processes.should_print("\n".join(lines))

    @keyword
    def output_should_not_hold(self, text: str) -> None:
        """The text stands nowhere in what was printed."""
        self.bench.processes.should_not_print(text)

    @keyword
    def junit_should_tell(self, name: str, *cases: str) -> None:
        """The JUnit files below the folder have these cases, in order.

        Each is written ``test | outcome | type | message``, of which the last may be left out.
        """
        columns = ("test", "outcome", "type", "message")
        rows = [[cell.strip() for cell in case.split("|")] for case in cases]
        told = [dict(zip(columns, row, strict=False)) for row in rows]
        self.bench.processes.junit_should_tell(name, told)
