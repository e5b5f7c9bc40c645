"""The four tests that pytest-alembic has switched on."""

from pytest_alembic.tests import (  # noqa: F401 - pytest runs them
    test_model_definitions_match_ddl,
    test_single_head_revision,
    test_up_down_consistency,
    test_upgrade,
)
