"""``handrail report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handrail.cli.delivery import Delivery
from handrail.cli.output import FailOn, FailOnOption, FormatOption, destinations

report = typer.Typer(no_args_is_help=True)


@report.callback()
def group() -> None:
    """Reports that were written before.

    \b
    Example: handrail report merge shard-*.json --format html=walk.html
    """


@report.command()
def merge(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="The JSON of each shard, in whatever order."),
    ],
    form: FormatOption = None,
    fail_on: FailOnOption = FailOn.WARNING,
) -> None:
    """Join the JSON of all shards of a walk into the report of the whole walk, in any format.

    The report and the exit code are those of the walk that was not divided. Nothing but the files
    is read: what the project accepts, and what rules weigh, is as the shards have found it.

    \b
    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a file is no shard of that walk, or
    one is missing or there twice.

    \b
    Example: handrail walk alembic.ini --shard 1/2 --fail-on never --format json=shard-1.json
    Example: handrail walk alembic.ini --shard 2/2 --fail-on never --format json=shard-2.json
    Example: handrail report merge shard-1.json shard-2.json
    Example: handrail report merge shard-*.json --format github --format sarif=walk.sarif
    """
    from handrail.reports.acceptances import Opinions
    from handrail.reports.merging import merged
    from handrail.reports.shard_files import read_shards

    delivery = Delivery(destinations(form), Opinions({}, ()), fail_on)
    delivery.deliver(merged(read_shards(files)), "walk")
