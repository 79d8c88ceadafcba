"""Numbers: changed, invented, rescaled, with another unit, hedge, direction or time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..matching.agreeing import is_spoken_span, same_measure, same_number
from ..matching.pairing import Pairing
from ..trial import Trial
from .check_pair import check_pair
from .counting import counts_list, counts_names, is_counted_out, is_relabelled, miscounts
from .derived import remainder_of, sources_of
from .explaining import explain
from .number_sources import (
    is_figure_of_speech,
    is_implied,
    is_said,
    is_superlative,
    is_whole_or_none,
    short_of,
    sides_of,
)
from .number_tellings import (
    is_covered,
    is_listed_out,
    is_most,
    is_named_out,
    is_pointed_at,
    is_pointing,
    is_shared_out,
    is_told_by_places,
    is_told_in_words,
)
from .rivals import given_otherwise, has_rival, told_for_another

_MOST = 60
_TOLD_ONCE = 10
_AMONG = re.compile("[之当]中|[^,。;、]{0,4}(?:逐[户村个一人家]|全部|均|都)")
_OF_THESE = re.compile("[\u4e00-\u9fff]{0,3}[之当]?中(?![心学小队部国央年旬共介断止级等型])")
"""组织讲堂6次，……6次讲堂中仅旁听4次."""
_FEW = frozenset((2, 3))
"""Who tells of all of so few has counted them."""


def check_numbers(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """Every number told must be given, and every number given must be told, as it was."""
    for pair in pairing.pairs:
        yield from check_pair(trial, pair)
    naming = [note for note in pairing.missing if counts_names(trial.notes, note)]
    missing = {note.start: note for note in pairing.missing if not note.weak and note not in naming}
    told = {pair.note.start for pair in pairing.pairs}
    untold = [note for note in trial.notes.numbers if note.start not in told and (note.unit or not note.weak)]
    for fact, meant in _told_for_another(trial, pairing, untold):
        missing.pop(meant.start, None)
        yield trial.told(FindingKind.NUMBER_CHANGED, fact.start, fact.end, meant)
    for fact in pairing.extra:
        if (
            fact.weak
            or is_whole_or_none(trial.notes, fact)
            or is_said(trial, fact)
            or is_superlative(trial, fact)
            or is_pointed_at(trial, fact)
            or (
                _is_repeated(trial, pairing, fact)
                and not has_rival(pairing, fact, islice(missing.values(), _MOST))
            )
        ):
            continue
        sides = sides_of(trial, fact)
        if sides:
            for side in sides:
                missing.pop(side.start, None)
            continue
        if (short := short_of(trial, fact, missing.values())) is not None:
            missing.pop(short.start, None)
            continue
        sources = sources_of(trial, fact) or remainder_of(trial, fact)
        places = {source.start for source in sources}
        other = given_otherwise(trial.notes, pairing, fact, untold, places)
        if other is not None and counts_list(trial.prose, fact):
            other = None
        if other is None and not miscounts(trial.prose, fact):
            if is_counted_out(trial, fact) or _is_one_of(trial, pairing, fact, missing):
                continue
            if counts_names(trial.prose, fact):
                for counted in list(missing.values()):
                    if counted.measure == "each" and counted.value == fact.value:
                        del missing[counted.start]
                continue
            if sources and not has_rival(pairing, fact, islice(missing.values(), _MOST), places):
                for source in sources:
                    missing.pop(source.start, None)
                continue
        kind, note = explain(trial, pairing, fact, list(islice(missing.values(), _MOST)))
        if note is None and other is not None:
            kind, note = explain(trial, pairing, fact, [other])
        if (
            note is None
            and is_figure_of_speech(fact)
            and not miscounts(trial.prose, fact)
            and not is_relabelled(trial, fact)
        ):
            continue
        if note is not None:
            missing.pop(note.start, None)
        yield trial.told(kind, fact.start, fact.end, note)
    for note in missing.values():
        if not _is_told(trial, note):
            yield trial.missing(note.start, note.end)


def _told_for_another(trial: Trial, pairing: Pairing, untold: list[Fact]) -> list[tuple[Fact, Fact]]:
    """Numbers told for another one that is told nowhere, nor makes one that is told by arithmetic."""
    found = list(told_for_another(pairing, untold))
    if not found:
        return []
    made_of = {source.start for fact in pairing.extra for source in sources_of(trial, fact)}
    return list(told_for_another(pairing, [note for note in untold if note.start not in made_of]))


def _is_repeated(trial: Trial, pairing: Pairing, fact: Fact) -> bool:
    """Whether a number was told before, of the same thing: 摔伤由25人减至18人，然而18人受伤; 58人之中.

    Small numbers are told anew too easily: of 包案2件 one may be settled, and not 2件.
    """
    if not fact.unit or (fact.size < _TOLD_ONCE and not _OF_THESE.match(trial.prose.text, fact.end)):
        return False
    clause = trial.prose.clause_at(fact.start)
    here = trial.prose.telling(clause.start, clause.end) - frozenset(fact.text)
    return any(
        here & trial.prose.telling(*trial.prose.clause_at(told.start)[:2])
        or _AMONG.match(trial.prose.text, fact.end)
        for told in (pair.prose for pair in pairing.pairs)
        if told.end <= clause.start
        and (told.measure, told.hedge) == (fact.measure, fact.hedge)
        and same_number(told, fact)
    )


def _is_one_of(trial: Trial, pairing: Pairing, fact: Fact, missing: Mapping[int, Fact]) -> bool:
    """Whether a 1 only says what the notes say without counting, and no number of theirs waits for it."""
    return (
        fact.value == 1
        and fact.kind is not FactKind.RANK
        and is_implied(trial, fact)
        and not has_rival(pairing, fact, islice(missing.values(), _MOST))
    )


def _is_told(trial: Trial, note: Fact) -> bool:
    """Whether the prose tells a number of the notes without writing it."""
    if is_whole_or_none(trial.prose, note) or is_told_in_words(trial, note) or is_pointing(trial, note):
        return True
    if (
        is_shared_out(trial, note)
        or is_most(trial, note)
        or is_named_out(trial, note)
        or is_listed_out(trial, note)
    ):
        return True
    if is_spoken_span(note) and any(
        fact.hedge and same_measure(fact, note) and note.size / 2 <= fact.size < note.size
        for fact in trial.prose.numbers
    ):
        return True
    if note.kind is FactKind.RANK and note.text[:1] == "第" and note.text[1:] in trial.prose.text:
        return True
    if note.kind is FactKind.RANK and is_told_by_places(trial, note):
        return True
    if len(note.text) > 1 and not note.text[0].isdecimal() and note.text in trial.prose.text:
        return True
    few = note.value == 1 or (note.kind is FactKind.COUNT and note.value in _FEW)
    return note.scope != "last" and few and is_covered(trial, note)
