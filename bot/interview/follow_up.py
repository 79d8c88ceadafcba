"""Follow-up questions: what an office reader would ask next, found by rules in a person's own words."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.interview.corrections import correcting
from bot.interview.event import EventKind
from bot.interview.follow_up_rules import Narrow, Rules
from bot.interview.not_mine import is_not_mine
from bot.interview.state import DraftState

MOST = 2
"""How many follow-up questions one question may lead to."""

BY_MODEL = "model:"
"""What the name of a question begins with that a model thought of; no rule has such a name."""

_SAYS = frozenset({EventKind.NOTE, EventKind.JOIN, EventKind.CORRECT})


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


def follow_up(state: DraftState, rules: Rules, asked: Collection[Asked]) -> FollowUp | None:
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
    meant = rules.meant_for(question, state.outline.styles.get(question.key, ""), state.outline.role)
    for rule in meant.found_in(notes):
        if rule.id in before:
            continue
        if (text := rule.sees(notes, question.wants)) is not None:
            return FollowUp(rule.id, text)
    return None
