"""What ``--database`` is told of a MariaDB or MySQL server, never shown with a secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from handrail.errors import TargetError

KINDS = ("mariadb", "mysql")
"""The schemes of URLs that are understood, which are SQLAlchemy's names of the dialects too."""
_UNREADABLE = "the URL cannot be read as that of a MariaDB or MySQL server"
_ENCODE = "write what is special in user and password as %40 for @, %2F for /, %3A for :"
_SECRETS = ("passwd", "password", "ssl_key_password")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, as the URL has it, and what may be shown of that."""

    url: URL = field(repr=False)
    """With the driver that Handrail uses, and without the database that was named."""
    shown: str

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What the driver is told, the password included."""
        _, options = self.url.get_dialect()().create_connect_args(self.url)
        return {name: value for name, value in options.items() if name != "client_flag"}

    @property
    def password(self) -> str:
        """Empty where it stands elsewhere: in an option file that the URL names."""
        return str(self.url.password or "")


def address(given: str) -> Address:
    """What such a URL says; the name of a driver in it is left out.

    Nothing of it stands in the TargetError that is raised where it cannot be read: what cannot be
    read may be a part of the password.
    """
    try:
        read = make_url(given)
    except (ArgumentError, ValueError):
        raise TargetError(_UNREADABLE, where="--database", then=_ENCODE) from None
    kind = read.get_backend_name()
    if kind not in KINDS or "@" in f"{read.host}{read.database}":
        raise TargetError(_UNREADABLE, where="--database", then=_ENCODE)
    hidden = sorted(set(_SECRETS) & read.query.keys())
    if hidden:
        what = f"a URL with {' and '.join(hidden)} in its query is not taken"
        raise TargetError(what, where="--database", then="as in mysql://USER:PASSWORD@HOST")
    url = read.set(drivername=f"{kind}+pymysql", database="")
    return Address(url, _shown(kind, read))


def _shown(kind: str, url: URL) -> str:
    host = f"[{url.host}]" if ":" in (url.host or "") else url.host or ""
    user = quote(url.username or "", safe="")
    port = f":{url.port}" if url.port else ""
    more = urlencode(url.query, doseq=True, quote_via=quote)
    place = f"{user}{'@' if user else ''}{host}{port}"
    return f"{kind}://{place}/{url.database or ''}{'?' if more else ''}{more}"
