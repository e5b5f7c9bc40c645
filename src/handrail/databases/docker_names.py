"""What ``docker:IMAGE`` says: which image, and which kind of server is expected in it."""

from __future__ import annotations

SCHEME = "docker"
"""How ``--database`` says that an image follows; ``docker+mariadb:IMAGE`` says the kind too."""
SIGNS = {"PGDATA": "postgresql", "MARIADB_VERSION": "mariadb", "MYSQL_VERSION": "mysql"}
"""The setting by which the public images, and what is built on them, are known."""
_TOLD_BY_NAME = ("mariadb", "mysql")


def is_image(asked: str) -> bool:
    """Whether an image is asked for."""
    scheme, colon, _ = asked.partition(":")
    return bool(colon) and scheme.partition("+")[0] == SCHEME


def image_of(asked: str) -> str:
    """The image, as the engine calls it."""
    return asked.partition(":")[2]


def kind_of(asked: str) -> str:
    """The kind that is said, else the one that the image's name tells, else PostgreSQL.

    No engine is asked: whether the image holds that kind is seen when it is started.
    """
    said = asked.partition(":")[0].partition("+")[2]
    name = image_of(asked).rpartition("/")[2].partition(":")[0]
    return said or next((kind for kind in _TOLD_BY_NAME if kind in name), "postgresql")
