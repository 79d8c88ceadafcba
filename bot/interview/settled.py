"""What was said to a question and may be written: all but what waits for the person's word."""

from dataclasses import replace

from bot.interview.answer import Answer
from bot.interview.corrections import undecided
from bot.interview.state import DraftState


def settled(state: DraftState, key: str) -> Answer:
    """What stands for that question, without notes that may correct another one and are not settled yet."""
    answer, waiting = state.answer(key), waits(state)
    if not any(note.seq in waiting for note in answer.notes):
        return answer
    return replace(answer, notes=tuple(note for note in answer.notes if note.seq not in waiting))


def waits(state: DraftState) -> frozenset[int]:
    """The notes that are left out until the person has said whether they correct another one."""
    return state.once(_waiting)


def _waiting(state: DraftState) -> frozenset[int]:
    return frozenset(one.note.seq for one in undecided(state))
