"""Keywords for files in a scratch folder, commands that run there, and what they leave."""

from __future__ import annotations

from robot.api.deco import keyword

from benches.workbench import Workbench


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
    def start_command(self, command: str) -> None:
        """The command runs in the scratch folder."""
        self.bench.processes.start(command)

    @keyword
    def wait_for_words(self, words: str, timeout: float = 60) -> None:
        """The running command has printed the words; fails after so many seconds."""
        self.bench.processes.wait_for_words(words, timeout)

    @keyword
    def hide_installed_programs(self) -> None:
        """Commands find no program but those of this Python environment."""
        self.bench.processes.environment["PATH"] = ""

    @keyword
    def send_signal(self, name: str) -> None:
        """The running command and its children got the signal, for instance SIGKILL."""
        self.bench.processes.send(name)

    @keyword
    def finish_command(self) -> None:
        """The command that was started has ended."""
        self.bench.processes.finish()

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
    def output_should_match(self, pattern: str) -> None:
        """The regular expression is found in what was printed."""
        self.bench.processes.should_print_match(pattern)

    @keyword
    def error_output_should_hold(self, *lines: str) -> None:
        """The lines stand in standard error, one after the other."""
        self.bench.processes.should_print_on_stderr("\n".join(lines))

    @keyword
    def error_output_should_be_empty(self) -> None:
        """Nothing was printed on standard error."""
        self.bench.processes.should_print_nothing_on_stderr()

    @keyword
    def scratch_file_should_exist(self, name: str) -> None:
        """The scratch folder has a file or folder of that name."""
        self.bench.processes.file_should_exist(name)

    @keyword
    def scratch_file_should_not_exist(self, name: str) -> None:
        """The scratch folder has no file or folder of that name."""
        self.bench.processes.file_should_not_exist(name)

    @keyword
    def scratch_file_should_hold(self, name: str, *lines: str) -> None:
        """The lines stand in the file, one after the other."""
        self.bench.processes.file_should_hold(name, "\n".join(lines))

    @keyword
    def junit_should_count(self, name: str, **counts: str) -> None:
        """Every suite of the JUnit files below the folder has these numbers."""
        self.bench.processes.junit_should_count(name, counts)

    @keyword
    def junit_should_tell(self, name: str, *cases: str) -> None:
        """The JUnit files below the folder have these cases, in order.

        Each is written ``test | outcome | type | message``, of which the last may be left out.
        """
        columns = ("test", "outcome", "type", "message")
        rows = [[cell.strip() for cell in case.split("|")] for case in cases]
        told = [dict(zip(columns, row, strict=False)) for row in rows]
        self.bench.processes.junit_should_tell(name, told)
