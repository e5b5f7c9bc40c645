"""SQLAlchemy's asynchronous half, over the engines and drivers that the other half has.

Its classes wait for a driver's answer in a greenlet. Where nothing has to be waited for, a plain
call does the same: so neither aiosqlite nor asyncpg nor greenlet need be installed, and what
``env.py`` and the application see are SQLAlchemy's own classes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.util import concurrency

_MODULE = "sqlalchemy.ext.asyncio.engine"


def replace() -> None:
    """Whoever imports ``sqlalchemy.ext.asyncio`` from now on gets it over our engines.

    Nothing of it may have been imported; it takes a fifth of a second, which most chains save.
    """
    concurrency.greenlet_spawn = _called  # type: ignore[assignment]
    if hasattr(concurrency, "_concurrency_shim_cls"):  # from 2.1 on it insists on a greenlet
        concurrency._concurrency_shim_cls._initialize = _nothing  # type: ignore[method-assign]
    sys.meta_path.insert(0, _Finder())


async def _called(
    work: Callable[..., Any], *arguments: Any, _require_await: bool = False, **options: Any
) -> Any:
    return work(*arguments, **options)


def _nothing(*_arguments: Any, **_options: Any) -> None:
    """No greenlet is needed."""


class _Finder(MetaPathFinder):
    """Changes the module when it has been imported, and leaves."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != _MODULE:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec and spec.loader
        run = spec.loader.exec_module

        def run_and_change(module: ModuleType) -> None:
            run(module)
            module.AsyncEngine.__init__ = _wrap

        spec.loader.exec_module = run_and_change  # type: ignore[method-assign]
        return spec


def _wrap(self: Any, sync_engine: Engine) -> None:
    """As SQLAlchemy does it, but for asking whether the driver is an asynchronous one."""
    self.sync_engine = self._assign_proxied(sync_engine)
