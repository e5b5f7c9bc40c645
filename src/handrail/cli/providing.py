"""Where a command has its databases from: ``--database``, ``--sqlite-module`` and ``--keep``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager

from handrail.databases import USUAL, KeepingProvider, Provider, kind, provider
from handrail.errors import TargetError


@contextmanager
def open_providers(asked: Sequence[str] | None, *, keep: bool = False) -> Iterator[list[Provider]]:
    """One provider for each that is asked for, or of each kind; closed on leaving, in any case.

    What is kept is said on stderr then. Raises TargetError where one kind is asked for twice, and
    where nothing can be kept.
    """
    with ExitStack() as stack:
        names = dict.fromkeys(asked or USUAL)
        given = [stack.enter_context(closing(provider(name, keep=keep))) for name in names]
        kinds = [each.name for each in given]
        twice = [each for each in kinds if kinds.count(each) > 1]
        if twice:
            what = f"{twice[0]} is asked for twice, and a report could not tell which is which"
            raise TargetError(what, where="--database", then="walk on one after the other")
        if keep:
            stack.callback(_tell_kept, _servers(given))
        yield given


def with_module(asked: Sequence[str], module: str | None) -> tuple[str, ...]:
    """What is asked for, or each kind, with that module's SQLite where it is SQLite's.

    Raises TargetError where there is a module, and no SQLite that it could be for.
    """
    names = tuple(asked or USUAL)
    if module is None:
        return names
    if "sqlite" not in names:
        what = f"no SQLite is asked for, but {' and '.join(map(kind, names))}"
        raise TargetError(what, where="--sqlite-module", then="add --database sqlite")
    return tuple(f"sqlite:{module}" if name == "sqlite" else name for name in names)


def _servers(given: Sequence[Provider]) -> list[KeepingProvider]:
    """Those on which databases are kept; TargetError where there is none."""
    servers = [each for each in given if isinstance(each, KeepingProvider)]
    if not servers:
        what = "databases are kept on a server that a URL names, and nowhere else"
        raise TargetError(what, where="--keep", then="add --database postgresql://USER@HOST/NAME")
    return servers


def _tell_kept(servers: Sequence[KeepingProvider]) -> None:
    for server in servers:
        for name in server.kept:
            sys.stderr.write(f"kept: {name} ({server.asked})\n")
