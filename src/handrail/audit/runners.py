"""The runner of a chain as it can be read: a Python callable, found on disk and not imported."""

from __future__ import annotations

from pathlib import Path

from handrail.audit import source
from handrail.audit.reader import done_by
from handrail.audit.reading import Reading
from handrail.errors import TargetError
from handrail.model import Direction


def read(given: str, root: Path) -> Reading:
    """What ``module:callable`` does, with the helpers that it calls, as far as both can be read.

    Modules are looked for below ``root``. Raises TargetError where there is no such file or
    function, where the file is no Python, and where nothing can be read of what it executes.
    """
    name, _, function = given.partition(":")
    file = _file(name, root)
    if file is None:
        what = f'there is no module "{name}" below this folder'
        raise TargetError(what, where=f"--runner {given}", then="give module:callable")
    module = source.read(file, root)
    place = module.function(function.rpartition(".")[2])
    if place is None:
        raise TargetError(f'there is no function "{function}"', where=str(file))
    acts = done_by(module, function).acts
    if not acts:
        what = f"nothing can be read of what {function} executes"
        raise TargetError(what, where=f"{file}:{place.lineno}", then="leave out --runner")
    return Reading(given, file, {Direction.UPGRADE: acts}, {}, of_runner=True)


def _file(name: str, root: Path) -> Path | None:
    place = root.joinpath(*name.split("."))
    candidates = (place.with_name(f"{place.name}.py"), place / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)
