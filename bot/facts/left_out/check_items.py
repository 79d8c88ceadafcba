"""One of several things that the notes name in one breath, left out: 水渠和机耕道 told as 水渠."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from ..finding import Finding
from ..text.reading import SENTENCE, Clause
from ..text.segmenting import pieces
from ..text.signs import SILENT
from ..trial import Trial

_JOINED = re.compile("(?<=[\u4e00-\u9fff])[、和与及跟](?=[\u4e00-\u9fff])")
_JOINTS = frozenset("、和与及跟")
_HAVING = re.compile(
    "有(?P<one>[\u4e00-\u9fff]{1,3}?)有(?P<other>[\u4e00-\u9fff]{1,3})(?=$|[,。;\n])", re.MULTILINE
)
"""有水有灯."""
_HAN = re.compile("[\u4e00-\u9fff]{2,4}")
_CHARGED = re.compile("[分主协]管|负责|联系|主抓|管着")
_WORD, _MOST = 2, 400


class _Item(NamedTuple):
    start: int
    end: int
    text: str


def check_items(trial: Trial) -> Iterator[Finding]:
    """Where a thing is told in the words of the notes, what is named beside it must be told as well.

    It is, where the prose has two of its characters beside each other, a word of the same meaning, or, in a
    sentence that tells the other, one of its characters. Of very long notes the first 400 are looked at.
    """
    listed = (
        (clause, pair)
        for clause in trial.notes.clauses_with(_JOINED)
        for one, other in _neighbours(trial, clause)
        for pair in ((one, other), (other, one))
    )
    yield from _having(trial)
    sentences: list[str] = []
    for clause, (told, left) in islice(listed, _MOST):
        if told.text not in trial.prose.text or not _is_thing(trial, left, clause):
            continue
        sentences = sentences or SENTENCE.findall(trial.prose.text)
        if not _is_told(trial, left, [one for one in sentences if told.text in one], told):
            yield trial.missing(left.start, left.end)


def _having(trial: Trial) -> Iterator[Finding]:
    """The one of two things that there are, where only the other is told: 有水有灯 as 有水."""
    for found in _HAVING.finditer(trial.notes.text):
        if trial.lexicon.is_idiom(found.group()):
            continue
        signs = {name: trial.notes.signs_of(*found.span(name)) for name in ("one", "other")}
        told, left = sorted(signs, key=lambda name: signs[name].isdisjoint(trial.prose.known))
        is_left = signs[left] and signs[left].isdisjoint(trial.prose.known)
        if is_left and f"有{found[told]}" in trial.prose.text:
            yield trial.missing(*found.span(left))


def _neighbours(trial: Trial, clause: Clause) -> Iterator[tuple[_Item, _Item]]:
    """Every two things with a joint between them: up to four characters, or the word next to the joint."""
    words: list[_Item] = []
    at = clause.start
    for piece in pieces(trial.notes.text[clause.start : clause.end], trial.lexicon.vocabulary):
        words.append(_Item(at, at + len(piece), piece))
        at += len(piece)
    joints = [order for order, word in enumerate(words) if word.text in _JOINTS]
    edges = [-1, *joints, len(words)]
    runs = [words[first + 1 : last] for first, last in pairwise(edges)]
    for before, after in pairwise(runs):
        one, other = _item(trial, before[::-1])[::-1], _item(trial, after)
        if one and other:
            yield _joined(one), _joined(other)


def _item(trial: Trial, words: list[_Item]) -> list[_Item]:
    """The words nearest to a joint that are one thing: one word, or characters that are none together."""
    if not words:
        return []
    first, *rest = words
    size = 1
    if len(first.text) == 1 or _is_verb(trial, first.text):
        size += len(list(takewhile(lambda word: len(first.text) > 1 or len(word.text) == 1, rest)))
    return words[:size]


def _joined(words: list[_Item]) -> _Item:
    return _Item(words[0].start, words[-1].end, "".join(word.text for word in words))


def _is_thing(trial: Trial, item: _Item, clause: Clause) -> bool:
    """Whether an item is no verb, unless it is what somebody is in charge of, and tells something."""
    if not _HAN.fullmatch(item.text):
        return False
    if _is_verb(trial, item.text) and not _CHARGED.search(trial.notes.text, clause.start, item.start):
        return False
    return len(set(item.text) - SILENT) >= _WORD


def _is_verb(trial: Trial, word: str) -> bool:
    return word in trial.lexicon.common_verbs or word in trial.lexicon.ordinary_verbs


def _is_told(trial: Trial, item: _Item, sentences: list[str], beside: _Item) -> bool:
    """Whether the prose tells a thing, perhaps in one of the sentences that tell the one beside it."""
    if not trial.prose.pairs.isdisjoint(map("".join, pairwise(item.text))):
        return True
    signs = trial.notes.signs_of(item.start, item.end)
    if any(len(sign) > 1 and sign in trial.prose.known for sign in signs):
        return True
    own = set(item.text) - set(beside.text)
    return any(not own.isdisjoint(sentence) for sentence in sentences)
