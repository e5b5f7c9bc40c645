"""Where a driver's connection would lead, told from what the driver is given (pure, but for libpq).

Only what can be read for certain leads to the database of the run; all else leads elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo
from sqlalchemy import URL

_PLACES = ("host", "port", "database")
_OTHER_WORDS = {"dbname": "database", "db": "database", "unix_socket": "host"}
_LEADING_ON = ("hostaddr", "service")
"""Words with which libpq leads elsewhere, whatever host and database are named."""


def leads_to(url: URL, arguments: Sequence[Any], options: Mapping[str, Any]) -> bool:
    """Whether a driver that is called so connects to the database behind ``url``."""
    named = {key: value for key, value in options.items() if value is not None}
    texts = [*(each for each in arguments if isinstance(each, str)), named.pop("dsn", "")]
    try:
        place = _from_environment(url) | _from_texts(texts) | named
    except psycopg.ProgrammingError:
        return False
    if any(place.get(word) for word in _LEADING_ON):
        return False
    given = {_OTHER_WORDS.get(key, key): str(value) for key, value in place.items() if value}
    return all(given.get(key) == value for key, value in _place_of(url).items())


def _place_of(url: URL) -> dict[str, str]:
    """What a connection there is given at least."""
    host, port = url.query.get("host", url.host), url.query.get("port", url.port)
    place = zip(_PLACES, (host, port, url.database), strict=True)
    return {key: str(value) for key, value in place if value is not None}


def _from_environment(url: URL) -> dict[str, Any]:
    """What libpq fills in by itself."""
    if url.get_backend_name() != "postgresql":
        return {}
    options = Conninfo.get_defaults()
    return {each.keyword.decode(): each.val.decode() for each in options if each.val}


def _from_texts(texts: Sequence[str]) -> dict[str, Any]:
    return {key: value for text in texts for key, value in conninfo_to_dict(text).items()}
