"""What the notes speak of without a name, or by another, has one in prose: 同心桥, 绿野家庭农场, 成昆铁路."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.segmenting import ACTS, SMALL
from ..text.terms import Mark, longest
from ..trial import Trial

_CHINESE = re.compile("[\u4e00-\u9fff]{2,3}")
_FIRST, _LAST = "\u4e00", "\u9fff"
_GRAMMAR = SMALL | frozenset("由系因需皆此非抓往赴出进入读管回好做策讯住起成定所仅劲者有待拟缺涉临")
"""Characters of which one makes words no name."""
_ESTATES = frozenset("里苑园轩居庭阁汇湾岛")
"""What a name may end with behind a word: 幸福里小区."""
_BETWEEN = 2
"""So many characters may tell between a name and its bearer what that does: 甜蜜养蜂协会."""
_ALONE = 2


def check_christened(trial: Trial) -> Iterator[Finding]:
    """Words that are neither verbs nor generic, before something of the notes that they nowhere stand in."""
    notes = trial.notes.text
    for kind in longest(trial.prose.lists["named_kinds"]):
        start = _name_start(trial, kind) if any(sign in notes for sign in kind.word) else None
        if start is not None:
            yield trial.told(FindingKind.NAME_INVENTED, start, kind.end)


def _name_start(trial: Trial, kind: Mark) -> int | None:
    """Where a name begins before what bears it; None if there is none, or if the notes know some of it."""
    text, cut = trial.prose.text, trial.prose_cut
    if not {kind.start, kind.end} <= cut.edges:
        return None
    start, end = _word_before(trial, kind.start), kind.start
    if end - start == _BETWEEN and _tells_what(trial, text[start:end]):
        start, end = _word_before(trial, start), start
    name = text[start:end]
    if not _CHINESE.fullmatch(name):
        return None
    if any(sign in trial.notes.text for sign in name) and not _is_lost(trial, name, kind):
        return None
    return start if _may_name(trial, name, kind) else None


def _is_lost(trial: Trial, name: str, kind: Mark) -> bool:
    """Whether the notes call such a thing otherwise, and prose nowhere does: 和丰合作社 as 和顺合作社."""
    notes = trial.notes.text
    at = notes.find(kind.word)
    given = notes[max(0, at - len(name)) : at] if at > 0 else ""
    lexicon = trial.lexicon
    return (
        trial.is_new(name + kind.word[0])
        and given not in trial.prose.text
        and (given in lexicon.shop_words or given in lexicon.place_words or trial.sound(given) >= _ALONE)
        and given not in lexicon.ordinary_verbs
    )


def _word_before(trial: Trial, end: int) -> int:
    """Where the word before a place begins: two characters that are no word count as one, 幸福里 as well."""
    text, begins = trial.prose.text, trial.prose_cut.begins
    start = begins[end]
    if end - start == 1 and start:
        before = begins[start]
        is_short = start - before == 1 and _FIRST <= text[before] <= _LAST
        return before if is_short or text[start] in _ESTATES else start
    return start


def _tells_what(trial: Trial, word: str) -> bool:
    return word in trial.bigrams or word in trial.lexicon.qualifiers


def _may_name(trial: Trial, word: str, kind: Mark) -> bool:
    lexicon = trial.lexicon
    if word in lexicon.place_words:
        return True
    if len(kind.word) == 1 and word not in lexicon.shop_words:
        return trial.sound(word) >= _ALONE and word not in lexicon.unnamed
    if word in lexicon.shop_words:
        return word not in lexicon.unnamed
    return (
        _GRAMMAR.isdisjoint(word)
        and word[0] not in ACTS
        and word not in lexicon.ordinary_verbs
        and word not in lexicon.common_verbs
        and word not in lexicon.qualifiers
        and word not in lexicon.ordinary
        and word not in lexicon.unnamed
    )
