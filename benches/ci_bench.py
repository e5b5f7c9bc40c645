"""The ready-made files for CI, their commands run as a runner of that CI would."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benches.parity.repository_bench import RepositoryBench
from benches.processes_bench import ProcessesBench

_FILES = Path("src/handrail/ci")
_HOOKS = Path(".pre-commit-hooks.yaml")
_INSTALLS = "python -m pip install "
"""What the environment of the suite has done before; passed over."""


class CiBench:
    """Runs jobs and hooks in a repository; nothing is fetched."""

    def __init__(self, repository: RepositoryBench, processes: ProcessesBench) -> None:
        self._repository = repository
        self._processes = processes

    def run_job(self, job: str, file: str, known: Mapping[str, str]) -> None:
        """The commands of a job ran in one shell, with what that CI knows of the event."""
        held = yaml.safe_load((_FILES / file).read_text(encoding="utf-8"))
        read = _of_gitlab if file.startswith("gitlab") else _of_github
        commands, variables = read(held, job)
        told = {name: _filled(str(value), known) for name, value in variables.items()}
        names = {name: value for name, value in known.items() if name.isidentifier()}
        self._processes.environment |= {**told, **names}
        script = self._repository.folder.with_name("job.sh")
        run = [command for command in commands if not command.startswith(_INSTALLS)]
        assert run and len(run) < len(commands), f"{job} installs nothing, or runs nothing"
        script.write_text("\n".join(run), encoding="utf-8")
        self._processes.run(f"bash -eo pipefail {script}")

    def take_up_hooks(self) -> None:
        """The repository has the hooks that the ready-made file chooses.

        They come from a repository beside it that holds what this one declares, and call the
        Handrail that is installed.
        """
        there = self._repository.folder.with_name("hooks")
        there.mkdir()
        shutil.copy(_HOOKS, there)
        first = self._repository.begin_beside(there)
        config = yaml.safe_load((_FILES / "pre-commit.yaml").read_text(encoding="utf-8"))
        for repo in config["repos"]:
            repo |= {"repo": str(there), "rev": first}
            repo["hooks"] = [{**hook, "language": "system"} for hook in repo["hooks"]]
        self._repository.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        self._processes.environment["PRE_COMMIT_HOME"] = str(there.with_name("pre-commit"))

    def close(self) -> None:
        """The folders go with the processes."""


def _of_github(held: Any, job: str) -> tuple[list[str], dict[str, Any]]:
    chosen = held["jobs"][job]
    steps = [step for step in chosen["steps"] if "run" in step]
    variables = {**held.get("env", {}), **chosen.get("env", {})}
    for step in steps:
        variables |= step.get("env", {})
    return [step["run"] for step in steps], variables


def _of_gitlab(held: Any, job: str) -> tuple[list[str], dict[str, Any]]:
    chosen = held[job]
    above = held[chosen["extends"]]
    variables = {**above["variables"], **chosen.get("variables", {})}
    return [*above["before_script"], *chosen["script"]], variables


def _filled(value: str, known: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], value)
