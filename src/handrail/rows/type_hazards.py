"""Values of a column that its type on the far side shuts out, or makes into others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handrail.model import Column, Value
from handrail.rows.declared import Declared, Family, admits, declared

_NO_NUMBER: tuple[Value, ...] = ("word", "", "007")
"""Texts that are no number, and one that comes back from being one with other digits."""
_NEITHER: tuple[Value, ...] = ("word", "")
_DECEMBER = "2024-12-31 23:30:00"
"""A moment that is in another day, month and year a zone further east."""
_FOLDS: tuple[Value, ...] = ("2024-10-27 00:30:00+00", "2024-11-03 05:30:00+00")
"""Moments whose hour is there twice, on European clocks and on American ones."""
_GAPS: tuple[Value, ...] = ("2024-03-31 02:30:00", "2024-03-10 02:30:00")
"""Hours that those clocks leave out."""
_AFTER_THE_SECONDS = "2038-01-19 03:14:08"
"""A moment for which MariaDB's TIMESTAMP has no room."""
_TOO_MUCH_FOR_A_BYTE = 128
_LETTERS_BEYOND: Mapping[str, Value] = MappingProxyType(
    {"ascii": "ü", "latin1": "漢", "utf8": "😀", "utf8mb3": "😀"}
)
"""What MariaDB's sets of characters lack."""

_ELSEWHERE: Mapping[tuple[Family, Family], tuple[Value, ...]] = MappingProxyType(
    {
        (Family.TEXT, Family.INTEGER): _NO_NUMBER,
        (Family.TEXT, Family.NUMBER): _NO_NUMBER,
        (Family.TEXT, Family.BOOLEAN): _NEITHER,
        (Family.TEXT, Family.DATE): _NEITHER,
        (Family.TEXT, Family.TIME): _NEITHER,
        (Family.TEXT, Family.TIMESTAMP): _NEITHER,
        (Family.TEXT, Family.UUID): _NEITHER,
        (Family.TEXT, Family.JSON): _NEITHER,
        (Family.TEXT, Family.ARRAY): _NEITHER,
        (Family.TEXT, Family.OTHER): _NEITHER,
        (Family.TEXT, Family.BINARY): ("\\x",),
        (Family.BINARY, Family.TEXT): (b"\x00\xff",),
        (Family.NUMBER, Family.INTEGER): (1.5,),
        (Family.NUMBER, Family.BOOLEAN): (2,),
        (Family.INTEGER, Family.BOOLEAN): (2,),
        (Family.TIMESTAMP, Family.DATE): (_DECEMBER,),
        (Family.TIMESTAMP, Family.TIME): (_DECEMBER,),
    }
)
"""What goes wrong where a type becomes one of another family."""


def narrowed(near: Column, far: Column, dialect: str) -> Iterator[Value]:
    """Values of the near type for which the far type, of the same family, has no room.

    SQLite makes room for everything.
    """
    here, there = declared(near.type, near.name), declared(far.type, far.name)
    if dialect == "mariadb" and here.family is Family.TEXT:
        yield from _unspelled(near, far)
    if near.type == far.type or here.family is not there.family or dialect == "sqlite":
        return
    yield from _of(here, _too_large(here, there, near.type, far.type, dialect))


def retyped(near: Column, far: Column, dialect: str) -> Iterator[Value]:
    """Values of the near type that are none of the far type, or others there."""
    here, there = declared(near.type, near.name), declared(far.type, far.name)
    if near.type == far.type:
        return
    if Family.ARRAY in (here.family, there.family) and here.family is there.family:
        yield from _elements(near, far, dialect)
    elif here.family is not there.family:
        found = _ELSEWHERE.get((here.family, there.family), ())
        yield from _of(here, (*found, *_too_many_digits(here, there, far.type, dialect)))
    elif dialect != "sqlite":
        yield from _of(here, _other_ways(here, near.type.lower(), far.type.lower()))


def _of(kind: Declared, values: tuple[Value, ...]) -> Iterator[Value]:
    yield from (value for value in values if admits(kind, value))


def _unspelled(near: Column, far: Column) -> Iterator[Value]:
    """A text that the characters of the far side cannot write, told by its collation."""
    here, there = ((each.collation or "utf8mb4").split("_")[0] for each in (near, far))
    if here != there and there in _LETTERS_BEYOND:
        yield _LETTERS_BEYOND[there]


def _too_large(
    here: Declared, there: Declared, near: str, far: str, dialect: str
) -> tuple[Value, ...]:
    """The shortest text, the smallest number, the fewest digits that are too many."""
    found: list[Value] = []
    if here.family is Family.INTEGER:
        found += _beyond_bits(here, there)
    elif there.room is not None and (here.room is None or here.room > there.room):
        found += _beyond(here.family, there.room)
    if here.family is Family.NUMBER and _is_cut(here, there):
        found.append(round(5 * 10.0 ** -(there.scale + 1), there.scale + 1))
    if "double" in near and far.startswith(("real", "float")):
        found += [1.23456789, 1e300]
    if here.family in (Family.TIMESTAMP, Family.TIME) and _microseconds(there) < _microseconds(
        here
    ):
        day = "2024-02-29 " if here.family is Family.TIMESTAMP else ""
        found.append(f"{day}12:00:01.654321")
    if far.startswith("bit") and there.size and (here.size or there.size + 1) > there.size:
        found.append(2**there.size if dialect == "mariadb" else "1" * (there.size + 1))
    return tuple(found)


def _beyond(family: Family, room: int) -> list[Value]:
    too_long: dict[Family, Value] = {
        Family.TEXT: "x" * (room + 1),
        Family.BINARY: b"x" * (room + 1),
        Family.NUMBER: 10**room,
    }
    return [too_long[family]] if family in too_long else []


def _beyond_bits(here: Declared, there: Declared) -> Iterator[Value]:
    if here.greatest > there.greatest:
        yield there.greatest + 1
    if there.unsigned and not here.unsigned:
        yield -1


def _is_cut(here: Declared, there: Declared) -> bool:
    """Whether digits behind the point are lost; a number without sizes has as many as it likes."""
    return there.size is not None and (here.size is None or here.scale > there.scale)


def _microseconds(kind: Declared) -> int:
    return 6 if kind.size is None else kind.size


def _too_many_digits(here: Declared, there: Declared, far: str, dialect: str) -> tuple[Value, ...]:
    """A whole number that the other type has no room for, or only nearly."""
    if here.family is Family.NUMBER and there.family is Family.INTEGER and dialect != "sqlite":
        return (there.greatest + 1,)
    if dialect == "mariadb" and there.family is Family.BOOLEAN:
        return (_TOO_MUCH_FOR_A_BYTE,)
    if here.family is not Family.INTEGER or there.family not in (Family.NUMBER, Family.TEXT):
        return ()
    if there.size is not None:
        return (10 ** (there.size - there.scale),) if dialect != "sqlite" else ()
    if there.family is Family.TEXT or "num" in far.lower() or "dec" in far.lower():
        return ()
    in_single = far.startswith(("real", "float")) and dialect != "sqlite"
    return (2**24 + 1,) if in_single else (2**53 + 1,)


def _other_ways(here: Declared, near: str, far: str) -> tuple[Value, ...]:
    """What two types of one family keep differently."""
    if (near, far) == ("json", "jsonb"):
        return ('{"b": 1, "a": 2, "b": 3}', '{"a": "\\u0000"}')
    if here.family is Family.TIMESTAMP and ("with time zone" in near) != ("with time zone" in far):
        return _FOLDS if "with time zone" in near else _GAPS
    if near.startswith("datetime") and far.startswith("timestamp"):
        return (_AFTER_THE_SECONDS,)
    if _is_padded(far) and not _is_padded(near):
        return (b"x",) if here.family is Family.BINARY else ("x ",)
    return ()


def _is_padded(type_text: str) -> bool:
    return type_text.startswith(("character(", "bpchar", "char(", "binary("))


def _elements(near: Column, far: Column, dialect: str) -> Iterator[str]:
    """Lists of one element that the elements of the far side shut out."""
    one = Column(near.name, near.type.removesuffix("[]"))
    other = Column(far.name, far.type.removesuffix("[]"))
    for value in (*narrowed(one, other, dialect), *retyped(one, other, dialect)):
        yield f'{{"{value!s}"}}'
