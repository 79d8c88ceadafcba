"""Who says who they are in one message: it answers the questions for name, place and post at once."""

from dataclasses import replace

from bot.interview.decision import Decision
from bot.interview.event import EventKind, NewEvent
from bot.interview.introducing import PARTICULARS, introduced
from bot.interview.move import Say
from bot.interview.outline import Question
from bot.interview.said import noted
from bot.interview.state import DraftState


def introduces(state: DraftState, question: Question, move: Say) -> Decision | None:
    """Name, place and post told in one message answer all those of their questions that are still open.

    None if the message is no introduction, or tells nothing but what is asked here.
    """
    told = introduced(move.text) if question.kind == "line" else {}
    keys = [key for key in PARTICULARS if key in told and key in state.keys and not state.answer(key).given]
    if question.key not in PARTICULARS or not set(keys) - {question.key}:
        return None
    first, *others = (noted(key, move) for key in keys)
    on: tuple[NewEvent, ...] = ()
    if question.key in keys:
        ahead = state.keys[state.keys.index(question.key) :]
        on = tuple(
            NewEvent(EventKind.GO, key) for key in ahead if key not in keys and not state.answer(key).given
        )[:1]
    return Decision(first, notice="introduced", besides=(*(replace(o, message_id=None) for o in others), *on))
