"""``handrail tags``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handrail.cli.output import destinations, format_option
from handrail.errors import TargetError

if TYPE_CHECKING:
    from handrail.acceptance.closing_check import Answer

FORMS = ("text", "github")
tags = typer.Typer(no_args_is_help=True)


@tags.callback()
def group() -> None:
    """The tags of the expected-failure protocol.

    \b
    Example: handrail tags check features
    """


@tags.command()
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Feature files, suites or folders; features unless told."),
    ] = None,
    closes: Annotated[
        list[int] | None,
        typer.Option(
            metavar="N", help="An issue that the change closes; may be given several times."
        ),
    ] = None,
    closes_in: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help='The text of a pull request, - for standard input: what it "Fixes #12" is closed.',
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            envvar="PR_BASE_SHA", metavar="REV", help="The commit that the change is made for."
        ),
    ] = None,
    prove: Annotated[
        bool,
        typer.Option(
            "--prove",
            help="Run on the base what was not expected to fail there: it must, as reported.",
        ),
    ] = False,
    laid: Annotated[
        list[str] | None,
        typer.Option(
            "--with", metavar="PATH", help="What else is laid over the base for --prove: helpers."
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds that a run on the base may take.")
    ] = 300.0,
    form: Annotated[list[str] | None, format_option(FORMS)] = None,
) -> None:
    """Hold the tags of features and suites against the rules, running nothing.

    With --closes, each issue needs a scenario or test that bears its tag; none may be gone since
    the base, or still be expected to fail, and each was expected to fail at the base (else a
    warning; with --prove it is run there). PATHs are judged as they are in the working tree, what
    is not committed included; the base is the commit where REV and HEAD parted. What an outline
    keeps "as reported" stays expected to fail beside Examples named "as repaired" that must pass.

    \b
    Exit code: 0 all is well, 1 a rule is broken or an issue not closed, 2 the call is wrong.

    \b
    Example: handrail tags check features robot
    Example: handrail tags check features --closes 41 --base origin/main
    Example: gh pr view --json body -q .body | handrail tags check --closes-in - --base main --prove
    """
    from handrail.acceptance.closing_check import Proof, close

    revision = base if (base or "").strip("0") else None  # GitHub's name for no commit is zeros
    if prove and revision is None:
        raise TargetError("there is no base to run it on", where="--prove", then="give --base REV")
    to = destinations(form, FORMS)
    places, numbers = paths or ["features"], sorted({*(closes or ()), *_closed_in(closes_in)})
    proof = Proof(tuple(laid or ()), timeout) if prove else None
    answer = close(numbers, places, revision, proof)
    to.write(lambda form, _: _as_github(answer) if form == "github" else _as_text(answer))
    if answer.faults:
        raise typer.Exit(1)


def _as_text(answer: Answer) -> str:
    warnings = (f"warning: {each}" for each in answer.warnings)
    return "".join(f"{line}\n" for line in (*answer.faults, *warnings, *answer.told))


def _as_github(answer: Answer) -> str:
    from handrail.model import Location
    from handrail.reports.github import annotation

    weighed = (("error", answer.faults), ("warning", answer.warnings), ("notice", answer.told))
    return "".join(
        annotation(
            command, "tags", [each.message], Location(each.file, each.line) if each.file else None
        )
        + "\n"
        for command, remarks in weighed
        for each in remarks
    )


def _closed_in(file: str | None) -> list[int]:
    """The issues that the text closes. Raises TargetError where it cannot be read."""
    from handrail.expected_failures import closing_numbers

    if file is None:
        return []
    try:
        said = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TargetError(f"this cannot be read: {error}", where=f"--closes-in {file}") from error
    numbers = closing_numbers(said)
    if not numbers:
        typer.echo("The text closes no issue.")
    return numbers
