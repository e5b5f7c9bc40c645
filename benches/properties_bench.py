"""What holds for whatever can be made up, and what was found against it."""

from __future__ import annotations

from importlib import import_module

_PROPERTIES = {
    "equal snapshots alone have no difference": "of_snapshots.empty_exactly_for_equal_ones",
    "each respect of a table counts": "of_snapshots.each_respect_counts",
    "what is gone is new the other way round": "of_snapshots.the_same_the_other_way_round",
    "another spelling is no difference": "of_snapshots.spelling_is_no_difference",
    "the changes of rows make the one the other": "of_snapshots.changes_make_the_one_the_other",
    "what is left of rows still fails": "of_reducing.the_failure_stays",
    "no row that is left can be spared": "of_reducing.no_row_can_be_spared",
    "tags offend where a rule is broken": "of_tags.found_exactly_where_a_rule_is_broken",
    "tags that obey name one issue": "of_tags.what_obeys_has_one_issue",
    "what was reported alone is green": "of_tags.green_for_what_was_reported_alone",
    "what no revision brings is missing": "of_two_tracks.what_no_revision_brings_is_missing",
    "the order of changes tells nothing": "of_two_tracks.order_tells_nothing",
    "revisions for all of them suffice": "of_two_tracks.a_revision_more_takes_one_away",
    "it is climbed as Alembic climbs it": "of_chains.climbed_as_alembic_climbs",
    "its heads are those that Alembic sees": "of_chains.heads_are_those_of_alembic",
}
"""Each property by the words of the features, and where it stands below benches.properties."""


class PropertiesBench:
    """Tries one property on everything that hypothesis makes up for it."""

    def __init__(self) -> None:
        self._against: str | None = "no property was tried"

    def try_out(self, sentence: str) -> None:
        """It was tried; the smallest thing found against it is kept."""
        module, _, name = _PROPERTIES[sentence].partition(".")
        # Only here: it takes a third of a second to import hypothesis.
        holds = getattr(import_module(f"benches.properties.{module}"), name)
        try:
            holds()
        except AssertionError as error:
            self._against = "\n".join([str(error), *getattr(error, "__notes__", ())])
        else:
            self._against = None

    def should_hold(self) -> None:
        """Nothing was found against it."""
        assert self._against is None, self._against

    def close(self) -> None:
        """Nothing is held."""
