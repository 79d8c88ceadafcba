"""The fold of a draft's events over its outline to its state."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import reduce
from typing import Any

from bot.interview.answer import EMPTY, Answer, added
from bot.interview.aside import is_aside, origin_of
from bot.interview.asked import END, Asked, visible
from bot.interview.by_hand import NOTHING_BY_HAND, ByHand, by_hand
from bot.interview.event import CONTENT, Event, EventKind
from bot.interview.one_act import joins, placed_at_once
from bot.interview.outline import Outline
from bot.interview.pace import time_between
from bot.interview.state import DraftState, Focus, Status


def fold(draft: int, outline: Outline, events: Iterable[Event]) -> DraftState:
    """The state after these events, which are all of one draft and in order."""
    folding = Folding(draft, outline)
    for event in events:
        folding.add(event)
    return folding.state()


class Folding:
    """A fold that goes on: events are added in order, and the state after them can be had at any time.

    Undo takes back the newest thing said, wherever the cursor went since, and returns to its question;
    whatever is said next ends the possibility to redo.
    """

    def __init__(self, draft: int, outline: Outline) -> None:
        self.outline = outline
        self._draft = draft
        self._answers: dict[str, Answer] = {}
        self._standing: list[list[Event]] = []
        self._undone: list[list[Event]] = []
        self._written: list[Event] = []
        self._beside: set[int] = set()
        self._place, self._beyond, self._moved = END, False, False
        self._focus: Focus | None = None
        self._newest: Event | None = None
        self._finish_seq: int | None = None
        self._finished = self._cancelled = False
        self._spent: dict[str, timedelta] = {}
        self._asked = visible(outline, {})
        self._gates: list[str] = []
        self._read: tuple[str, dict[Any, Any]] = (END, {})

    def add(self, stored: Event) -> None:
        """The next event happens."""
        event = stored
        if (renamed := self.outline.renames.get(stored.question_key)) is not None:
            event = replace(stored, question_key=renamed)
        if self._newest is not None:
            at = origin_of(event.question_key) if event.kind in CONTENT else self._place
            self._spent[at] = self._spent.get(at, timedelta()) + time_between(self._newest.at, event.at)
        self._newest = event
        match event.kind:
            case kind if kind in CONTENT:
                self._say(event)
            case EventKind.GO:
                self._move(event.question_key, beyond=False)
                self._focus = Focus(event.target, int(event.text)) if event.target is not None else None
            case EventKind.UNDO if self._standing:
                self._undo()
            case EventKind.REDO if self._undone:
                self._redo()
            case EventKind.FINISH:
                self._finished, self._finish_seq = True, event.seq
            case EventKind.OWN | EventKind.RESTATE | EventKind.ADD:
                self._written.append(event)
            case EventKind.LET if event.beside is not None:
                self._standing.append([event])
                self._undone.clear()
                self._stand(event)
            case EventKind.CANCEL:
                self._cancelled = True
            case EventKind.RESTORE:
                self._cancelled = False
            case _:
                pass

    def state(self) -> DraftState:
        """The state after everything that was added."""
        asked = self._asked_now()
        place = self._place
        if not self._moved:
            place = asked.keys[0]
        elif self._beyond or (place != END and place not in asked.by_key):
            place = asked.after(place)
        if self._read[0] != place:
            self._read = (place, {})
        return DraftState(
            id=self._draft,
            outline=self.outline,
            asked=asked,
            answers=dict(self._answers),
            cursor=place,
            focus=self._focus,
            version=self._newest.seq if self._newest else 0,
            status=self._status,
            can_undo=bool(self._standing),
            can_redo=bool(self._undone),
            finish_seq=self._finish_seq,
            newest=next((said[-1] for said in reversed(self._standing) if said[0].kind in CONTENT), None),
            undoes=tuple(self._standing[-1]) if self._standing else (),
            spent=dict(self._spent),
            by_hand=self._by_hand,
            beside=frozenset(self._beside),
            read_here=self._read[1],
        )

    @property
    def _by_hand(self) -> ByHand:
        if not self._written:
            return NOTHING_BY_HAND
        said = [event for together in self._standing for event in together if event.kind in CONTENT]
        return by_hand(self._written, said, self.outline)

    @property
    def _status(self) -> Status:
        if self._cancelled:
            return Status.CANCELLED
        return Status.FINISHED if self._finished else Status.ACTIVE

    def _asked_now(self) -> Asked:
        """The questions asked; found anew only if a choice that opens or shuts any has changed."""
        gates = [self._answers.get(key, EMPTY).choice for key in self.outline.gates]
        if gates != self._gates:
            self._gates, self._asked = gates, visible(self.outline, self._answers)
        return self._asked

    def _say(self, event: Event) -> None:
        if self._standing and joins(self._standing[-1][0], event):
            self._standing[-1].append(event)
        else:
            self._standing.append([event])
        if placed_at_once(self._standing):
            together = self._standing.pop()
            self._standing[-1] += together
        self._undone.clear()
        self._stand(event)
        if is_aside(event.question_key):
            return
        self._focus, self._finished = None, False
        if _passes(event):
            self._move(event.question_key, beyond=True)

    def _undo(self) -> None:
        back = self._standing.pop()
        self._undone.append(back)
        self._beside -= {event.beside for event in back}
        for key in {event.question_key for event in back if event.kind in CONTENT}:
            left = [
                event
                for together in self._standing
                for event in together
                if event.question_key == key and event.kind in CONTENT
            ]
            if left:
                self._answers[key] = reduce(added, left, EMPTY)
            else:
                del self._answers[key]
        if back[0].question_key:
            self._move(back[0].question_key, beyond=False)
        self._focus, self._finished = None, False

    def _redo(self) -> None:
        again = self._undone.pop()
        self._standing.append(again)
        for event in again:
            self._stand(event)
        if again[0].question_key:
            self._move(again[0].question_key, beyond=_passes(again[0]))
        self._focus, self._finished = None, False

    def _stand(self, event: Event) -> None:
        if (beside := event.beside) is not None:
            self._beside.add(beside)
            return
        self._answers[event.question_key] = added(self._answers.get(event.question_key, EMPTY), event)

    def _move(self, place: str, *, beyond: bool) -> None:
        self._place, self._beyond, self._moved = origin_of(place), beyond, True


def _passes(event: Event) -> bool:
    """Whether the event answers its question for good, so that the cursor moves on by itself."""
    return event.kind in (EventKind.CHOOSE, EventKind.SKIP, EventKind.UNKNOWN) or (
        event.kind is EventKind.DECLARE and event.text == "yes"
    )
