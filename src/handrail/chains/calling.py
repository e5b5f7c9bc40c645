"""By which of its two names a target knows MariaDB; pure.

SQLAlchemy has two dialects for it, ``mariadb`` and ``mysql``, and takes the one that the URL names,
whatever server answers. Revisions ask for that name, and options of tables bear it.
"""

from __future__ import annotations

NAMES = ("mariadb", "mysql")


def called(driver: str, *urls: object) -> str:
    """``driver`` under the name in the first of these URLs that has one of the two.

    Nothing else of a URL is looked at. Drivers of other databases stay as they are.
    """
    own, _, library = driver.partition("+")
    schemes = (str(url).partition(":")[0].partition("+")[0] for url in urls)
    name = next((scheme for scheme in schemes if scheme in NAMES), own)
    return f"{name}+{library}" if own in NAMES else driver
