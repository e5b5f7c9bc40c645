"""What ``--database`` is told of a server: read as libpq reads it, never shown with a secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo

from handrail.errors import TargetError

_PLACE = ("user", "password", "host", "port", "dbname")
_UNREADABLE = "the URL cannot be read as that of a PostgreSQL server"
_ENCODE = "write what is special in user and password as %40 for @, %2F for /, %3A for :"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, in libpq's own words, and what may be shown of that."""

    parameters: Mapping[str, str] = field(repr=False)
    shown: str

    @property
    def password(self) -> str:
        """Empty where it stands elsewhere: in a pgpass file, a service, the environment."""
        return self.parameters.get("password", "")


def address(given: str) -> Address:
    """What a URL of PostgreSQL says; the name of a driver in it is left out.

    Nothing of it stands in the TargetError that is raised where it cannot be read: what cannot be
    read may be a part of the password.
    """
    scheme, slashes, rest = given.partition("://")
    ours = slashes and scheme.partition("+")[0] in ("postgres", "postgresql")
    try:
        read = conninfo_to_dict(f"postgresql://{rest if ours else '%'}")
    except psycopg.Error:
        raise TargetError(_UNREADABLE, where="--database", then=_ENCODE) from None
    parameters = {name: str(value) for name, value in read.items() if value is not None}
    ports = parameters.get("port", "").replace(",", "")
    places = parameters.get("host", "") + parameters.get("dbname", "")
    if "@" in places or not (ports.isdigit() or not ports):
        raise TargetError(_UNREADABLE, where="--database", then=_ENCODE)
    hidden = (_secrets() & parameters.keys()) - {"password"}
    if hidden:
        what = f"a URL with {' and '.join(sorted(hidden))} is not taken"
        raise TargetError(what, where="--database", then="of all secrets a password alone is")
    return Address(parameters, _shown(parameters))


def _secrets() -> set[str]:
    """What libpq itself says is not to be displayed, or not to everybody."""
    return {each.keyword.decode() for each in Conninfo.get_defaults() if each.dispchar}


def _shown(parameters: Mapping[str, str]) -> str:
    host = parameters.get("host", "")
    bracketed = {**parameters, "host": f"[{host}]" if ":" in host else host}
    user, host, port, name = (
        quote(bracketed.get(part, ""), safe=",:[]") for part in ("user", "host", "port", "dbname")
    )
    place = f"{user}{'@' if user else ''}{host}{':' if port else ''}{port}"
    more = urlencode(
        {key: value for key, value in parameters.items() if key not in _PLACE}, quote_via=quote
    )
    return f"postgresql://{place}/{name}{'?' if more else ''}{more}"
