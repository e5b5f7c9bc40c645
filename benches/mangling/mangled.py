"""The contents of a file with something in it that nobody meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

_JUNK = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc3", b"\r", b"\t", b"\x1b[31m", "\u2028".encode()),
    *(b"'", b'"', b'"""', b"`", b"$$", b"(", b")", b"[", b"]", b"{", b"}", b"%", b"%(here)s"),
    *(b"%(nothing)s", b"{0}", b"\\", b"\\N{x}", b"--", b"/*", b"*/", b";", b"#", b"@", b"|", b":"),
    *(b"=", b",", b"\n", b"\n\n[", b"\n    ", b"0", b"-1", b"9" * 400, b"1e999", b"nan", b"NULL"),
    *(b"\nraise SystemExit\n", b"\nimport nothing_of_that_name\n", b"\nraise ValueError\n"),
    *(b"CHECK (", b"SELECT", b"CASE WHEN", b"IN (", b" OR ", b"NOT ", b"E'", b"::text", b"x'0'"),
    *(b"Scenario Outline:", b"Examples:", b"Rule:", b"@tdd_issue_", b"@tdd_expected_fail", b'"""'),
    *(b"True", b"[[", b"'' = ''", b"lambda: 0", b"None", b"*" * 50, b"(" * 300, b"not " * 400),
)


def mangled(contents: bytes, chance: Random) -> bytes:
    """The contents after one to three accidents; alike for a chance that is alike."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        contents = chance.choice(_ACCIDENTS)(contents, chance)
    return contents


def _cut(contents: bytes, chance: Random) -> bytes:
    begin, end = _span(contents, chance)
    return contents[:begin] + contents[end:]


def _twice(contents: bytes, chance: Random) -> bytes:
    begin, end = _span(contents, chance)
    return contents[:end] + contents[begin:]


def _ended(contents: bytes, chance: Random) -> bytes:
    return contents[: chance.randint(0, len(contents))]


def _junk(contents: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(contents))
    return contents[:at] + chance.choice(_JUNK) + contents[at:]


def _word(contents: bytes, chance: Random) -> bytes:
    """One word is another one of the same file, or junk."""
    words = contents.split(b" ")
    words[chance.randrange(len(words))] = chance.choice((*words, *_JUNK))
    return b" ".join(words)


def _flipped(contents: bytes, chance: Random) -> bytes:
    if not contents:
        return contents
    at = chance.randrange(len(contents))
    return contents[:at] + bytes([contents[at] ^ 1 << chance.randrange(8)]) + contents[at + 1 :]


def _lines(contents: bytes, chance: Random) -> bytes:
    """Two lines have changed places."""
    lines = contents.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _span(contents: bytes, chance: Random) -> tuple[int, int]:
    begin = chance.randint(0, len(contents))
    return begin, min(len(contents), begin + chance.choice((1, 1, 4, 20, 100)))


_ACCIDENTS: Sequence[Callable[[bytes, Random], bytes]] = (
    *(_junk, _junk, _junk, _word, _word),
    *(_cut, _cut, _twice, _ended, _flipped, _lines),
)
