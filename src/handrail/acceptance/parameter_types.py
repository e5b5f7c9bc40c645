"""The parameter types of the step phrases, registered once on import."""

from __future__ import annotations

import parse
from behave import register_type


@parse.with_pattern(r"[\w.+@-]+")
def revision(text: str) -> str:
    """A revision's identifier, or a command's word for one: head, base, -1."""
    return text


@parse.with_pattern(r"as reported|as repaired")
def variant(text: str) -> str:
    """Which of the two bundled chains of a report."""
    return text


register_type(Revision=revision, Variant=variant)
