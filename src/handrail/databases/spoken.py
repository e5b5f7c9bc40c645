"""What a database said, in its own words."""

from __future__ import annotations

import re
import sys

_OWN_NAME = re.compile(r"(`?)handrail_[a-z0-9_]{8}_\d+\1\.")
"""A scratch database before what is in it: another one each time."""
_COPY = re.compile(r"(?<=#sql-)(alter|\w+)-[\w-]+")
"""What a table is called while it is altered."""


def said(error: BaseException) -> str:
    """The words of an error; PyMySQL's own have a number and words, and would print as a tuple.

    These name neither a scratch database nor a copy that a table is altered by, so that the same
    is said each time. Nobody who does without that driver has to import it.
    """
    driver = sys.modules.get("pymysql")
    if driver and isinstance(error, driver.MySQLError) and len(error.args) > 1:
        return _COPY.sub(r"\1", _OWN_NAME.sub("", str(error.args[1])))
    return str(error)
