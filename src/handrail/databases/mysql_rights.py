"""What an account may do on a MariaDB or MySQL server, and one that may do what a run needs alone.

A revision may name any database of the server, as one of PostgreSQL cannot. So a run works there as
an account that sees nothing but the run's own databases.
"""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handrail.errors import NoDatabaseError

if TYPE_CHECKING:
    from handrail.databases.mysql_session import Session

_GRANT = re.compile(
    r"GRANT (?P<rights>.+?) ON (?:(?:FUNCTION|PROCEDURE|PACKAGE|PACKAGE BODY) )?"
    r"(?P<database>\*|`(?:[^`]|``)*`)\."
)
_HARMLESS = {"USAGE", "PROCESS", "SHOW DATABASES", "CREATE USER", "RELOAD"}
"""Rights over the whole server that change no database of others."""
_OURS = r"handrail\_"
"""How what stands for databases has to begin in a grant, in which ``_`` alone means any letter."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the server, as it logs in."""

    user: str
    password: str = field(repr=False)


def may_touch_others(session: Session) -> bool:
    """Whether the session's user may change or read databases that are not Handrail's."""
    return any(_is_wide(str(grant)) for (grant,) in session.ask("SHOW GRANTS"))


def _is_wide(grant: str) -> bool:
    found = _GRANT.match(grant)
    if found is None:
        # A role: what it brings would have to be looked up, and may change.
        return not grant.startswith("SET DEFAULT ROLE")
    rights = {each.strip() for each in found["rights"].split(",")}
    return not (found["database"].strip("`").startswith(_OURS) or rights <= _HARMLESS)


def make_account(session: Session, run: str) -> Account:
    """A new user, called as the session of the run, that may do all in databases of the run alone.

    Raises NoDatabaseError where the session's user may not make one.
    """
    account = Account(run, secrets.token_hex(16))
    named = _named(session, run)
    pattern = f"{run}_".replace("_", r"\_") + "%"
    try:
        session.ask(f"CREATE USER {named} IDENTIFIED BY '{account.password}'")
        session.ask(f"GRANT ALL PRIVILEGES ON `{pattern}`.* TO {named}")
    except NoDatabaseError as error:
        drop_account(session, run)
        raise NoDatabaseError(
            "the user may change databases that are not Handrail's, and may not make a user that"
            f" may not: {error.what}",
            where=session.shown,
            then=r"name a user with GRANT ALL ON `handrail\_%`.* and nothing else",
        ) from None
    return account


def drop_account(session: Session, run: str) -> None:
    """The user of that run is gone, if there was one that this session's user may drop."""
    with suppress(NoDatabaseError):
        session.ask(f"DROP USER IF EXISTS {_named(session, run)}")


def _named(session: Session, run: str) -> str:
    """Reached from wherever the session's own user may come from."""
    ((current,),) = session.ask("SELECT current_user()")
    return f"'{run}'@'{str(current).rpartition('@')[2]}'"
