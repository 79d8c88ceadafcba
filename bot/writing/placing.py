"""Which sentence of a report tells each fact that was given, and where in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.facts import Fact, Lexicon, locate, words_in
from bot.interview.answer import Note
from bot.interview.outline import Question
from bot.report import Sentence
from bot.writing.listed import is_listed, names_besides

ALIKE = 8
"""How much the surroundings of two figures have in common when one telling may stand for both."""
_AROUND = 12
_COUNTING = re.compile("[一二三四五六七八九十]{1,2}是")
"""二是 counts sentences: it tells no figure."""


class Spot(NamedTuple):
    """A span of a sentence, by the sentence's number in the report."""

    sentence: int
    start: int
    end: int

    def meets(self, other: "Spot") -> bool:
        """Whether the two share a character."""
        return self.sentence == other.sentence and self.start < other.end and other.start < self.end


@dataclass(slots=True, eq=False)
class Given:
    """A fact of a note, and where the report tells it: None if nowhere."""

    question: Question
    note: Note
    fact: Fact
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class _Chance:
    given: Given
    spot: Spot
    likeness: int


def place_facts(
    notes: Sequence[tuple[Question, Note]], sentences: Sequence[Sentence], lexicon: Lexicon
) -> list[Given]:
    """Every fact of the notes with the place that tells it.

    It is looked for in the sentences that rest on its note, and each telling of a figure is that of the note
    most like it, so that equal figures of two notes keep apart. What stands in none of them is looked for
    everywhere, by its words: only what is not in the report has no place.
    """
    found: list[Given] = []
    chances: list[_Chance] = []
    for question, note in notes:
        for given, places in _in_own_sentences(question, note, sentences, lexicon):
            found.append(given)
            chances += places
        found += _named_besides(question, note, sentences, lexicon)
    taken = _settled(chances)
    for given in found:
        if given.spot is None:
            given.spot = place_by_words(given, sentences, taken, lexicon)
            if given.spot is not None:
                taken.append(given.spot)
    return found


def place_by_words(
    given: Given, sentences: Sequence[Sentence], taken: Sequence[Spot], lexicon: Lexicon
) -> Spot | None:
    """Where the words of a fact stand in any sentence; a figure only beside another word of its note."""
    fact = given.fact
    for number, sentence in enumerate(sentences):
        for start, end in words_in(sentence.text, fact.text, lexicon, figure=fact.is_number):
            spot = Spot(number, start, end)
            if not fact.is_number:
                return spot
            beside = sentence.text[max(0, start - _AROUND) : start], sentence.text[end : end + _AROUND]
            if not any(map(spot.meets, taken)) and any(
                _share_a_word(given.note.reading, one) for one in beside
            ):
                return spot
    return None


def _in_own_sentences(
    question: Question, note: Note, sentences: Sequence[Sentence], lexicon: Lexicon
) -> Iterator[tuple[Given, list[_Chance]]]:
    """The facts of a note with all places in the sentences that rest on it where they may stand."""
    starts: list[int] = []
    resting: list[int] = []
    prose = ""
    for number, sentence in enumerate(sentences):
        if any(s.question == question.key and s.note in (note.seq, None) for s in sentence.sources):
            resting.append(number)
            starts.append(len(prose))
            prose += sentence.text
    for placed in locate([note.reading], prose, lexicon):
        if is_listed(placed.fact):
            given = Given(question, note, placed.fact)
            chances = []
            for place in placed.places:
                if _COUNTING.match(prose, place.start):
                    continue
                at = max(index for index, start in enumerate(starts) if start <= place.start)
                spot = Spot(resting[at], place.start - starts[at], place.end - starts[at])
                chances.append(_Chance(given, spot, place.likeness))
            yield given, chances


def _named_besides(
    question: Question, note: Note, sentences: Sequence[Sentence], lexicon: Lexicon
) -> Iterator[Given]:
    """The names of a note that the reader does not lock, at once in a sentence that rests on it."""
    for fact in names_besides(note.reading, lexicon):
        given = Given(question, note, fact)
        for number, sentence in enumerate(sentences):
            start = sentence.text.find(fact.text)
            if start >= 0 and any((s.question, s.note) == (question.key, note.seq) for s in sentence.sources):
                given.spot = Spot(number, start, start + len(fact.text))
                break
        yield given


def _settled(chances: Sequence[_Chance]) -> list[Spot]:
    """Give every fact its likeliest place, a figure's to one note only; returns the places of figures."""
    taken: list[Spot] = []
    for chance in sorted(chances, key=lambda chance: -chance.likeness):
        figure = chance.given.fact.is_number
        if chance.given.spot is None and not (figure and any(map(chance.spot.meets, taken))):
            chance.given.spot = chance.spot
            if figure:
                taken.append(chance.spot)
    for chance in chances:
        if chance.given.spot is None and chance.likeness >= ALIKE:
            chance.given.spot = chance.spot
    return taken


def _share_a_word(note: str, text: str) -> bool:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return any(pair in note for pair in pairs if pair.isalpha())
