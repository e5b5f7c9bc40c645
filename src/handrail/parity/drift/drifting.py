"""Both tracks migrated for real, by every way there is, and held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack

from handrail.chains import Chain, Limits, heads
from handrail.databases import Provider
from handrail.errors import TargetError
from handrail.model import Direction, Finding, NotExercised, Report, Walked
from handrail.parity.drift.ends import Comparison, Difference, End, Tale, blamed
from handrail.parity.drift.places import Place, older
from handrail.parity.drift.roads import Road
from handrail.parity.rules import database_drift

CODE_FIRST, ALEMBIC = "the code-first track", "the Alembic track"
_NOUNS = {CODE_FIRST: "entry", ALEMBIC: "revision"}
_HOMES = {CODE_FIRST: "sqlite", ALEMBIC: "postgresql"}
_OTHER = {CODE_FIRST: ALEMBIC, ALEMBIC: CODE_FIRST}


def drift(
    today: Place,
    born: Sequence[str],
    providers: Mapping[str, Provider],
    limits: Limits,
) -> Report:
    """Migrate scratch databases by both tracks and report what they have differently.

    Each track goes on its own kind of database from nothing, by every step, and from each older
    state of the project that ``born`` names; and from nothing on the other kind, where it can.
    Raises TargetError where a track or an older state is not there, NoDatabaseError where no
    database can be had. Every database, process and folder that was made is gone afterwards.
    """
    with ExitStack() as stack:
        travelled = _Travelled(today, providers, limits, stack)
        for name in born:
            with older(name, today) as place:
                travelled.go_from(place)
        travelled.go()
        return travelled.report()


class _Travelled:
    """Both tracks, on their own databases and on each other's."""

    def __init__(
        self, today: Place, providers: Mapping[str, Provider], limits: Limits, stack: ExitStack
    ) -> None:
        self._target = today.name
        self._providers = providers
        self._limits = limits
        targets = {CODE_FIRST: today.code_first(), ALEMBIC: today.alembic()}
        self._chains = {
            track: stack.enter_context(Chain(target, limits=limits))
            for track, target in targets.items()
        }
        for chain in self._chains.values():
            if not chain.revisions:
                raise TargetError("the track is empty", where=chain.target.given)
        self._homes = {track: self._road(track, _HOMES[track]) for track in targets}
        self._aways = [
            self._road(track, kind)
            for track in targets
            for kind in providers
            if kind != _HOMES[track]
        ]
        self._not_exercised: list[NotExercised] = []

    def go_from(self, place: Place) -> None:
        """Databases that were born there go on by today's tracks."""
        for track, road in self._homes.items():
            try:
                target = place.code_first() if track == CODE_FIRST else place.alembic()
            except TargetError as error:
                self._leave_out(road, f"{place.name} is left out: {error.what}")
                continue
            road.go_from(place.name, target)

    def go(self) -> None:
        """New databases go by every way."""
        for road in self._homes.values():
            road.go_from_nothing()
            road.go_by_every_step()
        for road in self._aways:
            road.go_from_nothing()
            for each in road.broken.values():
                reason = f"{road.name} is not for {road.database}: {each.outcome.error}"
                self._leave_out(road, reason)

    def report(self) -> Report:
        """Everything that was seen."""
        roads = [*self._homes.values(), *self._aways]
        return Report(
            target=self._target,
            walked=Walked(
                revisions=sum(len(chain.revisions) for chain in self._chains.values()),
                databases=tuple(self._providers),
                steps=sum(road.steps for road in roads),
            ),
            findings=tuple(self._findings()),
            not_exercised=tuple(self._not_exercised),
        )

    def _road(self, track: str, kind: str) -> Road:
        return Road(track, self._chains[track], self._providers[kind], self._limits)

    def _leave_out(self, road: Road, reason: str) -> None:
        first = road.chain.revisions[0].identifier
        missing = NotExercised(first, Direction.UPGRADE, road.database, reason)
        self._not_exercised.append(missing)

    def _findings(self) -> Iterator[Finding]:
        yield from heads.compare(self._chains[ALEMBIC].revisions)
        broken = [each for road in self._homes.values() for each in road.broken.values()]
        yield from database_drift.judge(self._differences(), broken)

    def _differences(self) -> Iterator[Difference]:
        """Of both tracks, then of the births of each, then of each on the other's database."""
        code_first, alembic = self._homes.values()
        if alembic.new:
            words = f"new databases of {ALEMBIC}"
            yield from self._found(code_first, alembic, [alembic.new], words)
        for name, road in self._homes.items():
            yield from self._found(road, road, road.ends, f"databases of {name}")
        for road in self._aways:
            words = f"databases of {road.name} on {road.database}"
            away = [road.new] if road.new else []
            yield from self._found(self._homes[road.name], road, away, words)

    def _found(
        self, standard: Road, road: Road, ends: Sequence[End], words: str
    ) -> Iterator[Difference]:
        """What ends of a road have differently than new databases of the standard."""
        if standard.new:
            told = f"new databases of {standard.name}"
            own, far = self._tale(road.name), self._tale(_OTHER[road.name])
            comparison = Comparison(road.name, standard.new, told, ends, words)
            for each in comparison.differences():
                yield blamed(each, own, far)

    def _tale(self, track: str) -> Tale:
        histories = tuple(self._homes[track].histories)
        return Tale(track, _NOUNS[track], self._chains[track].revisions, histories)
