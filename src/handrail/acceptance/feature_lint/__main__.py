"""``python -m handrail.acceptance.feature_lint [FEATURES [STEPS [ROBOT]]]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from handrail.acceptance import feature_lint
from handrail.acceptance.feature_lint.scenarios import read_features, scenario_problems
from handrail.acceptance.feature_lint.settings import read_settings
from handrail.acceptance.feature_lint.step_definitions import step_problems
from handrail.acceptance.feature_lint.suites import suite_problems


def main(arguments: Sequence[str]) -> int:
    """Print the problems of the three folders, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m handrail.acceptance.feature_lint",
        description=feature_lint.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("features", nargs="?", type=_folder, default="features")
    parser.add_argument("steps", nargs="?", type=_folder, default="steps")
    parser.add_argument("robot", nargs="?", type=_folder)
    given = parser.parse_args(arguments)
    settings = read_settings(Path.cwd())
    features, problems = read_features(given.features)
    problems += scenario_problems(features, settings)
    problems += step_problems(features, given.steps, settings)
    if given.robot:
        problems += suite_problems(given.robot, settings)
    print(*sorted(problems), f"problems: {len(problems)}", sep="\n")
    return 1 if problems else 0


def _folder(name: str) -> Path:
    if not Path(name).is_dir():
        raise argparse.ArgumentTypeError(f"{name}: no such folder")
    return Path(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
