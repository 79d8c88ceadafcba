"""A thing told with the contrary of its first character: 旧挖机 as 新挖机, 后墙 as 前墙, 母牛 as 公牛."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.places import places_of
from ..text.segmenting import SMALL
from ..trial import Trial


def check_contraries(trial: Trial) -> Iterator[Finding]:
    """Of a pair of characters that only the prose has, the notes must not have the contrary alone.

    They have it alone where the prose does not tell it besides: 大坝 and 小坝 may both be told. The first
    character must not end another word: 西北农林 names no 北农.
    """
    contraries, told = trial.lexicon.contraries, trial.prose.pairs
    for pair in sorted([pair for pair in told - trial.notes.pairs if pair[0] in contraries]):
        if pair[1] in SMALL or not "\u4e00" <= pair[1] <= "\u9fff":
            continue
        given = [
            sign + pair[1] for sign in sorted(contraries[pair[0]]) if sign + pair[1] in trial.notes.pairs
        ]
        if not given or not told.isdisjoint(given):
            continue
        for at in places_of(pair, trial.prose.text):
            if trial.prose.text[at - 1 : at + 1] not in trial.lexicon.vocabulary:
                yield trial.told(FindingKind.NAME_INVENTED, at, at + 2, detail=f" (the notes: {given[0]})")
