"""Which placeholder of a note words fill: the one that was chosen, or the only one that a bare value fits."""

from bot.interview.correction_words import EDGES
from bot.interview.gap import fits, is_unknown, placeholders
from bot.interview.outline import Question
from bot.interview.state import DraftState, Focus
from bot.interview.told_anew import value_told
from bot.widths import levelled

LONGEST_FILL = 30


def meant_to_fill(state: DraftState, question: Question, text: str) -> Focus | None:
    """The placeholder under the focus; without one, that of the note said last, if a value has its unit.

    30万 behind 投资XX万 fills it, and so it does where several places are open and only one is counted so.
    """
    if is_unknown(text):
        return None
    if state.focus is not None:
        return state.focus if len(text.strip()) <= LONGEST_FILL else None
    words = state.answer(question.key).words
    subject, value = value_told(levelled(text).strip(EDGES))
    if question.kind != "notes" or not words or subject or value is None:
        return None
    last = words[-1]
    open_places = [
        Focus(last.seq, index)
        for index, place in enumerate(placeholders(last.text))
        if index not in last.fills and fits(text, place)
    ]
    return open_places[0] if len(open_places) == 1 else None
