"""Follow-up questions: what an office reader would ask next, found by rules in a person's own words."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Annotated, Literal

from pydantic import Field

from bot.interview.corrections import correcting
from bot.interview.event import EventKind
from bot.interview.gap import placeholders
from bot.interview.not_mine import is_not_mine
from bot.interview.outline import Aspect, Key, Question, Role, Strict, Text
from bot.interview.state import DraftState
from bot.widths import levelled

MOST = 2
"""How many follow-up questions one question may lead to."""

BY_MODEL = "model:"
"""What the name of a question begins with that a model thought of; no rule has such a name."""

Near = Literal["clause", "sentence", "note", "answer"]
_BREAKS: dict[str, str] = {"clause": r"[，,。；;！!？?\s]", "sentence": r"[。；;！!？?\n]"}
_SAYS = frozenset({EventKind.NOTE, EventKind.JOIN, EventKind.CORRECT})


class Narrow:
    """A note with figures of one width, which is what the rules look for. What was found in it is kept."""

    def __init__(self, note: str) -> None:
        self.text = levelled(note)
        self._found: dict[str, tuple[re.Match[str], ...]] = {}

    def found(self, pattern: str) -> tuple[re.Match[str], ...]:
        """Where the pattern matches."""
        if pattern not in self._found:
            self._found[pattern] = tuple(_compiled(pattern).finditer(self.text))
        return self._found[pattern]


class Rule(Strict):
    """One thing that may be asked; prompts/chat/follow-ups.yaml says what each part means."""

    id: Key
    ask: Text
    found: str = ""
    unless: str = ""
    near: Near = "answer"
    want: str = ""
    said: bool = False
    every: bool = False
    only: tuple[Key, ...] = ()
    without: Annotated[tuple[Key, ...], Field(alias="not")] = ()
    aspects: tuple[Aspect | Literal["plain"], ...] = ("plain",)
    roles: tuple[Role, ...] = ()
    fires: tuple[Text, ...]
    silent: tuple[Text, ...]

    def asks(self, question: Question, style: str, role: Role) -> bool:
        """Whether the rule is meant for such a question, put to somebody of that role."""
        return (
            (question.aspect or "plain") in self.aspects
            and (not self.only or style in self.only)
            and style not in self.without
            and (not self.roles or role in self.roles)
        )

    def sees(self, notes: Sequence[Narrow], wants: Sequence[str] = ()) -> str | None:
        """The question that these notes lead to; None if there is nothing to ask."""
        if self.found and not any(note.found(self.found) for note in notes):
            return None
        meant = _meant(self.want, tuple(wants)) if self.want else ()
        want = next((want for want in meant if not self.said or _mentions(notes, want)), "")
        if self.want and not want:
            return None
        open_ones = (
            quote
            for stretch, quote in self._matches(notes)
            if not (self.unless and _compiled(self.unless).search(stretch)) and not placeholders(stretch)
        )
        quotes = list(open_ones if self.every else islice(open_ones, 1))
        return self.ask.format(quote="”“".join(quotes), want=want) if quotes else None

    def _matches(self, notes: Sequence[Narrow]) -> Iterator[tuple[str, str]]:
        """The stretch where `unless` looks, later notes always among it, and the words to quote."""
        texts = [note.text for note in notes]
        if not self.found:
            yield "\n".join(texts), ""
            return
        for number, note in enumerate(notes):
            for match in note.found(self.found):
                quote = match.groupdict().get("quote") or match.group()
                match self.near:
                    case "answer":
                        yield "\n".join(texts), quote
                    case "note":
                        yield "\n".join(texts[number:]), quote
                    case near:
                        around = _around(note.text, match.start(), match.end(), _BREAKS[near])
                        yield "\n".join((around, *texts[number + 1 :])), quote


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up question to what was just said. `rule` tells it from others."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A follow-up question that a person has seen at a version of the draft, and perhaps put aside."""

    rule: str
    version: int
    passed: bool
    text: str = ""

    @property
    def by_model(self) -> bool:
        """Whether a model thought of it."""
        return self.rule.startswith(BY_MODEL)


def just_said(state: DraftState) -> bool:
    """Whether the newest event is a note, said where notes are asked for."""
    question, newest = state.question, state.newest
    if question is None or question.kind != "notes" or newest is None or state.focus is not None:
        return False
    return newest.seq == state.version and newest.question_key == question.key and newest.kind in _SAYS


def may_ask(state: DraftState, asked: Collection[Asked]) -> bool:
    """Whether the note that came last may be asked about; `asked` is what was asked at this question before.

    Not more often than MOST at one question, and not once the person has put a question aside there.
    A note that seems to correct another one is asked about in another way, and one of what is not the
    person's duty not at all.
    """
    newest = state.newest
    if newest is None or not just_said(state):
        return False
    earlier = {seen.version for seen in asked} - {state.version}
    left = len(earlier) < MOST and not any(seen.passed for seen in asked)
    return left and not is_not_mine(newest.text) and correcting(state) is None


def follow_up(state: DraftState, rules: Sequence[Rule], asked: Collection[Asked]) -> FollowUp | None:
    """What to ask about the note that came last, if it may be asked about (see `may_ask`).

    It stands until anything else happens. What a model thought of takes the place of a rule's question. No
    rule asks twice.
    """
    question = state.question
    if question is None or not may_ask(state, asked):
        return None
    for seen in asked:
        if seen.version == state.version and seen.by_model and seen.text:
            return FollowUp(seen.rule, seen.text)
    before = {seen.rule for seen in asked if seen.version != state.version}
    notes = [state.here(Narrow, note.reading) for note in state.answer(question.key).words]
    style = state.outline.styles.get(question.key, "")
    for rule in rules:
        if rule.id in before or not rule.asks(question, style, state.outline.role):
            continue
        if (text := rule.sees(notes, question.wants)) is not None:
            return FollowUp(rule.id, text)
    return None


def _mentions(notes: Sequence[Narrow], want: str) -> bool:
    """Whether the notes speak of what a figure counts, by two characters in a row: 走访 for 走访户数."""
    return any(note.found(_pairs(want)) for note in notes)


def _around(text: str, start: int, end: int, breaks: str) -> str:
    """The stretch between two breaks that holds a span."""
    before = [match.end() for match in _compiled(breaks).finditer(text, 0, start)]
    after = _compiled(breaks).search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


@cache
def _meant(pattern: str, wants: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a question's figures that a rule is about."""
    return tuple(want for want in wants if _compiled(pattern).search(want))


@cache
def _pairs(want: str) -> str:
    """A pattern for them; it matches nothing where there are none."""
    return "|".join(re.escape(want[at : at + 2]) for at in range(len(want) - 2)) or "(?!)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
