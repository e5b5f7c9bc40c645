"""Alembic's own reading of a target, done once in the child."""

from __future__ import annotations

import ast
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from alembic.util import CommandError

from handrail.chains.flask_application import push_application
from handrail.chains.limiting import LimitReached
from handrail.chains.target import Target
from handrail.chains.unloadable import what_is_missing, what_to_do
from handrail.errors import TargetError
from handrail.model import Revision


@dataclass(frozen=True, slots=True)
class Chain:
    """A target as Alembic has read it.

    ``revisions`` come in an order in which each stands after those that it stands on or depends on,
    the same in every run.
    """

    config: Config
    scripts: ScriptDirectory
    revisions: tuple[Revision, ...]
    own_url: str
    """As the configuration has it, to be told by which name it knows its database."""


def load(target: Target) -> Chain:
    """The target's configuration, scripts and revisions.

    Raises TargetError that names the file at fault, with its line where there is one.
    """
    try:
        config, scripts = scripts_of(target)
        if target.settings.own_env:
            push_application(Path(scripts.env_py_location), config)
        revisions = tuple(_revision(script) for script in _ordered(scripts))
    except TargetError:
        raise
    except CommandError as error:
        raise TargetError(str(error), where=target.given) from error
    except BaseException as error:
        raise _unloadable(error, target) from error
    if target.settings.own_env and not Path(scripts.dir, "env.py").is_file():
        raise TargetError("the script folder holds no env.py", where=scripts.dir)
    return Chain(config, scripts, revisions, _own_url(config))


def scripts_of(target: Target) -> tuple[Config, ScriptDirectory]:
    """The target's configuration, and the folders that it names; no revision is loaded.

    Raises TargetError where Alembic cannot make sense of it.
    """
    try:
        config = config_of(target)
        return config, ScriptDirectory.from_config(config)
    except CommandError as error:
        raise TargetError(str(error), where=target.given) from error
    except Exception as error:
        words = f"the configuration cannot be read: {what_is_missing(error)}"
        then = what_to_do(error) if isinstance(error, ImportError) else "alembic heads says it too"
        raise TargetError(words, where=target.given, then=then) from error


def config_of(target: Target) -> Config:
    """Alembic's configuration for the target; a bare script folder gets one with defaults."""
    beside = target.directory / "alembic.ini"
    ini = target.ini or (beside if target.toml and beside.is_file() else None)
    config = Config(
        str(ini) if ini else None,
        toml_file=str(target.toml) if target.toml else None,
        ini_section=target.settings.section,
    )
    if target.scripts:
        config.set_main_option("script_location", str(target.scripts).replace("%", "%%"))
        if ini is None:
            config.set_main_option("path_separator", "os")
        sys.path.insert(0, str(target.directory))
    if config.file_config and config.config_file_name is None:
        config.config_file_name = str(beside)  # some env.py look beside it; it has been read
    config.cmd_opts = Namespace(x=None)
    return config


def _own_url(config: Config) -> str:
    section = config.config_ini_section
    return config.file_config.get(section, "sqlalchemy.url", raw=True, fallback="")


def _ordered(scripts: ScriptDirectory) -> Iterator[Script]:
    """Kahn's order with the identifier as tie-break, so that siblings never change places."""
    waiting = {script.revision: script for script in scripts.walk_revisions()}
    done: set[str] = set()
    while waiting:
        ready = sorted(
            identifier
            for identifier, script in waiting.items()
            if done.issuperset(_needs(script, scripts))
        )
        for identifier in ready:
            done.add(identifier)
            yield waiting.pop(identifier)


def _needs(script: Script, scripts: ScriptDirectory) -> set[str]:
    wanted = (*script._versioned_down_revisions, *_as_tuple(script.dependencies))
    return {found.revision for found in scripts.get_revisions(wanted) if found}


def _as_tuple(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def _revision(script: Script) -> Revision:
    lines = _function_lines(Path(script.path))
    return Revision(
        identifier=script.revision,
        parents=tuple(script._versioned_down_revisions),
        depends_on=_as_tuple(script.dependencies),
        labels=tuple(sorted(script.branch_labels)),
        file=str(Path(script.path).absolute()),
        message=script.doc,
        line=lines.get("upgrade", 1),
        downgrade_line=lines.get("downgrade", 1),
    )


def _function_lines(file: Path) -> dict[str, int]:
    tree = ast.parse(file.read_bytes(), str(file))
    return {node.name: node.lineno for node in tree.body if isinstance(node, ast.FunctionDef)}


def _unloadable(error: BaseException, target: Target) -> TargetError:
    """What kept the revisions from being loaded, where, and what to do about it."""
    where = _culprit(error, target)
    if isinstance(error, LimitReached):
        return TargetError(f"loading a revision was stopped after {error}", where=where)
    if isinstance(error, KeyError) and where == target.given:
        return TargetError(f"a revision refers to {error}, which is not there", where=where)
    words = f"a revision could not be loaded: {what_is_missing(error)}"
    return TargetError(words, where=where, then=what_to_do(error))


def _culprit(error: BaseException, target: Target) -> str:
    """The file of the target in which loading stopped, with its line."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    place = target.given
    trace = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if code.co_name == "<module>" and "site-packages" not in code.co_filename:
            place = f"{code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
