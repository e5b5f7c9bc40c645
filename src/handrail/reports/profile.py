"""Where the time of a run went, as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from handrail.model import Phase, Spent


def as_profile(spent: Sequence[Spent]) -> str:
    """A line for each phase: the seconds, and their share of what that column took.

    Columns of databases overlap, since these are walked at the same time.
    """
    lines = [_line("", [each.of for each in spent])]
    for phase in Phase:
        if any(phase in each.phases for each in spent):
            lines.append(_line(phase, [_share(each, phase) for each in spent]))
    lines.append(_line("seconds", [f"{each.seconds:.2f}      " for each in spent]))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<10}{''.join(f'{cell:>18}' for cell in cells)}"


def _share(spent: Spent, phase: Phase) -> str:
    if phase not in spent.phases:
        return ""
    seconds = spent.phases[phase]
    return f"{seconds:.2f} {100 * seconds / (spent.seconds or 1):4.0f} %"
