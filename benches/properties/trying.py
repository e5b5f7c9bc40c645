"""How a property is tried: bounded and alike in each run, or longer with another seed."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.strategies import SearchStrategy

TIMES = int(os.environ.get("HANDRAIL_TRIES", "1"))
"""How many times as much is tried as in every run."""
SEED = int(os.environ.get("HANDRAIL_SEED", "0"))
"""What the longer run begins with; 0 tries the same things each time."""


def tried(examples: int, made_up: SearchStrategy[Any], holds: Callable[[Any], None]) -> None:
    """Nothing that was made up is against it; else an AssertionError with the smallest that is."""
    kept = settings(
        max_examples=examples * TIMES,
        database=None,
        derandomize=not SEED,
        deadline=None,
        print_blob=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    property_ = kept(given(made_up)(holds))
    (seed(SEED)(property_) if SEED else property_)()
