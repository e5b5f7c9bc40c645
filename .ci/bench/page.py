"""What was measured, as tables, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from measures import MANY, WALK, Key
from results import DATABASES, Goal, Results, goals

MARKS = ("<!-- bench -->\n", "<!-- /bench -->\n")


def summary(results: Results, machine: str, picture: str) -> str:
    """The goals, which of them are missed, and where it was measured; a path to the picture."""
    judged = [goal for goal in goals(results) if goal.most is not None]
    shown = f"![Seconds and memory against the length of the chain]({picture})\n"
    parts = [_goals(judged), _missed(judged), shown, f"{machine}\n"]
    return "\n".join(filter(None, parts))


def whole(
    results: Results, machine: str, left_out: Collection[Key], failed: Collection[Key]
) -> str:
    """Everything."""
    ratios = [goal for goal in goals(results) if goal.most is None]
    parts = [
        summary(results, machine, "costs.svg"),
        _seconds(results),
        _memory(results),
        _many_rows(results),
        _table(["other ratios", "database", "measured"], [goal.cells[:3] for goal in ratios]),
        _listed("Left out, since time was over", left_out),
        _listed("Failed", failed),
    ]
    return "\n".join(filter(None, parts))


def put(text: str, page: Path) -> None:
    """Between the marks; a page without any is left as it is."""
    old = page.read_text(encoding="utf-8")
    begin, end = MARKS
    if begin in old:
        before, _, rest = old.partition(begin)
        _, _, after = rest.partition(end)
        page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def _goals(judged: Sequence[Goal]) -> str:
    return _table(["goal", "database", "measured", "at most", ""], [goal.cells for goal in judged])


def _missed(judged: Sequence[Goal]) -> str:
    missed = [goal for goal in judged if goal.is_missed]
    if not judged:
        return ""
    if not missed:
        return f"All {len(judged)} goals that were measured are met.\n"
    said = "".join(f"- {goal}\n" for goal in missed)
    return f"{len(missed)} of {len(judged)} goals that were measured are missed:\n\n{said}"


def _seconds(results: Results) -> str:
    rows = [
        [what, of, *(str(results.get(Key(what, of, each), "")) for each in DATABASES)]
        for what, of in _pairs(results)
    ]
    return _table(["seconds, median (least to most)", "chain", *DATABASES], rows)


def _memory(results: Results) -> str:
    """Of Handrail alone: the others hold one connection and nothing else."""
    rows = []
    for what, of in _pairs(results):
        if what.startswith(WALK.partition(",")[0]):
            found = [results.get(Key(what, of, each)) for each in DATABASES]
            rows.append([what, of, *(f"{each.mib:.0f}" if each else "" for each in found)])
    return _table(["MiB of the largest process", "chain", *DATABASES], rows)


def _many_rows(results: Results) -> str:
    counts = [f"{rows:,} rows" for rows in MANY]
    rows = [
        [key.what, key.of, key.database, str(result), f"{result.mib:.0f}"]
        for key, result in results.items()
        if key.of in counts
    ]
    return _table(["of a table", "", "database", "seconds", "MiB of the process"], rows)


def _listed(words: str, keys: Collection[Key]) -> str:
    if not keys:
        return ""
    said = "".join(f"- {key.what or 'all'}, {key.of} ({key.database})\n" for key in keys)
    return f"{words}:\n\n{said}"


def _pairs(results: Results) -> list[tuple[str, str]]:
    """What went over which chain, on one kind of database or on each."""
    tables = {f"{rows:,} rows" for rows in MANY}
    found = (key for key in results if key.database in DATABASES and key.of not in tables)
    return list(dict.fromkeys((key.what, key.of) for key in found))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
