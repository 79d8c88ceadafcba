"""What puts a finding of the proofreader right: a sentence in the person's name, or one of their notes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.assistant.section_versions import SectionVersion
from bot.interview.answer import Note
from bot.interview.event import EventKind, NewEvent
from bot.interview.state import DraftState
from bot.report import Source
from bot.writing.by_hand import Correctable
from bot.writing.places import place_of

if TYPE_CHECKING:
    from bot.proofreading import Finding
from bot.assistant.proof_places import Place

AROUND = 3
"""Characters around a finding that tell where in a note it stands."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A sentence of the finished report as it is to read from now on, in the person's name."""

    version: SectionVersion
    place: Correctable
    text: str


def mending(state: DraftState, place: Place, text: str, finding: "Finding") -> NewEvent | OwnWords | None:
    """What puts the place right; its other words stay as they are.

    In a report that a model has written that is the sentence, which is the person's own from then on, so that
    nothing is written anew for it. In the plain writer's it is the one note that holds the place. What was
    set by hand outside the running text is set anew.
    """
    fix = finding.fix
    if fix is None or ("（" in fix and "（" not in finding.span):
        return None
    if key := place_of(place.sources):
        mended = text[place.start : finding.start] + fix + text[finding.end : place.end]
        return NewEvent(EventKind.RESTATE, key, mended) if mended.strip("，。；、 ") else None
    return _own(place, finding, fix) if place.line else _noted(state, place, text, finding, fix)


def _own(place: Place, finding: "Finding", fix: str) -> OwnWords | None:
    if place.version is None or place.line is None:
        return None
    old = place.line.text
    mended = old[: finding.start - place.start] + fix + old[finding.end - place.start :]
    return OwnWords(place.version, place.line, mended) if mended.strip("，。；、 ") else None


def _noted(state: DraftState, place: Place, text: str, finding: "Finding", fix: str) -> NewEvent | None:
    for around in (AROUND, 1, 0):
        before = text[max(0, finding.start - around) : finding.start]
        after = text[finding.end : finding.end + around]
        holding = [
            (source.question, note)
            for source in place.sources
            for note in _notes(state, source)
            if note.text.count(before + finding.span + after) == 1
        ]
        if len(holding) == 1:
            question, note = holding[0]
            mended = note.text.replace(before + finding.span + after, before + fix + after)
            return NewEvent(EventKind.CORRECT, question, mended, note.seq) if mended.strip() else None
    return None


def _notes(state: DraftState, source: Source) -> list[Note]:
    notes = state.answer(source.question).words
    return [note for note in notes if note.seq == source.note and not note.fills]
