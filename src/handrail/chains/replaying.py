"""What an env.py has been seen to do, done once more without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from alembic.runtime.environment import EnvironmentContext
from sqlalchemy import Connection, Engine

from handrail.chains.recording import BEGIN, CONFIGURE, CONNECT, END, RUN, Act


def plain_acts(engine: Engine) -> list[Act]:
    """What the env.py of Alembic's plain template does."""
    return [Act(CONNECT, 0, (engine,)), Act(CONFIGURE, 0), Act(BEGIN), Act(RUN), Act(END)]


def replay(env: EnvironmentContext, acts: Sequence[Act]) -> None:
    """Do it all again, on new connections of the same engines.

    Whatever a revision raises comes through; the transaction of the context has then been left with
    it, and every connection is closed.
    """
    connections: dict[int, Connection] = {}
    with ExitStack() as stack:
        transaction = ExitStack()
        for act in acts:
            if act.name == CONNECT:
                connections[act.number] = stack.enter_context(act.arguments[0].connect())
            elif act.name == BEGIN:
                stack.enter_context(transaction).enter_context(env.begin_transaction())
            elif act.name == END:
                transaction.close()
            elif act.name == RUN:
                env.run_migrations(**act.options)
            else:
                _call(env, connections, act)


def _call(env: EnvironmentContext, connections: Mapping[int, Connection], act: Act) -> None:
    connection = connections[act.number]
    if act.name == CONFIGURE:
        env.configure(connection, *act.arguments, **act.options)
    else:
        method: Any = getattr(connection, act.name)
        method(*act.arguments, **act.options)
