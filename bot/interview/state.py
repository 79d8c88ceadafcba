"""A draft's state: the fold of its events over its outline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from bot.interview import answer as answer_fold
from bot.interview import gap
from bot.interview.answer import EMPTY, Answer, Note
from bot.interview.by_hand import NOTHING_BY_HAND, ByHand, by_hand
from bot.interview.event import CONTENT, Event, EventKind
from bot.interview.outline import NEEDED_PROFILE, Outline, Part, Question
from bot.interview.pace import time_spent

NEVER_IN_THE_REPORT = ("year", "rank", "audience", "length")
"""Profile answers that shape the report; not to know one leaves no mark in it."""
END = ""
"""The cursor's place once every question has been passed."""


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


@dataclass(frozen=True, slots=True)
class Focus:
    """The placeholder that the next message fills."""

    note: int
    index: int


@dataclass(frozen=True)
class DraftState:
    """Everything that is known of one draft. Two equal lists of events give two equal states."""

    id: int
    outline: Outline
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
    spent: timedelta = timedelta()
    """How long the person has been at it, pauses left out."""
    by_hand: ByHand = NOTHING_BY_HAND
    """What the person wrote into the finished report themselves."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions asked of this person, in order; gates that do not hold leave theirs out."""
        return visible(self.outline, self.answers)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Their keys."""
        return tuple(question.key for question in self.questions)

    @cached_property
    def asked_by_part(self) -> tuple[tuple[Part | None, tuple[Question, ...]], ...]:
        """The questions asked of this person: in the profile, which is no part, and in each section."""
        asked = set(self.keys)
        parts = [(None, self.outline.profile), *((p, p.all_questions()) for p in self.outline.sections)]
        return tuple((part, tuple(q for q in questions if q.key in asked)) for part, questions in parts)

    @property
    def question(self) -> Question | None:
        """The question under the cursor; None at the end."""
        return next((question for question in self.questions if question.key == self.cursor), None)

    def answer(self, key: str) -> Answer:
        """What stands for that question, empty if nothing."""
        return self.answers.get(key, EMPTY)

    def after(self, key: str) -> str:
        """The key that follows, END after the last."""
        return _after(self.outline, self.questions, key)

    def before(self, key: str) -> str:
        """The key in front; the first question has itself in front of it."""
        if key not in self.keys:
            return self.keys[-1]
        return self.keys[max(self.keys.index(key) - 1, 0)]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """All that is open: answers not known yet, and placeholders inside notes."""
        found: list[Gap] = []
        for question in self.questions:
            standing = self.answer(question.key)
            if standing.is_gap:
                found.append(Gap(question))
            counting = standing.words if question.kind in ("notes", "declaration") else standing.words[-1:]
            for note in counting:
                for index, place in enumerate(gap.placeholders(note.text)):
                    if index not in note.fills:
                        found.append(Gap(question, note, index, place))
        return tuple(found)

    @cached_property
    def report_gaps(self) -> tuple[Gap, ...]:
        """Every 【待补】 that the report shows now: the gaps, and what it needs from an open profile."""
        needed = [question for question in self.outline.profile if question.key in NEEDED_PROFILE]
        open_ = [q for q in needed if not self.answer(q.key).given and not self.answer(q.key).is_gap]
        shown = (gap for gap in self.gaps if gap.question.key not in NEVER_IN_THE_REPORT)
        return (*(Gap(question) for question in open_), *shown)

    @cached_property
    def unplaced(self) -> tuple[Note, ...]:
        """Notes to questions that this version of the outline no longer has, or no longer asks."""
        return tuple(
            note for key, standing in self.answers.items() if key not in self.keys for note in standing.words
        )

    @cached_property
    def declarations(self) -> frozenset[str]:
        """The keys of questions whose sentences nobody rewrites."""
        return frozenset(question.key for question in self.questions if question.kind == "declaration")

    @cached_property
    def said_length(self) -> int:
        """How many characters the person has said, blanks left out."""
        return sum(len("".join(note.text.split())) for key in self.keys for note in self.answer(key).words)

    @cached_property
    def touched(self) -> int:
        """How many questions the person dealt with."""
        return sum(self.answer(key).touched for key in self.keys)


def fold(draft: int, outline: Outline, events: Iterable[Event]) -> DraftState:
    """The state after these events, which are all of one draft and in order.

    Undo takes back the newest thing said, wherever the cursor went since, and returns to its question;
    whatever is said next ends the possibility to redo.
    """
    standing: list[list[Event]] = []
    undone: list[list[Event]] = []
    place, beyond = END, False
    moved = False
    focus: Focus | None = None
    version, finish_seq = 0, None
    moments: list[datetime] = []
    written: list[Event] = []
    finished = cancelled = False
    for stored in events:
        event = stored
        if (renamed := outline.renames.get(stored.question_key)) is not None:
            event = replace(stored, question_key=renamed)
        version = event.seq
        moments.append(event.at)
        if event.kind in CONTENT:
            if event.kind is EventKind.JOIN and standing and _joins(standing[-1][0], event):
                standing[-1].append(event)
            else:
                standing.append([event])
            undone.clear()
            focus, finished = None, False
            if _passes(event):
                place, beyond, moved = event.question_key, True, True
            continue
        match event.kind:
            case EventKind.GO:
                place, beyond, moved = event.question_key, False, True
                focus = Focus(event.target, int(event.text)) if event.target is not None else None
            case EventKind.UNDO if standing:
                back = standing.pop()
                undone.append(back)
                place, beyond, moved = back[0].question_key, False, True
                focus, finished = None, False
            case EventKind.REDO if undone:
                again = undone.pop()
                standing.append(again)
                place, beyond, moved = again[0].question_key, _passes(again[0]), True
                focus, finished = None, False
            case EventKind.FINISH:
                finished, finish_seq = True, event.seq
            case EventKind.OWN | EventKind.RESTATE | EventKind.ADD:
                written.append(event)
            case EventKind.CANCEL:
                cancelled = True
            case EventKind.RESTORE:
                cancelled = False
            case _:
                pass
    said = [event for together in standing for event in together]
    answered = answer_fold.answers(said)
    asked = visible(outline, answered)
    if not moved:
        place = asked[0].key
    elif beyond or (place != END and place not in {question.key for question in asked}):
        place = _after(outline, asked, place)
    return DraftState(
        id=draft,
        outline=outline,
        answers=answered,
        cursor=place,
        focus=focus,
        version=version,
        status=Status.CANCELLED if cancelled else Status.FINISHED if finished else Status.ACTIVE,
        can_undo=bool(standing),
        can_redo=bool(undone),
        finish_seq=finish_seq,
        newest=standing[-1][-1] if standing else None,
        spent=time_spent(moments),
        by_hand=by_hand(written, said, outline) if written else NOTHING_BY_HAND,
    )


def _joins(first: Event, event: Event) -> bool:
    """Whether a piece belongs to the note that came first: what was pasted at once is undone at once."""
    return first.kind is EventKind.NOTE and first.seq == event.target


def visible(outline: Outline, answered: Mapping[str, Answer]) -> tuple[Question, ...]:
    """The questions whose gates hold. A gate on a question nobody answered does not hold."""
    return tuple(
        question
        for question in outline.questions()
        if not question.when
        or all(answered.get(key, EMPTY).choice in values for key, values in question.when.items())
    )


def _passes(event: Event) -> bool:
    """Whether the event answers its question for good, so that the cursor moves on by itself."""
    return event.kind in (EventKind.CHOOSE, EventKind.SKIP, EventKind.UNKNOWN) or (
        event.kind is EventKind.DECLARE and event.text == "yes"
    )


def _after(outline: Outline, asked: tuple[Question, ...], key: str) -> str:
    order = [question.key for question in outline.questions()]
    if key not in order:
        return END
    later = set(order[order.index(key) + 1 :])
    return next((question.key for question in asked if question.key in later), END)
