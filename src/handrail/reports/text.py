"""A report for people: what broke, with which rows, what was left, what to do, how to see it again.

What comes from the target is never read as markup, and none of its control characters gets out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from handrail.model import Evidence, Finding, Report, Severity
from handrail.reports.places import shown
from handrail.reports.rows import GAP, Grid, before_and_after, rows_of
from handrail.reports.summary import summary
from handrail.reports.words import WIDTH, cut, harmless

_MANY = 5
"""From so many findings on, a table at the end says where they are."""
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LABEL = 12
_Printed = Text | Table | Padding


def as_text(report: Report, *, coloured: bool = False) -> str:
    """The whole report: findings by weight, then what is accepted, refused and was not exercised.

    The last line sums it up. Without ``coloured`` it is plain, and the same wherever it goes.
    """
    console = _console(coloured)
    for line in _lines(report):
        console.print(line)
    return _printed(console)


def told(finding: Finding) -> str:
    """One finding as the text has it, plain."""
    console = _console(coloured=False)
    for line in _finding(finding):
        console.print(line)
    return _printed(console)


def _console(coloured: bool) -> Console:
    return Console(
        file=StringIO(),
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        width=10 * WIDTH,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def _printed(console: Console) -> str:
    """What it got, without the blanks that fill a table's lines."""
    assert isinstance(console.file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


def _lines(report: Report) -> Iterator[_Printed]:
    for severity in Severity:
        for finding in report.standing:
            if finding.severity is severity:
                yield from _finding(finding)
                yield Text()
    yield from _accepted(report)
    yield from _refusals(report)
    yield from _not_exercised(report)
    if len(report.standing) >= _MANY:
        yield _overview(report)
        yield Text()
    yield Text(harmless(summary(report)), style="bold")


def _finding(finding: Finding) -> Iterator[_Printed]:
    yield _heading(finding)
    yield Text(f"  {cut(finding.message)}")
    if finding.location:
        yield _labelled("at", f"{shown(finding.location.file)}:{finding.location.line}")
    yield from _evidence(finding.evidence, finding.message)
    yield _labelled("remedy", finding.remedy, "green")
    if finding.reproduce:
        yield _labelled("see it again", finding.reproduce)
    yield _labelled("fingerprint", finding.fingerprint, "dim")


def _heading(finding: Finding) -> Text:
    of = f": {finding.direction} of {finding.revision}" if finding.revision else ""
    on = f" on {finding.database}" if finding.database else ""
    weight = (finding.severity.value, _STYLES[finding.severity])
    return Text.assemble(weight, " ", (finding.rule, "bold"), harmless(f"{of}{on}"))


def _labelled(label: str, text: str, style: str = "") -> Text:
    return Text.assemble("  ", (f"{label:<{_LABEL}}", "dim"), " ", (harmless(text), style))


def _evidence(evidence: Evidence, message: str) -> Iterator[_Printed]:
    if evidence.hazard and evidence.hazard not in message:
        yield _labelled("with", cut(evidence.hazard))
    yield from _grids("rows", rows_of(evidence, message))
    if evidence.statement:
        yield _labelled("statement", cut(evidence.statement))
    if evidence.error and evidence.error not in message:
        yield _labelled("error", cut(evidence.error), "red")
    yield from _grids("changed", before_and_after(evidence))
    for number, phrase in enumerate(evidence.left_behind):
        yield _labelled("left behind" if number == 0 else "", cut(phrase))


def _grids(label: str, grids: Iterable[Grid]) -> Iterator[_Printed]:
    """Each table below its name, all under one label."""
    for number, grid in enumerate(grids):
        yield _labelled(label if number == 0 else "", grid.title, "bold")
        table = _table()
        for line, cells in enumerate((grid.columns, *grid.rows)):
            table.add_row(*(Text(cell, style="" if line else "dim") for cell in cells))
        yield Padding(table, (0, 0, 0, _LABEL + 3))
        if grid.more:
            yield _labelled("", f"and {grid.more}", "dim")


def _table() -> Table:
    return Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)


def _accepted(report: Report) -> Iterator[Text]:
    accepted = [finding for finding in report.findings if finding.accepted]
    for finding in accepted:
        yield Text.assemble("accepted ", _heading(finding))
        yield Text(f"  {cut(finding.message)}")
        yield _labelled("reason", cut(finding.accepted))
        yield _labelled("fingerprint", finding.fingerprint, "dim")
    if accepted:
        yield Text()


def _refusals(report: Report) -> Iterator[Text]:
    for refusal in report.refusals:
        where = f"{refusal.direction} of {refusal.revision} on {refusal.database}"
        yield Text.assemble(("refused", "green"), " ", harmless(where))
        yield Text(f"  {cut(refusal.message)}")
        if refusal.unsaid:
            yield Text(f"  its words leave out {' and '.join(refusal.unsaid)}")
        yield Text()


def _not_exercised(report: Report) -> Iterator[Text]:
    for each in report.not_exercised:
        where = f"{each.direction} of {each.revision} on {each.database}: {cut(each.reason)}"
        yield Text.assemble(("not exercised", "magenta"), ": ", harmless(where))
    if report.not_exercised:
        yield Text()


def _overview(report: Report) -> Table:
    """Where the findings are: how many of each weight at which revision, and of which rules."""
    table = _table()
    names = ("revision", *(f"{severity}s" for severity in Severity), "rules")
    table.add_row(*(Text(name, style="bold") for name in names))
    for revision in dict.fromkeys(finding.revision for finding in report.standing):
        found = [finding for finding in report.standing if finding.revision == revision]
        numbers = [sum(each.severity is severity for each in found) for severity in Severity]
        rules = ", ".join(sorted({finding.rule for finding in found}))
        cells = (harmless(revision), *(str(number or "") for number in numbers), rules)
        table.add_row(*map(Text, cells))
    return table
