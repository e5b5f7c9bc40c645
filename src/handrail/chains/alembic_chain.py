"""An Alembic chain in the child process: loaded once, its steps run by its own env.py."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from handrail.chains.engines import Engines
from handrail.chains.environment import run_environment
from handrail.chains.loading import load
from handrail.chains.requests import Failed, Limits, Run
from handrail.chains.said import Said
from handrail.chains.target import Target
from handrail.chains.watching import line_in, words_of


class AlembicChain:
    """The child's side of a target that Alembic reads; raises TargetError where it cannot."""

    def __init__(self, target: Target) -> None:
        self._chain = load(target)
        self.revisions = self._chain.revisions
        self.heads = tuple(sorted(self._chain.scripts.get_heads()))
        locations = self._chain.scripts._version_locations
        self.folders = tuple(Path(folder).resolve() for folder in locations)  # as Alembic does

    def allowed(self, limits: Limits) -> Limits:
        """All of them hold: a revision is a program."""
        return limits

    def run(self, request: Run, engines: Engines, said: Said) -> None:
        """Run env.py once for the plan; whatever it or a revision raises comes through."""
        self._chain.config.cmd_opts = Namespace(x=list(request.arguments))
        run_environment(self._chain, engines, request.url, request.plan, said)

    def failed_before(self, error: BaseException | None) -> Failed:
        """No step was begun: env.py is at fault, not a revision."""
        env = Path(self._chain.scripts.dir, "env.py").absolute()
        line = line_in(error.__traceback__, env) if error else None
        where = f"{env}:{line}" if line else str(env)
        if error is None:
            return Failed("env.py ended without running any migration", where)
        return Failed(f"env.py failed: {type(error).__name__}: {words_of(error)}", where)
