"""Passwords in the command line, which every account of the machine can read."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

_PASSWORDS = re.compile(rb"(?<=://)([^\0:/@]*:)([^\0]*)(?=@)|([?&]password=)([^\0&]*)")
"""In what way URLs have them."""
_BEGINS = 45
"""Where /proc says at which address the command line begins, counted behind the name."""


def hide_passwords() -> None:
    """Others see stars in place of the passwords of URLs; ``sys.argv`` is as it was.

    What is forked from this process is seen like that too. Nothing is done where the system does
    not let a process write its own memory in this way, as other systems than Linux do not.
    """
    with suppress(OSError):
        line = Path("/proc/self/cmdline").read_bytes()
        hidden = _PASSWORDS.sub(_starred, line)
        if hidden != line:
            facts = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2]
            with Path("/proc/self/mem").open("r+b", buffering=0) as memory:
                memory.seek(int(facts.split()[_BEGINS]))
                memory.write(hidden)


def _starred(found: re.Match[bytes]) -> bytes:
    before, password = (found[1], found[2]) if found[1] is not None else (found[3], found[4])
    return before + b"*" * len(password)
