"""What a finding is as a scenario: the steps that show it, and the words in which they fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from handrail.model import Direction, Finding, Row, Trail
from handrail.model.trail import Column
from handrail.rows.cells import cell
from handrail.writing.lines import Cells, Line
from handrail.writing.patterns import alike

REVISION = re.compile(r"[\w.+@-]+")
"""What the phrases take for a revision: an identifier, or head, base, -1."""
_ENDS_NAME = re.compile(r'["\\]')
_WAYS = {Direction.UPGRADE: "up", Direction.DOWNGRADE: "down"}


@dataclass(frozen=True, slots=True)
class Form:
    """The steps of a scenario, and a pattern for the message of the one that fails."""

    lines: tuple[Line, ...]
    fails_with: str


def form(finding: Finding, chain: str, verb: str) -> Form:
    """The finding as steps over ``chain``: a name or a path, as the phrases take it.

    A rule that has no form of its own is asked of the one revision, by what found it: ``walk`` or
    ``read``.
    """
    if finding.trail is None or is_asked(finding):
        return _asked(finding, chain, verb)
    given = tuple(_begun(finding, finding.trail, chain))
    return _FORMS[finding.rule](finding, finding.trail, given)


def is_asked(finding: Finding) -> bool:
    """Whether its scenario asks for all that breaks the rule at the revision."""
    return finding.trail is None or finding.rule not in _FORMS or not _can_be_named(finding)


def can_be_told(finding: Finding, chain: str) -> bool:
    """Whether the phrases can carry its revisions and the chain, and no setting of its own."""
    if finding.enforced:
        return False
    revisions = (finding.revision, *(finding.trail.start if finding.trail else ()))
    return all(map(REVISION.fullmatch, revisions)) and _is_plain(chain)


def _can_be_named(finding: Finding) -> bool:
    """Whether its tables and columns can stand in a phrase and over a table."""
    trail = finding.trail
    held = [(each.table, each.values) for each in trail.rows] if trail else []
    held += [(each.table, each.before or {}) for each in finding.evidence.changed]
    names = {name for table, values in held for name in (table, *values)}
    many = {trail.many.table} if trail and trail.many else set()
    return all(map(_is_plain, names | many))


def _is_plain(name: str) -> bool:
    return name.isprintable() and name == name.strip() and not _ENDS_NAME.search(name)


def _begun(finding: Finding, trail: Trail, chain: str) -> Iterator[Line]:
    """A database at the start of the trail, with its rows."""
    first, *others = trail.start or ("base",)
    yield Line("Given", f'a database at revision "{first}" of the chain "{chain}"')
    for other in others:
        yield Line("Given", f'the database was upgraded to "{other}"')
    for table, rows in groupby(trail.rows, key=lambda row: row.table):
        cells = tuple(_cells(finding, trail, row) for row in rows)
        yield Line("Given", f'the table "{table}" holds', cells)


def _cells(finding: Finding, trail: Trail, row: Row) -> Cells:
    return {
        name: cell(value, trail.types.get((row.table, name), ""), finding.database or "")
        for name, value in row.values.items()
    }


def _run(trail: Trail) -> Line:
    """The steps of the trail as one When."""
    first = trail.steps[0]
    phrase = f'I step {_WAYS[first.direction]} through "{first.revision}"'
    if len(trail.steps) > 1:
        phrase += " and back"
    if len(trail.steps) > 2:
        phrase += f", and {_WAYS[first.direction]} again"
    return Line("When", phrase)


def _comes_through(trail: Trail) -> Line:
    return Line("Then", f"the {trail.steps[-1].direction} succeeds or is refused")


def _ends(finding: Finding, trail: Trail, given: tuple[Line, ...]) -> Form:
    """A step that dies, or does not end: it should come to its end, or refuse."""
    kept = [Line("Then", "no row is lost")] if trail.rows else []
    error = alike(finding.evidence.error or "")
    return Form(
        (*given, _run(trail), _comes_through(trail), *kept), f"but (crashed|stopped): {error}"
    )


def _kept(finding: Finding, trail: Trail, given: tuple[Line, ...]) -> Form:
    """Rows or values that are lost or changed: the table should hold them still."""
    change = finding.evidence.changed[0]
    put_in = [row for row in trail.rows if row.table == change.table]
    held = [
        _cells(finding, trail, row) for row in put_in or [Row(change.table, change.before or {})]
    ]
    then = Line("Then", f'the table "{change.table}" still holds', tuple(held))
    table = alike(change.table)
    fails = rf"the table {table} holds other rows|there is no table {table}\b|^no column "
    return Form((*given, _run(trail), _comes_through(trail), then), fails)


def _only(row: Row, columns: Collection[Column]) -> Row:
    kept = {name: value for name, value in row.values.items() if (row.table, name) in columns}
    return Row(row.table, kept)


def _restored(finding: Finding, trail: Trail, given: tuple[Line, ...]) -> Form:
    """A schema that is another one after the way back."""
    then = Line("Then", "the schema is unchanged, or the way back is refused")
    first = alike(finding.evidence.left_behind[0])
    return Form((*given, _run(trail), then), rf"the schema is not as before:[\s\S]*{first}")


def _in_place(finding: Finding, trail: Trail, given: tuple[Line, ...]) -> Form:
    """Tables that are built anew."""
    then = Line("Then", "no table was built anew")
    tables = alike(finding.message.partition(" rebuilds ")[2])
    return Form((*given, _run(trail), _comes_through(trail), then), f"built anew: {tables}")


def _set_based(finding: Finding, trail: Trail, given: tuple[Line, ...]) -> Form:  # noqa: ARG001
    """Statements that grow with the rows."""
    assert trail.many is not None
    table, fewer, more = trail.many.table, trail.many.fewer, trail.many.more
    when = Line("When", f'{_run(trail).phrase} over {fewer} and over {more} rows of "{table}"')
    then = Line("Then", "the statements do not grow with the rows")
    return Form((*given, when, then), "the statements grow with the rows: ")


def _resumed(finding: Finding, trail: Trail, given: tuple[Line, ...]) -> Form:
    """A step that cannot be run again once a statement of it has failed."""
    run = _run(trail)
    broken = f"{run.phrase.removeprefix('I ')} broke off at its statement {trail.fails_at}"
    then = Line("Then", f"the {trail.steps[-1].direction} ends as if nothing had happened")
    error = alike(finding.evidence.error or "")
    fails = rf"it (crashed|stopped): {error}" if error else "it ends otherwise than undisturbed"
    return Form((*given, Line("Given", f"a {broken}"), run, then), fails)


def _asked(finding: Finding, chain: str, verb: str) -> Form:
    """The rule itself, asked of the one revision."""
    everywhere = " on every kind of database" if finding.rule in _COMPARING else ""
    asked = f'I {verb} the revision "{finding.revision}" of the chain "{chain}"{everywhere}'
    then = Line("Then", f'no "{finding.rule}" is found')
    return Form((Line("When", asked), then), rf"{alike(finding.rule)}: {alike(finding.message)}")


_COMPARING = {"database-drift"}
"""Rules that hold several kinds of database against each other."""
_FORMS: Mapping[str, Callable[[Finding, Trail, tuple[Line, ...]], Form]] = {
    "upgrade-crash": _ends,
    "downgrade-crash": _ends,
    "reupgrade-crash": _ends,
    "half-migrated": _ends,
    "endless-step": _ends,
    "not-resumable": _resumed,
    "data-lost": _kept,
    "cascade-lost": _kept,
    "data-changed": _kept,
    "schema-not-restored": _restored,
    "downgrade-missing": _restored,
    "table-rebuilt": _in_place,
    "row-by-row": _set_based,
}
