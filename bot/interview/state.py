"""A draft's state: what `folding` makes of its events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeVar

from bot.interview import gap
from bot.interview.answer import EMPTY, Answer, Note
from bot.interview.aside import Aside, is_aside, origin_of
from bot.interview.asked import Asked
from bot.interview.bare_answers import is_only_no
from bot.interview.by_hand import NOTHING_BY_HAND, ByHand
from bot.interview.event import Event
from bot.interview.missing import missing
from bot.interview.once import Kept, Once
from bot.interview.outline import NEEDED_PROFILE, OTHER, Outline, Question
from bot.interview.repeated import repeats
from bot.interview.talk import is_nothing_more, is_talk

T = TypeVar("T")

NEVER_IN_THE_REPORT = ("year", "rank", "audience", "length")
"""Profile answers that shape the report; not to know one leaves no mark in it."""


class Status(StrEnum):
    """Where a draft stands."""

    ACTIVE = "active"
    FINISHED = "finished"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not known yet. `note` and `index` name a placeholder; a whole answer has neither."""

    question: Question
    note: Note | None = None
    index: int = 0
    place: gap.Placeholder | None = None

    @property
    def name(self) -> str:
        """What stands in its 【待补：…】: the figure that is missing, else the question."""
        return (missing(self.place) if self.place is not None else "") or self.question.label


@dataclass(frozen=True, slots=True)
class Focus:
    """The placeholder that the next message fills."""

    note: int
    index: int


@dataclass(frozen=True)
class DraftState(Once):
    """Everything that is known of one draft. Two equal lists of events give two equal states."""

    id: int
    outline: Outline
    asked: Asked = field(compare=False, repr=False)
    answers: Mapping[str, Answer]
    cursor: str
    focus: Focus | None
    version: int
    status: Status
    can_undo: bool
    can_redo: bool
    finish_seq: int | None
    newest: Event | None = None
    """The newest thing said that stands."""
    undoes: tuple[Event, ...] = ()
    """What undo takes back: everything that one move has said or settled."""
    spent: Mapping[str, timedelta] = field(default_factory=dict)
    """How long the person has been at each question, by its key, pauses left out."""
    by_hand: ByHand = NOTHING_BY_HAND
    """What the person wrote into the finished report themselves."""
    beside: frozenset[int] = frozenset()
    """Notes that seemed to correct another one and are to stand beside it."""
    read_here: dict[tuple[Callable[[str], Any], str], Any] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What `here` has made so far; the states of one question share it."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions asked of this person, in order; gates that do not hold leave theirs out."""
        return self.asked.questions

    @property
    def keys(self) -> tuple[str, ...]:
        """Their keys."""
        return self.asked.keys

    @property
    def question(self) -> Question | None:
        """The question under the cursor; None at the end."""
        return self.asked.by_key.get(self.cursor)

    def answer(self, key: str) -> Answer:
        """What stands for that question, empty if nothing."""
        return self.answers.get(key, EMPTY)

    def note_of(self, message_id: int | None) -> int | None:
        """The note that message was, or a part of; None if it was none."""
        if message_id is None:
            return None
        every = (note for answer in self.answers.values() for note in answer.notes)
        return next((one.seq for one in every if message_id in (sent for sent, _ in one.pieces)), None)

    def after(self, key: str) -> str:
        """The key that follows, END after the last."""
        return self.asked.after(key)

    def before(self, key: str) -> str:
        """The key in front; the first question has itself in front of it."""
        if key not in self.keys:
            return self.keys[-1]
        return self.keys[max(self.keys.index(key) - 1, 0)]

    def here(self, make: Callable[[str], T], text: str) -> T:
        """What `make` makes of a text, and of nothing else; kept while the person stays at the question."""
        if (make, text) not in self.read_here:
            self.read_here[make, text] = make(text)
        made: T = self.read_here[make, text]
        return made

    @Kept
    def gaps(self) -> tuple[Gap, ...]:
        """All that is open: answers not known yet, and placeholders inside notes."""
        found: list[Gap] = []
        for question in self.questions:
            standing = self.answer(question.key)
            if standing.is_gap:
                found.append(Gap(question))
            again = repeats(standing) if question.adds_up else ()
            counting = standing.words if question.adds_up else standing.words[-1:]
            for note in (one for one in counting if one.seq not in again):
                for index, place in enumerate(gap.placeholders(note.text)):
                    if index not in note.fills:
                        found.append(Gap(question, note, index, place))
        return tuple(found)

    @Kept
    def report_gaps(self) -> tuple[Gap, ...]:
        """Every 【待补】 that the report shows now: the gaps, and what it needs from an open profile."""
        needed = [question for question in self.outline.profile if question.key in NEEDED_PROFILE]
        open_ = [q for q in needed if not self.answer(q.key).given and not self.answer(q.key).is_gap]
        shown = (gap for gap in self.gaps if gap.question.key not in NEVER_IN_THE_REPORT)
        return tuple(gap for gap in (*map(Gap, open_), *shown) if not self.by_hand.fills(gap.question.key))

    @Kept
    def unplaced(self) -> tuple[Note, ...]:
        """Notes to questions that this version of the outline no longer has, or no longer asks."""
        return tuple(
            note
            for key, standing in self.answers.items()
            if key not in self.keys and not is_aside(key)
            for note in standing.words
        )

    def is_talk(self, key: str, text: str) -> bool:
        """Whether words at that question are meant for whoever asks, and no answer to it.

        So is a bare no where something has been said: it answers what was asked back. 没有了 does answer
        whether there is anything else.
        """
        if key == OTHER:
            return is_talk(text) and not is_nothing_more(text)
        question = self.asked.by_key.get(key)
        takes_notes = question is not None and question.kind == "notes"
        return is_talk(text) or (takes_notes and is_only_no(text) and bool(self.answer(key).words))

    @Kept
    def aside(self) -> tuple[Aside, ...]:
        """Words that wait for the person to say where they belong, in the order they came.

        What was meant for whoever asks waits until something else is said, and is history then.
        """
        newest = self.newest.seq if self.newest is not None else 0
        found = [
            Aside(note, origin_of(key))
            for key in self.answers
            if key not in self.asked.by_key and is_aside(key)
            for note in self.answers[key].notes
            if note.seq == newest or not self.is_talk(origin_of(key), note.text)
        ]
        return tuple(sorted(found, key=lambda one: one.note.seq))

    @Kept
    def declarations(self) -> frozenset[str]:
        """The keys of questions whose sentences nobody rewrites."""
        return frozenset(question.key for question in self.questions if question.kind == "declaration")

    @Kept
    def said_length(self) -> int:
        """How many characters the person has said, blanks left out; a message told twice counts once."""
        asked = self.asked.by_key
        letters = [answer.letters for key, answer in self.answers.items() if key in asked]
        return sum(map(len, frozenset().union(*letters)))

    @Kept
    def touched(self) -> frozenset[str]:
        """The questions that the person dealt with, of those that are asked."""
        asked = self.asked.by_key
        return frozenset([key for key, answer in self.answers.items() if answer.touched and key in asked])
