"""Choosing one of those that a question offers, and what becomes of words that were typed there before."""

from bot.interview.aside import aside_key
from bot.interview.decision import PLACING, QUESTION, Decision
from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Question
from bot.interview.placing import still_waiting, withdrawn_tries
from bot.interview.state import DraftState


def offered(question: Question, years: tuple[str, ...]) -> tuple[str, ...]:
    """The choices on a question's buttons."""
    return years if question.suggest_years else question.choices


def choose(state: DraftState, question: Question, chosen: str, message_id: int | None = None) -> Decision:
    """A choice takes the place of tries at it that were typed before; other words there are asked about."""
    event = NewEvent(EventKind.CHOOSE, question.key, chosen, message_id=message_id)
    tries = frozenset("".join(question.choices) or chosen)
    aside = tuple(
        NewEvent(EventKind.NOTE, aside_key(question.key), note.reading, note.seq, note.message_id, note.at)
        for note in state.answer(question.key).words
        if not any("\u4e00" <= sign <= "\u9fff" and sign in tries for sign in note.text)
    )
    tried = withdrawn_tries(state, question, tries)
    asks = aside or still_waiting(state, question, tried)
    notice = "chosen_words_kept" if asks else ""
    return Decision(event, PLACING if asks else QUESTION, notice, (*aside, *tried))
