"""Provinces and cities nobody gave: 赴浙江考察, 亳州市场."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..finding import Finding, FindingKind
from ..text.terms import Mark, longest
from ..trial import Trial

_A_WORD = 2


def check_regions(trial: Trial) -> Iterator[Finding]:
    """A province or a city must be given, by its name, its short name or what lies in it."""
    marks = longest(trial.prose.marks.of("regions"))
    starts = {mark.start for mark in marks}
    for mark in marks:
        if not _is_given(trial, mark, starts) and not trial.is_part_of_words(mark.start, mark.end):
            yield trial.told(FindingKind.NAME_INVENTED, mark.start, mark.end)


def _is_given(trial: Trial, mark: Mark, starts: Collection[int]) -> bool:
    short = trial.lexicon.short_names.get(mark.word, mark.word)
    if short in trial.notes.text or not trial.is_new(mark.word):
        return True
    after = trial.prose.text[mark.end : mark.end + _A_WORD]
    is_place = mark.end in starts or after not in trial.lexicon.vocabulary
    return is_place and after in trial.bigrams
