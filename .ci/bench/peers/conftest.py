"""The peers over the chain and the database that the environment names."""

from __future__ import annotations

import os

import pytest
import sqlalchemy as sa
from alembic.config import Config

INI, URL = os.environ["BENCH_INI"], os.environ["BENCH_URL"]


def pytest_configure(config: pytest.Config) -> None:
    """Where pytest-mrt, if it is there, looks for its configuration."""
    try:
        from pytest_mrt import MRTConfig
    except ImportError:
        return
    config._mrt_config = MRTConfig(alembic_ini=INI, db_url=URL)


@pytest.fixture
def alembic_config() -> Config:
    config = Config(INI)
    config.set_main_option("sqlalchemy.url", URL.replace("%", "%%"))
    return config


@pytest.fixture
def alembic_engine() -> sa.Engine:
    return sa.create_engine(URL, poolclass=sa.NullPool)


@pytest.fixture
def migration_db_url() -> str:
    return URL
