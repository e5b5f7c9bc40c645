"""The phrases that Handrail brings for features about migrations, by noun.

One line in a file of a project's steps folder registers them all::

    from handrail.acceptance.behave_steps import *  # noqa: F403

They work at ``context.bench``, which ``handrail.acceptance.behave_runner:HandrailRunner`` gives to
each scenario. ``handrail steps`` lists them. A module that is to be registered stands in
``__all__``.
"""

from __future__ import annotations

from importlib import import_module

from behave.matchers import get_step_matcher_factory, use_step_matcher

__all__ = ["chain", "ledger", "objects", "outcome", "rows", "schema", "walk"]


def _register() -> None:
    """The phrases are read as they are written, whatever matcher the project has chosen."""
    chosen = get_step_matcher_factory().current_matcher
    use_step_matcher("parse")
    import_module("handrail.acceptance.parameter_types")
    for noun in __all__:
        import_module(f"{__name__}.{noun}")
    use_step_matcher(chosen.NAME)


_register()
