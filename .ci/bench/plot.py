"""Time and memory against the length of the chain, as a picture that is the same each time."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
from measures import FLOOR, FULL, GAUNTLET, MRT, NONE, PEER_UP_DOWN, Key
from results import DATABASES, Results

LOOKS = {
    NONE: ("#1f6feb", "-", "o"),
    FULL: ("#0b3d91", "-", "s"),
    PEER_UP_DOWN: ("#d1495b", "--", "^"),
    GAUNTLET: ("#8f5fbf", "--", "v"),
    MRT: ("#e09f3e", "--", "D"),
    FLOOR: ("#6b7280", ":", "x"),
}
SIZES = (1, 20, 200, 2000)
SETTINGS = {
    "svg.hashsalt": "handrail",
    "svg.fonttype": "none",  # text stays text
    "font.family": "sans-serif",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e5e7eb",
}


def draw(results: Results, file: Path) -> None:
    """Three pictures in one row: seconds on each kind of database, and memory."""
    mpl.use("svg")
    from matplotlib import pyplot

    with mpl.rc_context(SETTINGS):
        figure, axes = pyplot.subplots(1, 3, figsize=(12, 4.2), layout="constrained")
        for axis, database in zip(axes, DATABASES, strict=False):
            for what in LOOKS:
                _line(axis, results, what, database)
            axis.set(title=f"seconds on {database}", xlabel="revisions", yscale="log")
            axis.yaxis.set_major_formatter("{x:g}")
        _memory(axes[2], results)
        for axis in axes:
            axis.set_xscale("log")
            axis.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
            axis.minorticks_off()
        handles = {
            label: handle
            for axis in axes[:2]
            for handle, label in zip(*axis.get_legend_handles_labels(), strict=True)
        }
        figure.legend(handles.values(), handles.keys(), loc="outside lower center", ncols=3)
        figure.savefig(file, metadata={"Date": None, "Creator": None})
        pyplot.close(figure)


def _line(axis, results: Results, what: str, database: str) -> None:  # noqa: ANN001 - pyplot's
    found = _over_sizes(results, what, database)
    if not found:
        return
    colour, style, marker = LOOKS[what]
    middle = [each.median for _, each in found]
    below = [each.median - min(each.figures) for _, each in found]
    above = [max(each.figures) - each.median for _, each in found]
    axis.errorbar(
        [size for size, _ in found],
        middle,
        yerr=[below, above],
        label=what,
        color=colour,
        linestyle=style,
        marker=marker,
        capsize=2,
    )


def _memory(axis, results: Results) -> None:  # noqa: ANN001 - pyplot's
    for database, style in zip(DATABASES, ("-", "--"), strict=True):
        for what in (NONE, FULL):
            found = _over_sizes(results, what, database)
            colour, _, marker = LOOKS[what]
            axis.plot(
                [size for size, _ in found],
                [each.mib for _, each in found],
                color=colour,
                linestyle=style,
                marker=marker,
            )
    about = "revisions (dashed: postgresql)"
    axis.set(title="MiB of the largest process", xlabel=about, ylim=(0, None))


def _over_sizes(results: Results, what: str, database: str) -> list:
    names = {size: "1 revision" if size == 1 else f"{size:,} revisions" for size in SIZES}
    found = ((size, results.get(Key(what, name, database))) for size, name in names.items())
    return [(size, result) for size, result in found if result]
