"""Where the facts of notes stand in prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .fact import Fact, FactKind
from .lexicon import Lexicon
from .matching.agreeing import same_number
from .matching.pairing import pair_numbers
from .readers.reader import in_original
from .text.folding import fold
from .trial import Trial, open_trial

_AROUND = 12
"""Characters on each side by which two places are told apart."""
_FIGURE = re.compile("[0-9.〇零一二两三四五六七八九十百千万亿]")
_LETTER = re.compile("[0-9A-Za-z]")


class Place(NamedTuple):
    """A span of the prose, and how much its surroundings have in common with the fact's: 0 is nothing."""

    start: int
    end: int
    likeness: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact of a note and its places in the prose, likeliest first: none when it is missing.

    `fact` has its places in the note, `note` is the note's index.
    """

    note: int
    fact: Fact
    places: tuple[Place, ...]


def locate(notes: Sequence[str], prose: str, lexicon: Lexicon) -> tuple[Placed, ...]:
    """Where each fact of each note stands in the prose, or may stand: two equal facts share their places.

    Numbers are found by value and surroundings, dates by the time they name, the rest by their words. What
    stands there as it was said is found however the prose around it is read.
    """
    trial = open_trial(notes, prose, lexicon)
    told = _told_numbers(trial)
    placed: list[Placed] = []
    for fact in trial.notes.facts:
        index = trial.note_of(fact.start)
        offset = trial.note_starts[index]
        whole = in_original(trial.notes, fact, trial.notes_original)
        own = whole._replace(start=whole.start - offset, end=whole.end - offset)
        known = told.get(fact.start, []) if fact.is_number else list(_by_meaning(trial, fact))
        spans = {place[:2] for place in known}
        words = standing(trial.prose.text, fact.text, figure=fact.is_number)
        known += _alike_first(trial, fact, (span for span in words if span not in spans))
        places = (Place(*trial.prose.folded.origin(*place[:2]), place.likeness) for place in known)
        placed.append(Placed(index, own, tuple(places)))
    return tuple(placed)


def words_in(text: str, words: str, lexicon: Lexicon, *, figure: bool) -> Iterator[tuple[int, int]]:
    """Every place of these words in the text, whatever their width and the blanks in them.

    Of a figure only where it is not a piece of a longer one.
    """
    folded = fold(text, lexicon.folds)
    for span in standing(folded.text, fold(words, lexicon.folds).text, figure=figure):
        yield folded.origin(*span)


def standing(text: str, words: str, *, figure: bool) -> Iterator[tuple[int, int]]:
    """The same for two folded texts."""
    edge = _FIGURE if figure else _LETTER
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        cut_before = at and edge.match(words) and edge.match(text, at - 1)
        if not cut_before and not (edge.match(words[-1]) and edge.match(text, end)):
            yield at, end
        at = text.find(words, at + 1)


def _told_numbers(trial: Trial) -> dict[int, list[Place]]:
    """The places of the prose's numbers by the place of the note's number that they tell, likeliest first."""
    pairing = pair_numbers(trial.prose, trial.notes)
    found: defaultdict[int, list[Place]] = defaultdict(list)
    pairs = [(pair.prose, pair.note) for pair in pairing.pairs]
    done = {note.start for _, note in pairs} | {note.start for note in pairing.missing}
    for note in trial.notes.numbers:
        if note.start not in done:
            pairs += ((prose, note) for prose in trial.prose.numbers if same_number(prose, note))
    for prose, note in pairs:
        found[note.start].append(Place(prose.start, prose.end, pairing.likeness(prose, note)))
    return {
        start: sorted(places, key=lambda place: (-place.likeness, place)) for start, places in found.items()
    }


def _by_meaning(trial: Trial, fact: Fact) -> Iterable[Place]:
    if fact.kind is FactKind.DATE:
        dates = (one for one in trial.prose.facts if one.kind is FactKind.DATE and one.scope == fact.scope)
        return _alike_first(trial, fact, ((date.start, date.end) for date in dates))
    words = fact.subject or fact.text
    return _alike_first(trial, fact, standing(trial.prose.text, words, figure=False))


def _alike_first(trial: Trial, fact: Fact, spans: Iterable[tuple[int, int]]) -> list[Place]:
    """The spans, those first whose surroundings are most like those of the fact in its note."""

    def around(text: str, start: int, end: int) -> set[str]:
        return set(text[max(0, start - _AROUND) : start]) | set(text[end : end + _AROUND])

    own = around(trial.notes.text, fact.start, fact.end)
    alike = sorted(spans, key=lambda span: (-len(own & around(trial.prose.text, *span)), span))
    return [Place(*span) for span in alike]
