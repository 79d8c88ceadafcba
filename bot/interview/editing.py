"""An edited message: the note that it was, or that it had corrected or filled, reads anew."""

from itertools import count, takewhile

from bot.interview.amending import ways
from bot.interview.answer import Note
from bot.interview.correction_words import told
from bot.interview.decision import Decision
from bot.interview.dropping import gone, is_only_a_request
from bot.interview.event import EventKind, NewEvent
from bot.interview.introducing import introduced
from bot.interview.move import Correct
from bot.interview.naming_units import with_unit
from bot.interview.repeated import is_mended, twins
from bot.interview.state import DraftState

_WRONG = "不对，"
"""What turns words that say only what is right into a correction."""


def correct(state: DraftState, move: Correct) -> Decision:
    """An edited message corrects the note it was; one that was no note changes nothing."""
    for key, standing in state.answers.items():
        for note in standing.notes:
            if move.text.strip() and (text := _recomposed(note, move)) is not None:
                if is_only_a_request(move.text):
                    return Decision(gone(key, note), notice="note_dropped")
                event = NewEvent(EventKind.CORRECT, key, text, note.seq, move.message_id)
                besides = (
                    *_its_end(key, standing.notes, note),
                    *_said_twice(state, key, note, text),
                    *_introduced_beside(state, key, note, text),
                )
                return Decision(event, notice="corrected", besides=besides)
            if move.text.strip() and note.corrected_by and note.corrected_by[0] == move.message_id:
                text = _corrected_anew(note, note.corrected_by[1], move.text)
                event = NewEvent(EventKind.CORRECT, key, text, note.seq, move.message_id)
                return Decision(event, notice="corrected")
            for index, message in note.filled_by.items():
                if message == move.message_id and move.text.strip():
                    fill = NewEvent(EventKind.FILL, key, f"{index}:{move.text}", note.seq, message)
                    return Decision(fill, notice="corrected")
    return Decision(notice="not_a_note")


def _its_end(key: str, notes: tuple[Note, ...], note: Note) -> tuple[NewEvent, ...]:
    """The rest of that message, which corrected itself: the edited message tells it anew, or no more."""
    behind = {one.seq: one for one in notes if one.message_id is None}
    rest = [behind[seq] for seq in takewhile(behind.__contains__, count(note.seq + 1))]
    if not rest or told(rest[0].text) is None:
        return ()
    return tuple(NewEvent(EventKind.WITHDRAW, key, target=one.seq) for one in rest)


def _said_twice(state: DraftState, key: str, note: Note, text: str) -> tuple[NewEvent, ...]:
    """What had said the same, of which only one was told: where a slip is mended it counts no more."""
    question = state.asked.by_key.get(key)
    if question is None or not question.adds_up or not is_mended(note.text, text):
        return ()
    return tuple(NewEvent(EventKind.WITHDRAW, key, target=one.seq) for one in twins(state.answer(key), note))


def _introduced_beside(state: DraftState, key: str, note: Note, text: str) -> tuple[NewEvent, ...]:
    """The other questions that the same message had answered read it anew, as far as it still tells them."""
    others = introduced(text).keys() & introduced(note.text).keys() - {key}
    return tuple(
        NewEvent(EventKind.CORRECT, other, text, one.seq)
        for other in sorted(others)
        for one in state.answer(other).notes
        if one.message_id is None and one.text == note.text
    )


def _corrected_anew(note: Note, before: str, said: str) -> str:
    """What the note reads now that the message which had corrected it says something else."""
    if (named := with_unit(before, said)) is not None:
        return named
    possible = ways(before, said) or ways(before, f"{_WRONG}{said}")
    alike = (
        way.text
        for way in possible
        if note.text.startswith(before[: way.at]) and note.text.endswith(way.behind)
    )
    return next(alike, possible[0].text if possible else said)


def _recomposed(note: Note, move: Correct) -> str | None:
    """The note with the edited message in its place; None if it is not one of the note's messages."""
    if move.message_id not in (message for message, _ in note.pieces):
        return None
    return "".join(
        text if message != move.message_id else ("\n" if text.startswith("\n") else "") + move.text
        for message, text in note.pieces
    )
