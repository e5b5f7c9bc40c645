"""What a direction sends to PostgreSQL as one text, each line of which has a place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from handrail.audit.moves import HOLE
from handrail.audit.reading import Reading, Sent
from handrail.model import Direction, Location


@dataclass(slots=True)
class Script:
    """One direction of one revision as SQL; ``origins`` tells what each line was written for.

    What Handrail puts in itself has no origin: a COMMIT before what stands outside of the
    transaction, a BEGIN after it.
    """

    revision: str
    direction: Direction
    file: str
    lines: list[str] = field(default_factory=list)
    origins: list[Sent | None] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole of it."""
        return "\n".join(self.lines)

    def add(self, text: str, origin: Sent | None) -> None:
        """Put in a statement, or several."""
        added = [*text.rstrip().split("\n"), ";"]
        self.lines += added
        self.origins += [origin] * len(added)

    def place(self, line: int) -> Location | None:
        """Where the line stands in the sources; None where it does not."""
        origin = self.origins[line]
        if origin is None:
            return None
        if not origin.is_file:
            return origin.location
        return Location(origin.location.file, origin.location.line + line - self._first(origin))

    def _first(self, origin: Sent) -> int:
        return next(at for at, each in enumerate(self.origins) if each is origin)


def scripts(reading: Reading) -> Iterator[Script]:
    """A script for each direction that is known to send something."""
    for direction, all_sent in reading.sent.items():
        if texts := [(text, sent) for sent in all_sent if (text := _text(sent))]:
            script = Script(reading.revision, direction, reading.bodies[direction].location.file)
            _fill(script, texts)
            yield script


def without(script: Script, lines: Collection[int]) -> Script:
    """The same without what was written for these lines; a table that it makes has no columns."""
    left_out = {id(script.origins[line]) for line in lines}
    origins = {id(origin): origin for origin in script.origins if origin}
    again = Script(script.revision, script.direction, script.file)
    kept = (
        (_stubs(origin) if at in left_out else _text(origin), origin)
        for at, origin in origins.items()
    )
    _fill(again, [(text, origin) for text, origin in kept if text])
    return again


def _fill(script: Script, texts: Iterable[tuple[str, Sent]]) -> None:
    inside = True
    for text, sent in texts:
        if sent.apart is inside:
            script.add("COMMIT" if inside else "BEGIN", None)
            inside = not inside
        script.add(text, sent)


def _text(sent: Sent) -> str:
    """The SQL of it, empty where that cannot be told."""
    if isinstance(sent.what, str):
        return "" if HOLE in sent.what else sent.what
    from handrail.audit.rendering import rendered

    return rendered(sent.what) or _stubs(sent)


def _stubs(sent: Sent) -> str:
    """The tables that it makes, since what is done to a new table holds up nobody."""
    known = (name for name in sent.makes if name and HOLE not in name)
    quoted = (".".join(f'"{part}"' for part in name.split(".")) for name in known)
    return "\n".join(f"CREATE TABLE {name} ();" for name in quoted)
