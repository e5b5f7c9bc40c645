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

from handrail.chains.calling import NAMES

_PLACES = ("host", "port", "database")
_OTHER_WORDS = {"dbname": "database", "db": "database", "unix_socket": "host"}
_LEADING_ON = ("hostaddr", "service")
"""Words with which libpq leads elsewhere, whatever host and database are named."""
_MYSQL_PLACES = ("unix_socket", "host", "port", "database", "read_default_file")
_MYSQL_USUAL: Mapping[str, Any] = {"port": 3306}
_MYSQL_LEADING_ON = {
    "default_file",
    "default_group",
    "dsn",
    "failover",
    "option_files",
    "option_groups",
    "pool_name",
    "read_default_group",
}
"""Words with which one or another of MySQL's drivers leads elsewhere."""


def leads_to(url: URL, arguments: Sequence[Any], options: Mapping[str, Any]) -> bool:
    """Whether a driver that is called so connects to the database behind ``url``."""
    texts = [each for each in arguments if isinstance(each, str)]
    named = {key: value for key, value in options.items() if value is not None}
    if url.get_backend_name() in NAMES:
        return not texts and _leads_to_mysql(url, named)
    texts.append(named.pop("dsn", ""))
    try:
        place = _from_environment(url) | _from_texts(texts) | named
    except psycopg.ProgrammingError:
        return False
    if any(place.get(word) for word in _LEADING_ON):
        return False
    given = {_OTHER_WORDS.get(key, key): str(value) for key, value in place.items() if value}
    return all(given.get(key) == value for key, value in _place_of(url).items())


def _leads_to_mysql(url: URL, named: Mapping[str, Any]) -> bool:
    """By name alone, since each driver has an order of its own; a socket goes before localhost."""
    own, given = dict(_MYSQL_USUAL), dict(_MYSQL_USUAL)
    own.update(url.get_dialect()().create_connect_args(url)[1])
    given.update({"database" if key == "db" else key: value for key, value in named.items()})
    if "unix_socket" in own and given.get("host") == "localhost":
        del given["host"]
    same = all(str(given.get(word)) == str(own.get(word)) for word in _MYSQL_PLACES)
    return same and _MYSQL_LEADING_ON.isdisjoint(given)


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
