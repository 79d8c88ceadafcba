"""The places of the report as it is, and which of them the places of an earlier edition are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.assistant.edition import Edition
from bot.assistant.section_versions import SectionVersion
from bot.interview.state import DraftState
from bot.writing.by_hand import Correctable, correctable
from bot.writing.places import Place, places

LEAST_ALIKE = 0.4
"""How alike two sentences must be to be one sentence that was changed, where they rest on no common note."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a sentence of the finished report that may be corrected by hand."""

    version: SectionVersion
    line: Correctable
    piece: str


@dataclass(frozen=True)
class Present:
    """The finished report, place by place."""

    edition: Edition
    state: DraftState

    @cached_property
    def places(self) -> list[Place]:
        """Everything that can be read in it."""
        return places(self.edition.report, self.state.outline, self.state.declarations)

    @cached_property
    def _spots(self) -> dict[int, Spot]:
        return dict(self._bound())

    def spot(self, number: int) -> Spot | None:
        """Where place `number` is corrected, if it is running text."""
        return self._spots.get(number)

    def _bound(self) -> Iterator[tuple[int, Spot]]:
        """Every place of running text with its sentence in the version of its section, both in order."""
        rest = {
            v.section: [(v, line) for line in correctable(v.blocks, self.state.declarations)]
            for v in self.edition.sections
        }
        for number, place in enumerate(self.places):
            if place.running:
                lines = rest.get(place.section, [])
                at = next((n for n, (_, line) in enumerate(lines) if place.sentence.text in line.text), None)
                if at is not None:
                    yield number, Spot(*lines[at], place.sentence.text)
                    del lines[: at if lines[at][1].text != place.sentence.text else at + 1]

    def partners(self, there: Sequence[Place]) -> list[int | None]:
        """For every place of an earlier edition its number here; None where it is gone."""
        by_key: dict[str, int] = {}
        for number, place in enumerate(self.places):
            if not place.running and place.key:
                by_key.setdefault(place.key, number)
        free = {number for number, place in enumerate(self.places) if place.running}
        found: dict[int, int] = {}
        for search in (self._equal, self._changed):
            for at, place in enumerate(there):
                if at not in found:
                    partner = search(place, free) if place.running else by_key.get(place.key)
                    if partner is not None:
                        found[at] = partner
                        free.discard(partner)
        return [found.get(at) for at in range(len(there))]

    def _equal(self, place: Place, free: set[int]) -> int | None:
        text = place.sentence.text.strip()
        alike = (n for n in sorted(free) if self.places[n].sentence.text.strip() == text)
        return next((n for n in alike if self.places[n].section == place.section), None)

    def _changed(self, place: Place, free: set[int]) -> int | None:
        """What a sentence has become: the likest one on one of its notes, else one that is much like it."""
        notes = {source for source in place.sentence.sources if source.note is not None}
        here = [n for n in sorted(free) if self.places[n].section == place.section]
        told = [n for n in here if notes.intersection(self.places[n].sentence.sources)]
        if told:
            return max(told, key=lambda n: alike(self.places[n].sentence.text, place.sentence.text))
        close = {n: alike(self.places[n].sentence.text, place.sentence.text) for n in here}
        best = max(close, key=lambda n: close[n], default=None)
        return best if best is not None and close[best] >= LEAST_ALIKE else None


def alike(one: str, other: str) -> float:
    """How many pairs of characters two texts have in common: 1 for equal ones."""
    here, there = (Counter(text[at : at + 2] for at in range(len(text) - 1)) for text in (one, other))
    return 2 * (here & there).total() / max(here.total() + there.total(), 1)
