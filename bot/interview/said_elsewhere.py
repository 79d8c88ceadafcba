"""The same words at two questions: they are told at the first, unless they are wanted at both."""

from bot.interview.bare import bare
from bot.interview.outline import Question
from bot.interview.repeated import tells_by_itself
from bot.interview.state import DraftState

SAID_ELSEWHERE = "amiss_said_elsewhere"
"""What is amiss with them."""
_SHORTEST = 12
"""Characters of words that nobody means of two things: 每月开会1次 may be said of both."""


def said_elsewhere(state: DraftState, key: str, text: str) -> Question | None:
    """The other question where a note says exactly this, blanks and marks apart; None if there is none."""
    said = bare(text)
    if len(said) < _SHORTEST:
        return None
    there = {other for other, answer in state.answers.items() if said in answer.said and other != key}
    if not there or not tells_by_itself(text):
        return None
    return next((one for one in state.questions if one.kind == "notes" and one.key in there), None)
