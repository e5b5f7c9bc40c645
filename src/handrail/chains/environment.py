"""A target's env.py, run once to learn what it does; then that is done directly.

env.py runs as it is, with SQLAlchemy's ways to a database leading to ours; only where a connection
leads is decided here. The URL in the target's configuration is never read (design page, section 1).
What it was seen to do is done again for each step, on the engines that it made, which keep their
listeners, and with what it handed to ``context.configure``. Where that would not be the same, it
runs for each step: :meth:`Environment.learn` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, RevisionStep
from sqlalchemy import URL

from handrail.chains.calling import called
from handrail.chains.engines import Engines
from handrail.chains.loading import Chain
from handrail.chains.recording import RUN, Recorder
from handrail.chains.replaying import plain_acts, replay
from handrail.chains.said import Said

Work = Callable[[tuple[str, ...], MigrationContext], Iterable[RevisionStep]]
"""Told the revisions that the ledger names and the context; gives the steps to run."""

_HARMLESS = {"end_transaction", "rollback", "close"}
"""What env.py may do when migrations have failed."""
_ATTRIBUTES = "attributes"
"""Without that word env.py takes nothing from an application."""
_CATCHES = ("except", "suppress")
"""Words without which env.py lets the failure of a migration through."""


class Environment:
    """env.py under the arguments that the configuration holds."""

    def __init__(self, chain: Chain, engines: Engines) -> None:
        self._chain = chain
        self._engines = engines
        self._seen = Recorder()
        self._hands_over = False
        """Whether env.py is called by an application, which gives it a connection."""
        self._env: EnvironmentContext | None = None
        """What steps are run in directly, where env.py need not be run for each."""

    def learn(self, url: URL, work: Work, said: Said) -> None:
        """Run env.py on a database without any step, and see what it does.

        ``work`` gives no steps. Whatever env.py raises comes through.
        """
        text = Path(self._chain.scripts.env_py_location).read_text(encoding="utf-8")
        try:
            self._observe(self._seen, url, work, said)
        except Exception as error:
            if _ATTRIBUTES not in text or said.reached:
                raise
            self._take_over(url, work, said, error)
        if any(word in text for word in _CATCHES) and not self._seen.troubles:
            self._seen.troubles += self._rehearsed(url, said)
        self._env = None if self._seen.troubles else self._new(work)

    def run(self, url: URL, work: Work, said: Said, destination: str = "") -> None:
        """Do what env.py does, with the migrations that ``work`` gives, on the database.

        Whatever it or a revision raises comes through. Every connection is closed.
        """
        env = self._env or self._new(work)
        env.context_opts = {"fn": work, "destination_rev": destination}  # nothing of the last run
        with self._at(url, said), env:
            if self._env:
                self._seen.variables.run(replay, env, self._seen.acts)
            else:
                self._run_env()

    def _new(self, work: Work, **options: bool) -> EnvironmentContext:
        config, scripts = self._chain.config, self._chain.scripts
        return EnvironmentContext(config, scripts, fn=work, destination_rev="", **options)

    @contextmanager
    def _at(self, url: URL, said: Said) -> Iterator[None]:
        """Whatever looks for a database finds this one, and what is printed is kept."""
        driver = called(url.drivername, self._engines.own_url)
        address = url.set(drivername=driver).render_as_string(hide_password=False)
        self._chain.config.set_main_option("sqlalchemy.url", address.replace("%", "%%"))
        with self._engines.leading_to(url), redirect_stdout(said.output):
            yield

    def _observe(self, recorder: Recorder, url: URL, work: Work, said: Said) -> None:
        env = self._new(work, dont_mutate=True)
        with self._at(url, said), recorder.recording(env), env:
            self._run_env()
            if self._engines.opened > len(recorder.connections):
                recorder.touched("it opens connections of the driver's")

    def _take_over(self, url: URL, work: Work, said: Said, error: Exception) -> None:
        """Call env.py as an application does; where that fails too, the first error is told."""
        self._hands_over, self._seen = True, Recorder()
        try:
            self._observe(self._seen, url, work, said)
        except Exception:  # noqa: BLE001 - that of the other way is told
            raise error from None

    def _run_env(self) -> None:
        """As from the command line, or as from an application that follows Alembic's cookbook."""
        if not self._hands_over:
            self._chain.scripts.run_env()
            return
        with self._engines.current().begin() as connection:
            self._chain.config.attributes["connection"] = connection
            self._chain.scripts.run_env()

    def _rehearsed(self, url: URL, said: Said) -> Iterator[str]:
        """Why env.py does something about migrations that fail, where it does."""

        def fail(_heads: tuple[str, ...], _migration: MigrationContext) -> Iterable[RevisionStep]:
            raise _RehearsedError

        recorder = Recorder()
        try:
            self._observe(recorder, url, fail, said)
            yield "it keeps the failure of migrations to itself"
        except _RehearsedError:
            if not _HARMLESS.issuperset(recorder.afterwards):
                yield "it does something about migrations that fail"
        except Exception:  # noqa: BLE001 - whatever it makes of a failure, or of being run again
            if RUN in recorder.names:
                yield "it makes another failure of it"
        if RUN in recorder.names and recorder.before != self._seen.before:
            yield "it does something else the second time"


class PlainEnvironment(Environment):
    """What the env.py of Alembic's plain template does; that of the target is not run."""

    def __init__(self, chain: Chain, engines: Engines) -> None:
        super().__init__(chain, engines)
        self._seen.acts = plain_acts(engines.current())
        self._env = self._new(lambda _heads, _migration: ())

    def learn(self, url: URL, work: Work, said: Said) -> None:
        """Do it once without any step."""
        plain, self._env = self._env, self._new(work, dont_mutate=True)
        self.run(url, work, said)
        self._env = plain


class _RehearsedError(Exception):
    """What a migration fails with that is none."""
