"""``handrail steps``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    """How the phrases are printed."""

    TEXT = "text"
    JSON = "json"
    CUCUMBER = "cucumber"


def steps(
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            help="text for people, json for tools, cucumber for editors with Cucumber's language"
            " server, such as VS Code with its official extension, Neovim, Zed.",
        ),
    ] = Form.TEXT,
) -> None:
    """List the phrases that Handrail brings for behave's features, with what each means.

    \b
    One line in a file of your steps folder brings them, one setting what they work at:
      from handrail.acceptance.behave_steps import *
      runner = "handrail.acceptance.behave_runner:HandrailRunner"   (in [tool.behave])

    \b
    Editors: Cucumber's language server completes what it finds in glue files, but cannot read the
    {names} in phrases of behave. It can read the same as Cucumber Expressions; below features/ it
    looks by itself, elsewhere "cucumber.glue" has to name the file. Write it again after an update.
    Behave VSC reads the package itself, where its setting "behave-vsc.importedSteps" names the
    folder: {".venv/lib/python3.12/site-packages/handrail/acceptance/behave_steps": ".*"}.

    \b
    Example: handrail steps
    Example: handrail steps --format cucumber > features/handrail_steps.js
    """
    from handrail.acceptance import phrases

    forms = {
        Form.TEXT: phrases.as_text,
        Form.JSON: phrases.as_json,
        Form.CUCUMBER: phrases.as_cucumber,
    }
    typer.echo(forms[form](phrases.phrases()), nl=False)
