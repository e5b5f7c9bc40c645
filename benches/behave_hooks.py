"""Behave's hooks: a workbench for each scenario, and a reason for each scenario that is skipped."""

from __future__ import annotations

from typing import Any

from benches.agents.servers import SERVERS
from benches.workbench import Workbench
from handrail.acceptance.known_chains import CHAINS
from handrail.acceptance.providers import SHARED
from handrail.acceptance.requirements import unmet

_SKIPPED: list[str] = []


def before_all(context: Any) -> None:
    """A name that no provider has stops the run here, in words."""
    SHARED.get(_database(context))


def before_scenario(context: Any, scenario: Any) -> None:
    """A fresh workbench; a scenario whose needs this database does not meet is skipped."""
    context.bench = Workbench(_database(context))
    reason = unmet(scenario.effective_tags, _database(context), context.bench.capabilities)
    if reason:
        _SKIPPED.append(f"skipped: {scenario.location} {scenario.name.strip()}: {reason}")
        scenario.skip(reason)


def after_scenario(context: Any, scenario: Any) -> None:
    """The workbench is closed; a bad outcome that nobody looked at fails a scenario that passed."""
    unlooked = context.bench.unlooked() if scenario.status.is_passed() else []
    context.bench.close()
    if unlooked:
        raise AssertionError("\n".join(unlooked))


def after_all(context: Any) -> None:  # noqa: ARG001 - behave hands it over
    """No server is left, and what was skipped is told with its reason."""
    SERVERS.close()
    CHAINS.close()
    SHARED.close()
    print(*_SKIPPED, sep="\n", end="\n" if _SKIPPED else "")


after_all.capture = False  # type: ignore[attr-defined]  # behave would keep the words to itself


def _database(context: Any) -> str:
    """What ``-D database=...`` names."""
    return str(context.config.userdata.get("database", "sqlite"))
