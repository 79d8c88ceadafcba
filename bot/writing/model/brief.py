"""A brief: everything that one section's prompt gets, and everything that its answer is checked against."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.interview.outline import Part, Question
from bot.report import ReportBlock, Sentence, Source
from bot.writing.model.sealed import Sealed, SealedText
from bot.writing.model.wish import OwnLead

_BLANKS = re.compile(r"\s+")
TOLERANCE, LEEWAY = 0.15, 25
"""How far the length may be off: the greater of a share and so many characters."""
FEWEST_FOR_A_MODEL = 60
"""Notes of a section with fewer characters than this leave nothing to build sentences of."""


def length(text: str) -> int:
    """Non-blank characters."""
    return len(_BLANKS.sub("", text))


@dataclass(frozen=True, slots=True)
class NoteUnit:
    """One thing that was said, under its id. `text` is the note as the plain writer would print it."""

    id: str
    question: Question
    source: Source
    text: str
    sealed: SealedText
    opens: bool
    """Whether it is the first that was said to its question."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph to be written. `heading` is new here, empty where it goes on under the last one.

    `plain` is the plain writer's paragraph. `ordinal` (一是) opens the paragraph whoever writes it.
    """

    id: str
    place: int
    heading: str
    style: str
    notes: tuple[str, ...]
    plain: ReportBlock
    ordinal: str = ""

    @property
    def floor(self) -> str:
        """The plain writer's own words in this paragraph: its lead, its close."""
        return "".join(sentence.text for sentence in self.plain.sentences if not sentence.sources)


@dataclass(frozen=True)
class Brief:
    """One section. `blocks` are the plain writer's; the slots are places among them, the rest is fixed."""

    key: str
    template: str
    name: str
    heading: str
    blocks: tuple[ReportBlock, ...]
    slots: tuple[Slot, ...]
    notes: tuple[NoteUnit, ...]
    target: int
    context: tuple[str, ...] = ()
    """Words that may be named although no note here has them: the person's place, headings, topics."""
    wish: str = ""
    again: int = 0
    own: tuple[Sentence, ...] = ()
    own_leads: tuple[OwnLead, ...] = ()
    own_slots: tuple[Slot, ...] = ()
    """Paragraphs whose every note the person has told by hand: nobody else writes in them."""
    own_shown: tuple[str, ...] = ()
    gist: tuple[str, ...] = ()
    part: Part | None = None

    @cached_property
    def by_id(self) -> Mapping[str, NoteUnit]:
        """The notes by their ids."""
        return {note.id: note for note in self.notes}

    @cached_property
    def facts(self) -> Mapping[str, Sealed]:
        """The locked phrases by their ids."""
        return {fact.id: fact for note in self.notes for fact in note.sealed.facts}

    @cached_property
    def note_of(self) -> Mapping[str, str]:
        """Which note a locked phrase stands in."""
        return {fact.id: note.id for note in self.notes for fact in note.sealed.facts}

    @cached_property
    def slot_of(self) -> Mapping[str, Slot]:
        """Which paragraph a note belongs to."""
        return {note: slot for slot in self.slots for note in slot.notes}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The notes' places in the order in which they were asked for."""
        return {note.id: place for place, note in enumerate(self.notes)}

    @property
    def is_frame(self) -> bool:
        """Whether it is an opening or a conclusion, which rest on no notes of their own."""
        return self.part is None

    @property
    def is_left(self) -> bool:
        """Whether no model is asked: no paragraph is open, or there is too little to write one from."""
        thin = not self.is_frame and sum(length(note.text) for note in self.notes) < FEWEST_FOR_A_MODEL
        return thin or not self.slots

    @property
    def bounds(self) -> tuple[int, int]:
        """The fewest and the most characters that the text may have."""
        leeway = max(int(self.target * TOLERANCE), LEEWAY)
        return max(self.target - leeway, 1), self.target + leeway

    def substituted(self, text: str) -> str:
        """A text with bare markers, the locked phrases put in."""
        for fact in self.facts.values():
            text = text.replace(fact.marker, fact.text)
        return text

    def told(self, ids: Sequence[str]) -> list[str]:
        """The texts of these notes."""
        return [self.by_id[note].text for note in ids]
