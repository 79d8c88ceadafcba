"""A thing told with the contrary of its first character: 旧挖机 as 新挖机, 后墙 as 前墙, 母牛 as 公牛."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.segmenting import SMALL
from ..trial import Trial


def check_contraries(trial: Trial) -> Iterator[Finding]:
    """Of a pair of characters that only the prose has, the notes must not have the contrary alone.

    They have it alone where the prose does not tell it besides: 大坝 and 小坝 may both be told.
    """
    contraries, told = trial.lexicon.contraries, trial.prose.pairs
    for pair in sorted(told - trial.notes.pairs):
        others = contraries.get(pair[0])
        if others is None or pair[1] in SMALL or not "\u4e00" <= pair[1] <= "\u9fff":
            continue
        given = [sign + pair[1] for sign in others if sign + pair[1] in trial.notes.pairs]
        if given and told.isdisjoint(given):
            start = trial.prose.text.find(pair)
            yield trial.told(FindingKind.NAME_INVENTED, start, start + 2, detail=f" (the notes: {given[0]})")
