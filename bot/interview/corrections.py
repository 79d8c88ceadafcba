"""Notes that correct another one: 不对，是7900头; 支部那个不对，是10次. Whether they do is asked first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.corrected_note import Correction, corrected_by
from bot.interview.correction_words import Told, is_of_a_name, told
from bot.interview.declared_anew import tells_of_a_press
from bot.interview.outline import OTHER
from bot.interview.state import DraftState


@dataclass(frozen=True, slots=True)
class Correcting:
    """The note at question `key` seems to correct another one, in one of these ways."""

    note: Note
    key: str
    ways: tuple[Correction, ...]


def correcting(state: DraftState) -> Correcting | None:
    """The first note to be asked about at the question under the cursor, or one said just now elsewhere."""
    return state.once(_correcting)


def _correcting(state: DraftState) -> Correcting | None:
    newest = state.newest
    here = OTHER if state.cursor == END else state.cursor
    just_now = newest.question_key if newest is not None and newest.seq == state.version else here
    return next((found for key in dict.fromkeys((here, just_now)) for found in _at(state, key)), None)


def undecided(state: DraftState) -> tuple[Correcting, ...]:
    """All of them."""
    return tuple(found for key in state.keys for found in _at(state, key))


def unfound(state: DraftState, key: str, text: str, reply_to: int | None = None) -> bool:
    """Whether words said now at that question correct something, and nobody can tell what."""
    meant = told(text)
    if meant is None or not (meant.wrong or (meant.old and meant.value)):
        return False
    in_words = not (meant.value or meant.parts)
    of_one_value = key in state.asked.by_key and state.asked.by_key[key].kind == "line"
    if in_words and (of_one_value or (meant.named and not is_of_a_name(meant))):
        return False
    if tells_of_a_press(text):
        return False
    return not _now(state, key, text, meant, state.note_of(reply_to))


def finds(state: DraftState, key: str, text: str) -> bool:
    """Whether words said now at that question would be asked about as a correction."""
    meant = told(text)
    return meant is not None and bool(_now(state, key, text, meant))


def _now(
    state: DraftState, key: str, text: str, meant: Told, to: int | None = None
) -> tuple[Correction, ...]:
    return corrected_by(state, key, state.answer(key).words, Note(0, text, text, datetime.min, to=to), meant)


def with_the_no_before(state: DraftState, key: str, text: str) -> str:
    """The words behind a 不对 that was sent right before them, if both correct a figure; else alone."""
    last = state.aside[-1] if state.aside else None
    if last is None or state.newest is None or last.origin != key or last.note.seq != state.newest.seq:
        return text
    whole = f"{last.note.text}\n{text}"
    meant = told(whole)
    corrects = meant is not None and meant.wrong and meant.value is not None and finds(state, key, whole)
    return whole if corrects else text


def _at(state: DraftState, key: str) -> Iterator[Correcting]:
    if key not in state.asked.by_key:
        return
    words = state.answer(key).words
    for at, note in enumerate(words):
        if note.seq in state.beside or (meant := state.here(told, note.text)) is None:
            continue
        if found := corrected_by(state, key, words[:at], note, meant):
            yield Correcting(note, key, found)
