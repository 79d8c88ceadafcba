"""What a person said, as the event that keeps it: a note, words put aside, a yes or no to a declaration."""

from bot.interview.aside import aside_key
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Say
from bot.interview.outline import Question
from bot.interview.state import DraftState


def noted(key: str, move: Say, to: int | None = None) -> NewEvent:
    """A message in answer to that question, perhaps a reply to that note."""
    return NewEvent(EventKind.NOTE, key, move.text, to, move.message_id, move.at)


def put_aside(move: Say, origin: str) -> NewEvent:
    """A message that may not answer the question it came at."""
    return noted(aside_key(origin), move)


def declared(question: Question, answer: str, message_id: int | None = None) -> NewEvent:
    """Yes or no to a declaration, pressed or in the words of that message."""
    return NewEvent(EventKind.DECLARE, question.key, answer, message_id=message_id)


def stays_to_compare(state: DraftState, question: Question, answer: str) -> tuple[NewEvent, ...]:
    """What keeps the person at a declaration that they confirm beside words of their own about it.

    The two may contradict each other. Who confirms it once more goes on.
    """
    stands = state.answer(question.key)
    first = answer == "yes" and bool(stands.words) and stands.declared != "yes"
    return (NewEvent(EventKind.GO, question.key),) if first else ()
