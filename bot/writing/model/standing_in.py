"""What stands in for a model's sentences: the plain writer's, for exactly the notes that they rested on."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.interview.state import DraftState
from bot.report import Sentence
from bot.writing.model.brief import Brief, NoteUnit
from bot.writing.phrases import Phrases
from bot.writing.wording import framed, without, words


def stand_in(brief: Brief, ids: Sequence[str], state: DraftState, phrases: Phrases) -> list[Sentence]:
    """The plain writer's sentences for these notes, in the order in which they were asked for."""
    units = sorted((brief.by_id[note] for note in ids), key=lambda unit: brief.order[unit.id])
    sentences: list[Sentence] = []
    for _, together in groupby(units, key=lambda unit: unit.question.key):
        sentences += _of_one_question(list(together), state, phrases)
    return sentences


def _of_one_question(units: list[NoteUnit], state: DraftState, phrases: Phrases) -> list[Sentence]:
    question = units[0].question
    wanted = {unit.source.note for unit in units}
    answer = state.answer(question.key)
    only = replace(answer, notes=tuple(note for note in answer.notes if note.seq in wanted or note.unknown))
    sentences = words(question, only)
    if not sentences or not units[0].opens:
        return sentences
    if question.aspect in ("cause", "measure"):
        frames, drop = (
            (phrases.causes, phrases.drop_before_cause)
            if question.aspect == "cause"
            else (phrases.measures, phrases.drop_before_measure)
        )
        notes = without(sentences[0].text, drop)
        opened = _one_of(frames, question.key).format(notes=notes)
        return [Sentence(opened, sentences[0].sources), *sentences[1:]]
    return framed(sentences, question.topic, _one_of(phrases.frames, question.key))


def _one_of(frames: Sequence[str], seed: str) -> str:
    return frames[int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4]) % len(frames)]
