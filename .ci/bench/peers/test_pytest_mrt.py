"""The test of pytest-mrt that goes up and down over rows of its own."""

from pytest_mrt.default_tests import (  # noqa: F401 - pytest runs it
    test_mrt_up_down_consistency,
)
