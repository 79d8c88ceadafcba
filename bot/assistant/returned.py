"""A report back from Word: what reads differently, what is doubtful about it, and what taking it does.

It is compared with the edition it was made from; what has changed in the report since is never undone.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.assistant.edition import Edition
from bot.assistant.moved import moved
from bot.assistant.nearest import nearest, text_of
from bot.assistant.returned_change import Returned, change, kind_of
from bot.assistant.same_place import Present, Spot
from bot.facts import Lexicon
from bot.interview.event import EventKind, NewEvent
from bot.interview.state import DraftState
from bot.interview.word_back import Doubt
from bot.report import Report, Sentence
from bot.writing.by_hand import closed
from bot.writing.doubts import doubts_of
from bot.writing.folding import folded
from bot.writing.numbering import unnumbered
from bot.writing.passages import Passage
from bot.writing.place_doubts import place_doubts
from bot.writing.places import Place, places
from bot.writing.returned import Changed, Piece, differences, likeness

LEAST_ALIKE = 0.3
"""How much of the report a file must hold to be taken for it."""
_LINES = ("title", "salutation", "heading", "signature", "date")
"""Places that are no sentences."""
_STOPS = "。;,"
_NEEDED = ("title", "signature", "date")


@dataclass(frozen=True, slots=True)
class WordBack:
    """All changes; `older` if they were made in an edition from before."""

    changes: tuple[Returned, ...] = ()
    older: bool = False


def is_the_report(reports: Sequence[Report], text: str) -> bool:
    """Whether the text is one of these reports, however much it was edited."""
    ours = text_of(nearest(reports, text))
    return len(text) * LEAST_ALIKE <= len(ours) and likeness(ours, text) >= LEAST_ALIKE


def returned(
    edition: Edition,
    handed_over: Sequence[Report],
    state: DraftState,
    text: str,
    lexicon: Lexicon,
    left: frozenset[str] = frozenset(),
    guarded: Callable[[str], str] = lambda _: "",
) -> WordBack:
    """Everything in the edited text that reads differently, without the keys of what was left as it is.

    It is an edited form of one of those that were `handed_over`, the newest first. `guarded` says what in a
    sentence may not be public; where it was not there before, that is a doubt.
    """
    edited = nearest(handed_over, text)
    comparison = _Comparison(edited, Present(edition, state), state, lexicon)
    found = (one.guarded(guarded) for one in comparison.changes(text) if one.told.key not in left)
    return WordBack(tuple(found), text_of(edited) != text_of(handed_over[0]))


@dataclass(frozen=True, slots=True)
class _Other:
    """A place that is part of another's change, and the number of the same place in the report as it is."""

    place: Place
    partner: int | None
    changed: Changed


@dataclass(frozen=True, slots=True)
class _Comparison:
    """An edited text against the edition it was made from, and that against the report as it is."""

    edited: Report
    present: Present
    state: DraftState
    lexicon: Lexicon

    def changes(self, text: str) -> Iterator[Returned]:
        """Everything that reads differently, in the order of the report."""
        there = places(self.edited, self.state.outline, self.state.declarations)
        here = self.present.partners(there)
        found = list(differences(_lines(there), text))
        renumbered = any(isinstance(one, Passage) or not one.text for one in found)
        joined = {
            at: others
            for at, others in moved(found, there).items()
            if isinstance(one := found[at], Passage) or here[one.number] is not None
        }
        gone = {one.number for others in joined.values() for one in others}
        leaving = {number for number in gone if here[number] is not None}
        for at, one in enumerate(found):
            others = [_Other(there[o.number], here[o.number], o) for o in joined.get(at, ())]
            if isinstance(one, Passage):
                yield from self._added(there, one, others, leaving)
                continue
            if one.number in gone:
                continue
            made = self._changed(there[one.number], here[one.number], one.text, others)
            if made and not (renumbered and made.told.why == "returned_why_number"):
                yield made.apart(_earlier_equals(there, one.number))

    def _changed(
        self, place: Place, partner: int | None, now: str, others: Sequence[_Other] = ()
    ) -> Returned | None:
        """What the change of one sentence is, together with those whose sentences it took up."""
        old = place.sentence.text.strip()
        if partner is None:
            return change(old, now, place, why="returned_why_gone") if now else None
        at = self.present.places[partner]
        reads = at.sentence.text.strip()
        spot = self.present.spot(partner)
        kind = kind_of(place.key)
        same = (
            closed(now, reads) == reads
            if at.running
            else folded(now).rstrip(_STOPS) == folded(reads).rstrip(_STOPS)
        )
        if now and (same or folded(now) == folded(reads)):
            return None
        since = reads if folded(unnumbered(reads)) != folded(unnumbered(old)) else ""
        if kind == "heading" and now and unnumbered(now) == unnumbered(reads):
            return change(old, now, place, why="returned_why_number")
        if kind in _NEEDED and not now:
            return change(old, now, place, why="returned_why_needed")
        if at.running and spot:
            before = "".join((old, *(other.place.sentence.text.strip() for other in others)))
            after = now + "".join(other.changed.text for other in others)
            rests = at.sentence.sources + tuple(s for other in others for s in other.place.sentence.sources)
            moving = replace(at.sentence, sources=rests)
            doubts = self._doubts(moving, before, closed(after, old)) if after else ()
            made = change(before, after, place, since=since, doubts=doubts, taking=spot)
            return replace(made, text=now, also=self._also(others))
        if not at.key:
            return change(old, now, place, why="returned_why_gone")
        doubts = place_doubts(kind_of(at.key), self.state, old, now, self.lexicon)
        return change(
            old,
            now,
            place,
            since=since,
            doubts=doubts,
            taking=NewEvent(EventKind.RESTATE, at.key, now),
        )

    def _also(self, others: Sequence[_Other]) -> tuple[tuple[Spot, str], ...]:
        """Where the other sentences stand now, and what they read then."""
        found = [(self.present.spot(o.partner), o.changed.text) for o in others if o.partner is not None]
        return tuple((spot, text) for spot, text in found if spot is not None)

    def _added(
        self, there: Sequence[Place], added: Passage, others: Sequence[_Other], leaving: Collection[int]
    ) -> Iterator[Returned]:
        left = {there[number].block for number in leaving}
        over = {folded(self.edited.blocks[at].text) for at in left if not _stays(there, at, leaving)}
        standing = {folded(block.text) for block in self.present.edition.report.blocks} - over
        tables = "\n".join(line for line in added.lines if "\t" in line)
        lines = [line for line in added.lines if "\t" not in line and folded(line) not in standing]
        if tables:
            yield change("", tables, None, why="returned_why_table")
        if lines:
            text = "\n".join(lines)
            doubts = doubts_of(self._everything_said(), "", text, self.lexicon)
            anchors = "|".join(_anchors(there, added.start))
            event = NewEvent(EventKind.ADD, anchors, text)
            before = "\n".join(place.sentence.text.strip() for place in (other.place for other in others))
            made = change(before, text, None, doubts=doubts, taking=event)
            yield replace(made, also=self._also(others))

    def _doubts(self, sentence: Sentence, old: str, now: str) -> tuple[Doubt, ...]:
        notes = tuple(
            note.reading
            for source in sentence.sources
            for note in self.state.answer(source.question).words
            if note.seq == source.note
        )
        return doubts_of(notes or self._everything_said(), old, now, self.lexicon)

    def _everything_said(self) -> tuple[str, ...]:
        asked = self.state.questions
        return tuple(note.reading for question in asked for note in self.state.answer(question.key).words)


def _stays(there: Sequence[Place], block: int, gone: Collection[int]) -> bool:
    """Whether anything is left of a paragraph without the sentences that were moved."""
    return any(place.block == block and number not in gone for number, place in enumerate(there))


def _earlier_equals(there: Sequence[Place], number: int) -> int:
    text = there[number].sentence.text.strip()
    return sum(place.sentence.text.strip() == text for place in there[:number])


def _anchors(there: Sequence[Place], before: int) -> tuple[str, str]:
    """The keys of the places that lines before block `before` stand behind, and before."""
    behind = [place.key for place in there if place.block == before - 1 and place.key]
    following = [place.key for place in there if place.block == before and place.key]
    if not behind and not following:
        behind = [place.key for place in there if place.block < before and place.key]
    return behind[-1] if behind else "", following[0] if following else ""


def _lines(there: Sequence[Place]) -> list[list[Piece]]:
    """These places as pieces, a line for a block."""
    return [
        [
            Piece(place.sentence.text + "\n" * (place is line[-1]), kind_of(place.key) not in _LINES)
            for place in line
        ]
        for line in (list(group) for _, group in groupby(there, key=lambda place: place.block))
    ]
