"""``handrail init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[
        Path, typer.Argument(help="The repository; the current folder unless told.")
    ] = Path(),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")
    ] = False,
) -> None:
    """Put into a repository what a suite over its migrations needs, and nothing over what is there.

    Its chains are found (alembic.ini, pyproject.toml, the folder of Flask-Migrate, SQL files),
    loaded, and taken up once on scratch databases. Then features/ with an example of a chain's last
    revision, issues.toml, steps/, robot/ and noxfile.py are made where they are not there, and
    pyproject.toml gets what it lacks. Called again it changes nothing.

    \b
    Exit code: 0 all is there, 2 the folder or a file is wrong.

    \b
    Example: handrail init
    Example: handrail init ../shop --dry-run
    """
    import shlex
    from contextlib import chdir

    from handrail.errors import TargetError

    if not folder.is_dir():
        raise TargetError("there is no such folder", where=str(folder))
    from handrail.init import carry_out, look, plan

    with chdir(folder):
        here = Path.cwd()
        planned = plan(look(here))
        for done in carry_out(planned, here, dry_run=dry_run):
            typer.echo(f"{done.mark:<8} {done.path}  {done.words}".rstrip())
        for remark in planned.remarks:
            typer.echo(f"note     {remark}")
        if dry_run:
            typer.echo("note     nothing was written: --dry-run")
        there = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
        typer.echo(f"next     {there}{planned.following}")
