"""The Flask application that Flask-Migrate's env.py asks for."""

from __future__ import annotations

import os
from pathlib import Path

from alembic.config import Config

from handrail.errors import TargetError


def push_application(env: Path, config: Config) -> None:
    """Where env.py asks for Flask's current application, it is there from now on.

    It is found as the command ``flask db`` finds it, by ``FLASK_APP``, a ``.flaskenv``, ``wsgi.py``
    or ``app.py``; what it does with Alembic's configuration is done. Raises TargetError where there
    is none; what the application raises when it is made comes through.
    """
    if not env.is_file() or "current_app" not in env.read_text(encoding="utf-8"):
        return
    from flask.cli import NoAppException, ScriptInfo, load_dotenv

    load_dotenv()
    try:
        application = ScriptInfo(os.environ.get("FLASK_APP")).load_app()
    except NoAppException as error:
        raise TargetError(
            f"env.py asks for Flask's current application: {error}",
            where=str(env),
            then="name it with --env FLASK_APP=MODULE:APPLICATION, or walk without it: --no-env",
        ) from error
    application.app_context().push()
    if "migrate" in application.extensions:
        application.extensions["migrate"].migrate.call_configure_callbacks(config)
