"""Places of the notes by another name: 青龙山 as 凤凰山, 白云寺 as 白云山, 和平桥 as 太平桥."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..trial import Trial

_LAND = Scan(
    "[山河湖岭塘坝坡沟桥街巷渠港湾水]",
    "(?:[山河湖岭塘坝坡沟桥街巷渠港湾]|水库)(?![长区道头上下里中边路面网段管委羊药地村林洪火体泉茶坳会])",
)
"""Land and water that mostly bear a name of two characters."""
_LANDMARK = Scan(
    "[寺庙庵观阁塔山岭湖湾坪坡桥路街村水花家公广小社]",
    "[寺庙庵观阁塔山岭湖湾坪坡](?![长区里上下边面脚顶会])|[桥路街村](?![长道口头面里民委部])|水库|[花家公]园|广场|[小社]区",
)
"""What stands beside others of the same name, so that the ending alone tells which one is meant."""
_COMMON = Scan(
    "[组路街巷桥渠闸堰坝坡社小花家公广大水幼中]",
    "组(?![织长建合成委团员])|路(?![灯面段口长线网基费径上边人政权子])|街(?![道头坊])|巷(?!道)|桥(?![头梁面墩下边])"
    "|水?渠(?!道)|[闸堰坝坡](?![口门面上下头])|[社小]区|[花家公]园|广场|大道|大桥|水库|[小中]学|幼儿园",
)
_CORE = re.compile("[\u4e00-\u9fff]{2}")
_PAIR, _SOUNDS = 2, 2


class Named(NamedTuple):
    """Two characters before what may bear a name, and that."""

    core: str
    noun: str
    start: int
    end: int


def check_renamed(trial: Trial) -> Iterator[Finding]:
    """Land, water and what was built: the notes' name is told nowhere, another one or another ending is."""
    for one in (*_land(trial), *_endings(trial), *_common(trial)):
        yield trial.told(FindingKind.NAME_INVENTED, one.start, one.end)


def _named(nouns: Scan, text: str) -> list[Named]:
    return [
        Named(text[start - _PAIR : start], found.group(), start - _PAIR, found.end())
        for found in nouns.finditer(text)
        if _CORE.fullmatch(text, max(0, (start := found.start()) - _PAIR), start)
    ]


def _land(trial: Trial) -> Iterator[Named]:
    """A place nobody gave, where one of the notes with the same ending is told nowhere."""
    notes, prose, lexicon = trial.notes.text, trial.prose.text, trial.lexicon
    lost = {
        one.noun for one in _named(_LAND, notes) if one.core not in prose and trial.sound(one.core) >= _SOUNDS
    }
    for one in _named(_LAND, prose) if lost else ():
        if (
            one.noun in lost
            and trial.sound(one.core) >= _SOUNDS
            and one.core not in lexicon.common_verbs
            and one.core not in lexicon.ordinary_verbs
            and one.core not in lexicon.ordinary
            and not any(sign in notes for sign in one.core)
        ):
            yield one


def _endings(trial: Trial) -> Iterator[Named]:
    """A name of the notes before something else than it stands before there: 白云寺 told as 白云山."""
    notes, prose = trial.notes.text, trial.prose.text
    lost = {
        one.core: one.noun
        for one in _named(_LANDMARK, notes)
        if one.core in prose and one.core + one.noun not in prose and _is_name(trial, one.core)
    }
    for one in _named(_LANDMARK, prose) if lost else ():
        if lost.get(one.core, one.noun) != one.noun and one.core + one.noun not in notes:
            yield one


def _common(trial: Trial) -> Iterator[Named]:
    """A name of ordinary words of which one character changed, or the order of both: 和平桥, 太平桥."""
    prose, lexicon = trial.prose.text, trial.lexicon
    lost = [
        one
        for one in _named(_COMMON, trial.notes.text)
        if one.core not in prose
        and trial.note_cut.edges.issuperset((one.start, one.start + _PAIR))
        and _is_name(trial, one.core)
    ]
    for one in _named(_COMMON, prose) if lost else ():
        if one.core in trial.bigrams or prose[one.start - 1 : one.start + 1] in lexicon.vocabulary:
            continue
        is_word = one.core in lexicon.vocabulary or one.core in lexicon.place_words
        for other in lost:
            shared = len(set(other.core) & set(one.core))
            if one.noun == other.noun and shared and (is_word or shared == _PAIR):
                yield one
                break


def _is_name(trial: Trial, word: str) -> bool:
    """Whether places are called so: by a word for them, or by characters of names."""
    lexicon = trial.lexicon
    return (
        word in lexicon.place_words
        or word in lexicon.shop_words
        or (
            trial.sound(word) >= _SOUNDS
            and word not in lexicon.ordinary_verbs
            and word not in lexicon.qualifiers
        )
    )
