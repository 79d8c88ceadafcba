"""What was said to a question and may be written: each thing once, and nothing that waits for a word."""

from dataclasses import replace

from bot.interview.answer import Answer
from bot.interview.corrections import undecided
from bot.interview.repeated import repeats
from bot.interview.state import DraftState


def settled(state: DraftState, key: str) -> Answer:
    """What stands for that question, without notes that may correct another one and are not settled yet.

    Where notes add up, those are left out as well that only say again what is left.
    """
    answer = _without(state.answer(key), waits(state))
    question = state.asked.by_key.get(key)
    return _without(answer, repeats(answer)) if question is not None and question.adds_up else answer


def _without(answer: Answer, out: frozenset[int]) -> Answer:
    if not any(note.seq in out for note in answer.notes):
        return answer
    return replace(answer, notes=tuple(note for note in answer.notes if note.seq not in out))


def waits(state: DraftState) -> frozenset[int]:
    """The notes that are left out until the person has said whether they correct another one."""
    return state.once(_waiting)


def _waiting(state: DraftState) -> frozenset[int]:
    return frozenset(one.note.seq for one in undecided(state))
