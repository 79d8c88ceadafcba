"""A report back from Word: what reads differently, what is doubtful about it, and taking it."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.assistant.edition import Edition, SectionVersion
from bot.facts import Lexicon
from bot.interview.state import DraftState
from bot.interview.word_back import Doubt, WordChange
from bot.report import Sentence
from bot.writing.by_hand import Correctable, closed, correctable
from bot.writing.doubts import doubts_of
from bot.writing.model.framing import OPENING
from bot.writing.returned import Changed, Piece, changes, likeness

LEAST_ALIKE = 0.3
"""How much of the report a file must hold to be taken for it."""
_FIXED = re.compile(r"[^。；\n]*[。；\n]+|[^。；\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the finished report that may be corrected by hand."""

    version: SectionVersion
    line: Correctable


@dataclass(frozen=True, slots=True)
class Returned:
    """One change: as the card tells it, and the sentence it is of; None where it cannot be taken."""

    told: WordChange
    place: Place | None


def is_the_report(edition: Edition, text: str) -> bool:
    """Whether the text is this report, however much it was edited."""
    ours = "".join(f"{block.text}\n" for block in edition.report.blocks)
    return len(text) * LEAST_ALIKE <= len(ours) and likeness(ours, text) >= LEAST_ALIKE


def returned(
    edition: Edition,
    state: DraftState,
    text: str,
    lexicon: Lexicon,
    left: frozenset[str] = frozenset(),
    guarded: Callable[[str], str] = lambda _: "",
) -> tuple[Returned, ...]:
    """Everything in the edited text that reads differently, without the keys of what was left as it is.

    `guarded` says what in a sentence may not be public; where it was not there before, that is a doubt.
    """
    pieces = list(_pieces(edition, state.declarations))
    found = []
    for changed in changes([piece for piece, _ in pieces], text):
        piece, place = pieces[changed.number]
        old = piece.text.strip()
        key = hashlib.sha256(f"{old}\n{changed.text}".encode()).hexdigest()[:16]
        if key in left or (place and changed.text and closed(changed.text, old) == old):
            continue
        doubts = _doubts_of(place, state, old, changed, lexicon) if place else ()
        if place and (reason := guarded(changed.text)) and not guarded(old):
            doubts = (Doubt("", "", reason), *doubts)
        found.append(Returned(WordChange(key, old, changed.text, place is not None, doubts), place))
    return tuple(found)


def _pieces(edition: Edition, declarations: frozenset[str]) -> Iterator[tuple[Piece, Place | None]]:
    """The whole report: its sentences that may be corrected, and what stands between them."""
    text = "".join(f"{block.text}\n" for block in edition.report.blocks)
    at = done = 0
    for version in sorted(edition.sections, key=lambda one: one.section != OPENING):
        for line in correctable(version.blocks, declarations):
            start = text.find(line.text, at)
            if start < 0:
                continue
            yield from _fixed(text[done:start])
            at = start + len(line.text)
            done = at + text.startswith("\n", at)
            yield Piece(text[start:done], True), Place(version, line)
    yield from _fixed(text[done:])


def _fixed(text: str) -> Iterator[tuple[Piece, None]]:
    yield from ((Piece(part, False), None) for part in _FIXED.findall(text))


def _doubts_of(
    place: Place, state: DraftState, old: str, changed: Changed, lexicon: Lexicon
) -> tuple[Doubt, ...]:
    if not changed.text:
        return ()
    sentence = place.version.blocks[place.line.block].sentences[place.line.sentence]
    notes = tuple(_notes(sentence, state)) or tuple(
        note.reading for question in state.questions for note in state.answer(question.key).words
    )
    return doubts_of(notes, old, closed(changed.text, old), lexicon)


def _notes(sentence: Sentence, state: DraftState) -> Iterator[str]:
    """What the person said that the sentence rests on."""
    for source in sentence.sources:
        yield from (n.reading for n in state.answer(source.question).words if n.seq == source.note)


def take(
    chosen: tuple[Returned, ...], own: Callable[[SectionVersion, Correctable, str], SectionVersion]
) -> int:
    """Take these changes, each by `own`, which gives the section's new version. Returns how many."""
    versions: dict[str, SectionVersion] = {}
    places = [(one.place, one.told.now) for one in chosen if one.place is not None]
    places.sort(key=lambda pair: (pair[0].line.block, pair[0].line.sentence), reverse=True)
    for place, text in places:
        key = place.version.section
        versions[key] = own(versions.get(key, place.version), place.line, text)
    return len(places)
