"""``python -m handrail.acceptance.feature_lint [FEATURES [STEPS [ROBOT]]]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from handrail.acceptance import feature_lint, tagged_features
from handrail.acceptance.feature_lint.problems import Problem
from handrail.acceptance.feature_lint.scenarios import scenario_problems, tag_problems
from handrail.acceptance.feature_lint.settings import Settings, read_settings
from handrail.acceptance.feature_lint.step_definitions import step_problems
from handrail.errors import HandrailError


def main(arguments: Sequence[str]) -> int:
    """Print the problems of the three folders, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m handrail.acceptance.feature_lint",
        description=feature_lint.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("features", nargs="?", default="features")
    parser.add_argument("steps", nargs="?", default="steps")
    parser.add_argument("robot", nargs="?")
    given = parser.parse_args(arguments)
    try:
        problems = sorted(set(_problems(given.features, given.steps, given.robot)))
    except HandrailError as error:
        print(error, file=sys.stderr)
        return 2
    print(*problems, f"problems: {len(problems)}", sep="\n")
    return 1 if problems else 0


def _problems(features: str, steps: str, robot: str | None) -> Iterator[Problem]:
    settings = read_settings(Path("pyproject.toml"))
    read = tagged_features.read_features([features])
    yield from tag_problems(tagged_features.tagged_in(read), settings)
    yield from scenario_problems(read)
    yield from step_problems(read, steps, settings)
    if robot:
        yield from _suite_problems(robot, settings)


def _suite_problems(robot: str, settings: Settings) -> Iterator[Problem]:
    # Who has no Robot suites does not wait for Robot Framework.
    from handrail.acceptance import tagged_suites
    from handrail.acceptance.feature_lint.keywords import keyword_problems

    suite = tagged_suites.read_suite(robot)
    yield from tag_problems(tagged_suites.tagged_in(suite), settings)
    yield from keyword_problems(Path(robot), suite)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
