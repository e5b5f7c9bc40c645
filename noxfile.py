"""Every check of the project: `nox` runs the default ones, `nox --list` shows them all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import nox

nox.needs_version = ">=2025.10.16"  # the first that prints what each session took
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "features", "robot", "coverage_report"]

# Hundreds of short processes start; without compiled modules each takes three times as long.
os.environ["UV_COMPILE_BYTECODE"] = "1"
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PROJECT: dict[str, Any] = nox.project.load_toml("pyproject.toml")
REPORTS = Path("reports")
COVERAGE = REPORTS / "coverage"
MEASURED = ("src/handrail", "benches", "steps", "features", "robot", "fixtures")
REPORTED_CHAIN = "fixtures/plans/reported/alembic.ini"
SMALL_CHAIN = "fixtures/chains/loop_over_rows/alembic.ini"
DUAL_TRACK = "fixtures/dual_track/repaired"
BUNDLED_CHAINS = (
    "plans/{}/alembic.ini",
    "agents/{}/migrations",
    "dual_track/{}/alembic.ini",
)
READY_MADE = {
    "vendor.github-workflows": "src/handrail/ci/github*.yml",
    "vendor.gitlab-ci": "src/handrail/ci/gitlab.yml",
}
IN_BROWSER = "benches/browser/*.py,benches/agents/console_*.py,benches/report/*.py"
IN_CONTAINERS = "src/handrail/databases/docker_*.py,benches/engine/*.py,*/containers.py"


@nox.session
def lint(session: nox.Session) -> None:
    """Style, the layers of the engine, Robot files, features that cannot deceive, the package."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", "--no-logo")
    for schema, files in READY_MADE.items():
        session.run("check-jsonschema", "--builtin-schema", schema, *map(str, Path().glob(files)))
    session.run("robocop", "check", "robot")
    session.run("robocop", "format", "--check", "--diff", "robot")
    session.run("python", "-m", "handrail.acceptance.feature_lint", "features", "steps", "robot")
    session.run("python", ".ci/package", str(Path(session.create_tmp()) / "dist"), silent=True)


@nox.session
def types(session: nox.Session) -> None:
    """Mypy in strict mode over the engine, the steps and this file."""
    install(session, "types")
    session.run("mypy")


@nox.session
def features(session: nox.Session) -> None:
    """Behave on every database; arguments after -- go to each run of it."""
    install(session, "test")
    run_features(session, *session.posargs)


@nox.session
def robot(session: nox.Session) -> None:
    """The Robot suites, three groups at a time; arguments after -- go to pabot."""
    install(session, "test")
    run_robot(session, *session.posargs)


@nox.session
def coverage_report(session: nox.Session) -> None:
    """The branches that both passed; runs again what is lacking or older than the sources.

    What only a browser can run is left out where its suites had to be skipped, and what only
    containers can is measured by the session ``docker``.
    """
    install(session, "test")
    for name, produce in (("features", run_features), ("robot", run_robot)):
        if not is_measured(name):
            produce(session)
    measured = [str(COVERAGE / name) for name in ("features", "robot")]
    environment = {"COVERAGE_FILE": str(COVERAGE / "data")}
    session.run("coverage", "combine", "--keep", "--quiet", *measured, env=environment)
    session.run("coverage", "html", "--quiet", "--fail-under=0", env=environment)
    left_out = IN_CONTAINERS if shutil.which("chromedriver") else f"{IN_CONTAINERS},{IN_BROWSER}"
    session.run("coverage", "report", "--omit", left_out, env=environment)


@nox.session(default=False)
def walk(session: nox.Session) -> None:
    """The main job on the bundled chain as reported; arguments after -- go to `handrail walk`."""
    session.install(".")
    if session.posargs:
        session.run("handrail", "walk", *session.posargs)
    else:
        session.run("handrail", "walk", REPORTED_CHAIN, success_codes=[1])


@nox.session(default=False)
def docker(session: nox.Session) -> None:
    """In containers: their features, the provider contract, integrity, walks of the plans.

    Skipped, with the reason, where no engine answers; arguments after -- go to each run of Robot.
    """
    install(session, "test")
    why = session.run("python", "-m", "handrail.acceptance.machine_needs", "docker", silent=True)
    if why:
        session.skip(str(why).strip())
    measure = measuring("docker")
    session.run("python", ".ci/containers", *session.posargs, env=measure)
    session.run("coverage", "combine", "--quiet", env=measure)
    told = ["--include", IN_CONTAINERS, "--fail-under", "95"]
    session.run("coverage", "report", *told, env=measure)


@nox.session(default=False)
def lowest(session: nox.Session) -> None:
    """The oldest releases that the package says it works with: they install, and it walks."""
    session.install("uv")
    session.run("uv", "pip", "install", "--resolution", "lowest-direct", ".", silent=True)
    session.run("handrail", "--version")
    session.run("handrail", "walk", SMALL_CHAIN, "--fail-on", "error")


@nox.session(default=False)
def walk_faults(session: nox.Session) -> None:
    """Every bundled chain with each of its statements failing once: none as repaired may be stuck.

    Those as reported are walked to be looked at; arguments after -- go to each `handrail walk`.
    """
    session.install(".")
    for state, codes in (("repaired", [0]), ("reported", [1])):
        for chain in BUNDLED_CHAINS:
            walked = ["handrail", "walk", f"fixtures/{chain.format(state)}", "--faults"]
            session.run(*walked, "--fail-on", "error", *session.posargs, success_codes=codes)


@nox.session(default=False)
def walk_corpus(session: nox.Session) -> None:
    """Other people's chains, and what is known of them; arguments after -- name some of them."""
    # Each package has a Python of its own, in this session's folder.
    environments = f"--environments={Path(session.create_tmp()) / 'packages'}"
    session.run("python", ".ci/corpus", environments, *session.posargs)


@nox.session(default=False)
def parity(session: nox.Session) -> None:
    """Guard and drift over the dual track as repaired; arguments after -- are BASE and HEAD."""
    session.install(".")
    with session.chdir(DUAL_TRACK):
        session.run("handrail", "parity", "guard", *session.posargs)
        session.run("handrail", "parity", "drift")


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Time and memory beside what others do with the same chain; after --: try -- --help."""
    session.install("-e", ".", "pytest-alembic==0.13.1", "matplotlib>=3.10,<4")
    # What cannot be had is not measured.
    for peer in (["pytest-mrt==1.9.1"], ["alembic-gauntlet==0.3.1", "pytest-asyncio>=1,<2"]):
        session.install(*peer, success_codes=range(256))
    environments = f"--environments={Path(session.create_tmp()) / 'packages'}"
    session.run("python", ".ci/bench", environments, *session.posargs)


@nox.session(default=False)
def picture(session: nox.Session) -> None:
    """The picture of a report in docs/, as README shows it; needs Chromium and its driver."""
    install(session, "test")
    session.install("pillow>=11")
    taken = REPORTS / "picture"
    session.run("robot", "--outputdir", str(taken), "--report", "NONE", ".ci/picture/report.robot")
    session.run("python", ".ci/picture/smaller.py", str(taken / "report.png"), "docs/report.png")


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Files mangled in new ways, and properties tried longer; after --: minutes, and a seed."""
    install(session, "test")
    minutes, seed = [*session.posargs, *("5", "2")[len(session.posargs) :]]
    told = ["--minutes", minutes, "--seed", seed]
    session.run("python", "-m", "benches.mangling", *told)
    longer = {"HANDRAIL_TRIES": str(max(2, int(float(minutes) * 4))), "HANDRAIL_SEED": seed}
    session.run("behave", "--format", "progress", "features/properties", env=longer)


@nox.session(default=False)
def soak(session: nox.Session) -> None:
    """200 walks in a row, in one process and by command: nothing grows; try -- --help."""
    install(session, "test")
    session.run("python", ".ci/soak", *session.posargs)


@nox.session(default=False)
def robot_large(session: nox.Session) -> None:
    """A million plans with children up and down the repaired chain; arguments after -- to Robot."""
    install(session, "test")
    told = ["--pythonpath", ".ci/large", "--outputdir", str(REPORTS / "large")]
    session.run("robot", *told, *session.posargs, ".ci/large/million.robot")


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Mutants of the pure core, and each mend taken back: what the features notice; -- --help."""
    install(session, "test")
    session.install("cosmic-ray>=8.3,<9")
    session.run("python", ".ci/mutation", *session.posargs)


def install(session: nox.Session, group: str) -> None:
    """The package, editable so that coverage sees one path for a file, and one group of tools."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, group))


def run_features(session: nox.Session, *arguments: str) -> None:
    """Behave on each database; raises when one of the runs failed."""
    session.run("python", ".ci/features", *arguments, env=measuring("features"))


def run_robot(session: nox.Session, *arguments: str) -> None:
    """Pabot over the suites; raises when a test failed."""
    measure = measuring("robot")
    shutil.rmtree(REPORTS / "robot", ignore_errors=True)
    options = ["--outputdir", str(REPORTS / "robot"), "--processes", "3", "--no-pabotlib"]
    # Suites of one process share a server and the databases full of plans.
    options += ["--ordering", "robot/order.txt"]
    expected = ["--listener", "handrail.acceptance.robot_listener.ExpectedFailureListener"]
    expected += ["--prerebotmodifier", "handrail.acceptance.robot_listener.OpenIssues"]
    expected += ["--prerebotmodifier", "handrail.acceptance.robot_skips.SkippedTests"]
    command = ["coverage", "run", "-m", "pabot.pabot", *options, *expected, *arguments, "robot"]
    session.run(*command, env=measure)


def measuring(name: str) -> dict[str, str]:
    """What makes every process of a run, children included, leave its coverage in a new folder."""
    folder = COVERAGE / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return {"COVERAGE_FILE": str((folder / "data").resolve())}


def is_measured(name: str) -> bool:
    """Whether that run left coverage, and nothing that was measured has changed since."""
    data = [file.stat().st_mtime for file in (COVERAGE / name).glob("data.*")]
    files = (file for folder in MEASURED for file in Path(folder).rglob("*.*"))
    sources = (file for file in files if "__pycache__" not in file.parts)
    return bool(data) and min(data) > max(file.stat().st_mtime for file in sources)
