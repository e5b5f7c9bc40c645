"""The pytest plug-in: the steps of a chain as test items, and tests that are expected to fail.

``pytest --handrail`` (or ``handrail = true`` in pytest's own configuration) collects each step of
every chain of ``[tool.handrail.chains]``: revision, direction and database. Without that nothing is
collected, and nothing of Handrail imported, but where a test bears a mark of the expected-failure
protocol (:mod:`handrail.pytest_plugin.marks`) or asks for the fixture ``handrail_bench``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from handrail.acceptance.workbench import Workbench

_MARKERS = (
    "handrail: a step of a migration chain, walked by Handrail.",
    "tdd_issue(number): the reported issue that a test is about, by its number in issues.toml.",
    "tdd_expected_fail: the test fails while its issue is open, for the reported reason alone.",
)


_BROKEN = "handrail_broken"
_PASSED = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, which are there whether or not anything is walked."""
    group = parser.getgroup("handrail")
    group.addoption(
        "--handrail",
        action="store_true",
        help="Collect each step of the migration chains as a test item.",
    )
    group.addoption(
        "--handrail-chain",
        action="append",
        default=[],
        metavar="NAME|PATH",
        help="Collect this chain alone: a name from [tool.handrail.chains], or what `handrail walk`"
        " takes; may be given several times. Implies --handrail.",
    )
    parser.addini("handrail", "Collect the steps of migration chains as --handrail does.", "bool")
    parser.addini(
        "handrail_fail_on",
        "The least weight of a finding that fails its item: error, warning, note or never.",
        default="warning",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Marks are known, and chains are looked for where that is asked for."""
    for line in _MARKERS:
        config.addinivalue_line("markers", line)
    asked = config.getoption("handrail") or config.getoption("handrail_chain")
    if asked or config.getini("handrail"):
        from handrail.pytest_plugin.collecting import Collecting

        config.pluginmanager.register(Collecting(config, asked=bool(asked)), "handrail-collecting")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks that break the rules stop the run; those that keep them are judged by."""
    if any(mark.name.startswith("tdd_") for item in items for mark in item.iter_markers()):
        from handrail.pytest_plugin.marks import ExpectedFailures, breaches

        broken = breaches(config, items)
        if broken:
            _stop(config, items, ["nothing was run: the rules for marks are broken", *broken])
        config.pluginmanager.register(ExpectedFailures(), "handrail-expected-failures")


def _stop(config: pytest.Config, items: list[pytest.Item], lines: list[str]) -> None:
    """End the run with a usage error, which a worker of xdist leaves to the one that directs it."""
    if not hasattr(config, "workeroutput"):
        raise pytest.UsageError(*lines)
    config.workeroutput[_BROKEN] = lines
    items.clear()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A worker of xdist has ended; what it could not start with ends the run."""
    broken = getattr(node, "workeroutput", {}).get(_BROKEN)
    if broken:
        raise pytest.UsageError(*broken)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Whether the test itself has passed, which a fixture cannot see otherwise."""
    item.stash[_PASSED] = call.when == "call" and call.excinfo is None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What items of Handrail had to say beside their outcome, and the issues still open."""
    reports = [each for several in terminalreporter.stats.values() for each in several]
    if any(hasattr(each, "handrail") for each in reports):
        from handrail.pytest_plugin.summing import summary

        terminalreporter.section("handrail")
        terminalreporter.write_line(summary(reports))


@pytest.fixture(scope="session")
def _handrail_providers() -> Iterator[None]:
    """No server and no process of a chain outlives the tests that used them."""
    from handrail.acceptance.known_chains import CHAINS
    from handrail.acceptance.providers import SHARED

    yield
    CHAINS.close()
    SHARED.close()


@pytest.fixture
def handrail_bench(
    request: pytest.FixtureRequest,
    _handrail_providers: None,
) -> Iterator[Workbench]:
    """A workbench over scratch databases, on SQLite or what ``indirect`` parametrization names.

    A test that passes has looked at each migration that ended badly, or it fails at its end.
    """
    from handrail.acceptance.workbench import Workbench

    with Workbench(getattr(request, "param", "sqlite")) as bench:
        yield bench
        unlooked = bench.unlooked()
    if unlooked and request.node.stash[_PASSED]:
        pytest.fail("\n".join(unlooked), pytrace=False)
