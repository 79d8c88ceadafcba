"""The same words at two questions: they are told at the first, unless they are wanted at both."""

from bot.interview.outline import Question
from bot.interview.repeated import bare, said_in, tells_by_itself
from bot.interview.state import DraftState

SAID_ELSEWHERE = "amiss_said_elsewhere"
"""What is amiss with them."""
_SHORTEST = 12
"""Characters of words that nobody means of two things: 每月开会1次 may be said of both."""


def said_elsewhere(state: DraftState, key: str, text: str) -> Question | None:
    """The other question where a note says exactly this, blanks and marks apart; None if there is none."""
    said = bare(text)
    if len(said) < _SHORTEST or not tells_by_itself(text):
        return None
    others = (question for question in state.questions if question.kind == "notes" and question.key != key)
    return next((one for one in others if said in said_in(state.answer(one.key))), None)
