"""The values that are tried in a column, best first."""

from __future__ import annotations

import pickle
import struct
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from handrail.model import Column, Value
from handrail.rows.declared import Declared, Family, admits, declared
from handrail.rows.literals import constant

_DAY = datetime(2024, 2, 29, 12, 0, 0)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LONGEST = 300
"""A text as long as its column allows is put in up to this many characters."""

_SAMPLES: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("interval", lambda serial: f"{serial} days"),
    ("multirange", lambda serial: f"{{[{_later(serial)},{_later(serial + 1)})}}"),
    ("daterange", lambda serial: f"[{_later(serial)},{_later(serial + 1)})"),
    ("tsrange", lambda serial: f"[{_later(serial)},{_later(serial + 1)})"),
    ("tstzrange", lambda serial: f"[{_later(serial)},{_later(serial + 1)})"),
    ("range", lambda serial: f"[{10 * serial},{10 * serial + 5})"),
    ("inet", lambda serial: f"192.0.2.{serial % 256}"),
    ("cidr", lambda serial: f"192.0.{serial % 256}.0/24"),
    ("macaddr8", lambda serial: f"08:00:2b:01:02:03:04:{serial % 256:02x}"),
    ("macaddr", lambda serial: f"08:00:2b:01:02:{serial % 256:02x}"),
    ("point", lambda serial: f"({serial},2)"),
    ("box", lambda serial: f"({serial},2),(0,0)"),
    ("circle", lambda serial: f"<(1,2),{serial}>"),
    ("xml", lambda serial: f"<a>{serial}</a>"),
    ("hstore", lambda serial: f"a=>{serial}"),
    ("money", lambda serial: f"{serial}.25"),
)
"""The first whose word is in the type's text makes the value."""

_BY_MARIADB: Mapping[str, Callable[[int, int], Value]] = {
    "bit": lambda serial, size: serial % 2**size,
    "geometry": lambda serial, _: _point(serial),
    "inet6": lambda serial, _: f"2001:db8::{serial:x}",
    "point": lambda serial, _: _point(serial),
    "year": lambda serial, _: str(2000 + serial % 100),
}
"""The same for types that are MariaDB's own, or taken otherwise there; by the size as well."""

_RECORDS = ("(,)", "(,,)", "(,,,)", "()")
"""Values of composite types, whose parts no catalog tells here."""


def _point(serial: int) -> bytes:
    """A point as MariaDB keeps it: a number for its system of coordinates, then its WKB."""
    return struct.pack("<IBIdd", 0, 1, 1, serial, 2)


def _later(serial: int) -> str:
    return str((_DAY + timedelta(days=serial)).date())


def candidates(
    column: Column, *, dialect: str, literals: Sequence[Value] = (), serial: int = 1, key: bool
) -> tuple[Value, ...]:
    """Values that are legal for the declared type, each once, in order of preference.

    ``literals`` come first, then the default and the plausible values of the type, of which the
    first carries ``serial``; NULL is last, where it is allowed. For a ``key`` the plausible ones
    come before the literals, since rows must differ there.
    """
    kind = declared(column.type, column.name)
    default = constant(column.default, dialect)
    known = [*literals, *([] if default is None else [default])]
    plain = list(_plausible(column, kind, serial, dialect))
    ordered = [*plain, *known] if key else [*known, *plain]
    found = _once(value for value in ordered if admits(kind, value))
    return (*found, *([None] if column.nullable else []))


def _once(values: Iterable[Value]) -> list[Value]:
    """Each value once; 1, 1.0 and True are three."""
    return list({(type(value), value): value for value in values}.values())


def _plausible(column: Column, kind: Declared, serial: int, dialect: str) -> Iterator[Value]:
    name, family = column.name, kind.family
    if family is Family.TEXT:
        yield from _texts(name, kind.size, serial)
    elif family is Family.INTEGER:
        yield from (serial, 0, -1, serial + 1, kind.greatest)
    elif family is Family.NUMBER:
        # A fraction first: what a cast to whole numbers cuts off is seen on no whole number.
        places = kind.scale if kind.size else 2
        yield from (round(serial + 0.25, places), serial, 0, -1.5, round(0.123456789, kind.scale))
    elif family is Family.BOOLEAN:
        yield from (True, False) if dialect == "postgresql" else (1, 0)
    elif family is Family.UUID:
        yield _uuid(serial).hex if kind.size == 32 else str(_uuid(serial))
    elif family is Family.BINARY:
        yield from (f"{name}-{serial}".encode(), b"", b"\x00\xff")
    elif family is Family.JSON:
        yield from (f'{{"{name}": {serial}}}', "{}", "[]")
    elif family in (Family.ARRAY, Family.PICKLE):
        yield from _packed(column, kind, serial, dialect)
    elif family is Family.OTHER:
        yield from _others(column, kind, serial, dialect)
    else:
        yield from _moments(family, serial)


def _others(column: Column, kind: Declared, serial: int, dialect: str) -> Iterator[Value]:
    """What is known to be legal for a type of its own kind, else a word and a number."""
    own = (made for word, made in _BY_MARIADB.items() if column.type.startswith(word))
    here = next(own, None) if dialect == "mariadb" else None
    sample = next((sample for word, sample in _SAMPLES if word in column.type.lower()), None)
    if here:
        yield here(serial, kind.size or 1)
    elif sample:
        yield sample(serial)
    elif column.type.startswith("bit"):
        size = kind.size or 1
        yield f"{serial:b}".rjust(size, "0")[-size:]
    else:
        yield from (f"{column.name}-{serial}", serial, *_RECORDS)


def _packed(column: Column, kind: Declared, serial: int, dialect: str) -> Iterator[Value]:
    """Something pickled; or a list of one element, where it is clear what can be one, and none."""
    if kind.family is Family.PICKLE:
        yield pickle.dumps({column.name: serial}, protocol=4)
        return
    one = Column(column.name, column.type.removesuffix("[]"))
    element = declared(one.type)
    if element.family not in (Family.OTHER, Family.JSON, Family.BINARY, Family.ARRAY):
        yield f'{{"{next(_plausible(one, element, serial, dialect))!s}"}}'
    yield "{}"


def _texts(name: str, size: int | None, serial: int) -> Iterator[str]:
    """A readable one with the serial number, then unicode, full length and the empty text.

    Where the size is that of a ULID or of a UUID, nothing but that.
    """
    if size in _IDENTIFIERS:
        yield _IDENTIFIERS[size](serial)
        return
    mark = f"-{serial}"
    room = size if size is not None else _LONGEST
    yield (name[: room - len(mark)] + mark)[-room:] if room > len(mark) else str(serial)[-room:]
    yield "Ünïcødé ✓ 漢字"[:room]
    if size is not None and size <= _LONGEST:
        yield "x" * size
    yield ""


def _uuid(serial: int) -> uuid.UUID:
    """A valid random-style UUID that ends in the serial number."""
    return uuid.UUID(int=(0x4 << 76) | (0x8 << 60) | serial)


def _ulid(serial: int) -> str:
    """A valid ULID that ends in the serial number, in Crockford's base 32."""
    digits = ""
    while serial:
        serial, rest = divmod(serial, 32)
        digits = _CROCKFORD[rest] + digits
    return "01HZ" + digits.rjust(22, "0")


def _moments(family: Family, serial: int) -> Iterator[str]:
    """The serial number counts seconds, or days, from the noon of a leap day."""
    if family is Family.DATE:
        yield from (str((_DAY + timedelta(days=serial)).date()), "1970-01-01", "2038-01-20")
        return
    moment = _DAY + timedelta(seconds=serial)
    if family is Family.TIME:
        yield from (str(moment.time()), "00:00:00", "23:59:59")
    else:
        yield from (str(moment), "1970-01-01 00:00:00", "2038-01-19 03:14:08")


_IDENTIFIERS: Mapping[int | None, Callable[[int], str]] = {
    26: _ulid,
    36: lambda serial: str(_uuid(serial)),
}
"""What a text of exactly that size is taken for."""
