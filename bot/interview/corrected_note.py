"""Which note some words correct, and how.

What they name is looked for where it was said, first at their own question, then in its section, then
anywhere. What names nothing corrects the note before it, at the same question or, if it is the first there,
wherever that was said.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.interview.amending import amended
from bot.interview.answer import Note
from bot.interview.by_figure import by_figure
from bot.interview.correction_words import Told, reads_like_one, told
from bot.interview.declaring import meant as meaning
from bot.interview.declaring import only_stands
from bot.interview.figures import WHOLE_NAME
from bot.interview.kinds import amiss
from bot.interview.outline import Question
from bot.interview.renaming import renamed
from bot.interview.repeated import repeats
from bot.interview.state import DraftState
from bot.interview.way import MOST_WAYS, Way

LONGEST_LINE = 20

_Said = tuple[Question, Note]


@dataclass(frozen=True, slots=True)
class Correction:
    """The note `before`, an answer to `question`, would read as `way` says."""

    before: Note
    question: Question
    way: Way


def corrected_by(
    state: DraftState, key: str, earlier: Sequence[Note], said: Note, meant: Told
) -> tuple[Correction, ...]:
    """What may be corrected by words at that question, behind what was said `earlier` there.

    That is first the note they reply to, then what was said there, in the same section, anywhere.

    What only confirms a sentence or refuses to is of the declaration it is said to, and corrects no note.
    """
    if meant.value is None and only_stands(meant.rest):
        return ()
    here = [(state.asked.by_key[key], note) for note in earlier if not _says_again(state, key, note)]
    everywhere = _everywhere(state, said)
    scopes = (here,) if meant.near else (here, *_around(state, key, everywhere))
    if replied := [one for one in everywhere if one[1].seq == said.to]:
        look = _all_at_once if meant.parts else _named
        if found := look(replied, meant) or _in(replied[0], said.text, meant):
            return found
    if meant.parts:
        if found := _first(_all_at_once, scopes, meant):
            return found
        if not meant.rest or not any(_first(_named, scopes, part) for part in meant.parts):
            return ()
    elif meant.of or meant.named:
        if found := _first(_named, scopes, meant):
            return found
        if meant.named:
            return ()
    if meant.old:
        nearest_first = [one for scope in scopes for one in reversed(scope)]
        return next((found for one in nearest_first if (found := _in(one, said.text, meant))), ())
    if here:
        nearest_first = here[::-1] if meant.value else here[-1:]
        return next((found for one in nearest_first if (found := _in(one, said.text, meant))), ())
    nearest = max(everywhere, key=lambda one: one[1].seq, default=None)
    fits = nearest is not None and (nearest[0].kind != "line" or not amiss(nearest[0], meant.rest, ()))
    return _in(nearest, said.text, meant) if nearest and fits and reads_like_one(said.text) else ()


def _everywhere(state: DraftState, said: Note) -> list[_Said]:
    """Every note that was said before these words, in the order of the questions."""
    return [
        (question, note)
        for question in state.questions
        for note in state.answer(question.key).words
        if (not said.seq or note.seq < said.seq) and not _says_again(state, question.key, note)
    ]


def _says_again(state: DraftState, key: str, note: Note) -> bool:
    return state.asked.by_key[key].adds_up and note.seq in repeats(state.answer(key))


def _around(state: DraftState, key: str, everywhere: Sequence[_Said]) -> tuple[list[_Said], list[_Said]]:
    """What was said at other questions of the same section, and what in other sections."""
    part_of = state.asked.part_of
    there = [one for one in everywhere if one[0].key != key and part_of[one[0].key] == part_of[key]]
    return there, [one for one in everywhere if part_of[one[0].key] != part_of[key]]


def _first(
    look: Callable[[list[_Said], Told], tuple[Correction, ...]],
    scopes: tuple[list[_Said], ...],
    meant: Told,
) -> tuple[Correction, ...]:
    return next((found for scope in scopes if (found := look(scope, meant))), ())


def _in(one: _Said, said: str, meant: Told) -> tuple[Correction, ...]:
    """What the words make of one note."""
    question, note = one
    if question.kind == "declaration" and meaning(question.sentence, note.reading):
        return ()
    found = amended(
        note.reading, said, meant, (question.label, question.topic), whole=question.kind == "line"
    )
    return tuple(Correction(note, question, way) for way in found)


def _named(scope: list[_Said], meant: Told) -> tuple[Correction, ...]:
    """The figures there that the name fits best, and a short answer to the question of that name."""
    found = []
    for question, note in scope:
        if told(note.text) is not None:
            continue
        ways = by_figure(note.reading, meant, (question.label, question.topic)) or renamed(
            note.reading, meant
        )
        named = question.kind == "line" and meant.of == question.label
        if not ways and named and len(meant.rest) <= LONGEST_LINE:
            ways = (Way(meant.rest, note.reading, meant.rest, likeness=WHOLE_NAME),)
        found += [Correction(note, question, way) for way in ways]
    most = max((one.way.likeness for one in found), default=0)
    return tuple([one for one in found if one.way.likeness == most][-MOST_WAYS:])


def _all_at_once(scope: list[_Said], meant: Told) -> tuple[Correction, ...]:
    """The last note there that has every one of several figures, and each of them in one place only."""
    for question, note in reversed(scope):
        if told(note.text) is None and (text := _with_all(question, note.reading, meant.parts)):
            return (Correction(note, question, Way(text)),)
    return ()


def _with_all(question: Question, text: str, parts: tuple[Told, ...]) -> str:
    for part in parts:
        ways = by_figure(text, part, (question.label, question.topic))
        if len(ways) != 1:
            return ""
        text = ways[0].text
    return text
