"""The names by which a text tells its subjects apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .fact import FactKind
from .names import is_strict
from .segmenting import SMALL
from .trial import Trial

MYSELF = "我"
_MOST = 16
_OFFICE = re.compile(
    r"(?:^|(?<=[,。;:!?、\n ]))(?P<office>[\u4e00-\u9fff]{1,4}?(?:办|所|中队|大队|站|局|中心))", re.MULTILINE
)
_FAMILIAR = re.compile(r"(?P<name>[老小][\u4e00-\u9fff])(?![\u4e00-\u9fff]?[户组区])")
_CALLED = ("同志", "书记", "主任", "站长", "所长", "镇长", "委员")
_KIND = re.compile(
    r"[\u4e00-\u9fff]{2}(?:幼儿园|中学|小学|片区|水库|园区)|镇中学|中心校|[\u4e00-\u9fff]{2}(?=片|河段|[站所办局院园厂场队])"
)
_SIDED = re.compile(r"[东西南北上下大小前后中新老](?=(?P<thing>[\u4e00-\u9fff]))")
MINE = re.compile(r"我(?<!自我)(?![们国省市县区镇乡村党军家])|本人")
_SHORTEST, _LONGEST = 2, 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name that stands on both sides, in any of its forms: 老张 and 张书记 are one."""

    word: str
    forms: tuple[str, ...]

    def find(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where it first stands inside a span."""
        if self.word == MYSELF:
            found = MINE.search(text, start, end)
            return None if found is None else found.span()
        places = [(at, at + len(form)) for form in self.forms if (at := text.find(form, start, end)) >= 0]
        return min(places, default=None)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Everywhere it stands, none inside another."""
        places: list[tuple[int, int]] = []
        at = 0
        while (place := self.find(text, at, len(text))) is not None:
            places.append(place)
            at = place[1]
        return places


def anchors_of(trial: Trial) -> list[Anchor]:
    """Names, and words nobody knows, that stand in the notes and in the prose; not one inside another."""
    found: dict[str, Anchor] = {}
    for given in (*_kinds(trial), *_sided(trial), *_named(trial), *_strange(trial), *_offices(trial)):
        word = _shortest(trial, given)
        if len(found) < _MOST and not any(word in one or one in word for one in found):
            anchor = Anchor(word, _forms(word))
            if all(anchor.find(text, 0, len(text)) for text in (trial.prose.text, trial.notes.text)):
                found[word] = anchor
    if MINE.search(trial.prose.text) and MINE.search(trial.notes.text):
        found[MYSELF] = Anchor(MYSELF, ())
    return list(found.values())


def _shortest(trial: Trial, word: str) -> str:
    """东山 rather than 东山片, where the notes say the short name more often."""
    short = word[:-1]
    if len(word) != _LONGEST or short in trial.lexicon.vocabulary:
        return word
    return short if trial.notes.text.count(short) > trial.notes.text.count(word) else word


def _kinds(trial: Trial) -> Iterable[str]:
    """钢城幼儿园, 公路站: what bears a name and a kind, in the very same words on both sides."""
    for found in _KIND.finditer(trial.notes.text):
        word = trial.notes.text[found.start() : found.end() + (len(found.group()) == _SHORTEST)]
        if trial.notes.text[found.start() + len(word) - 1 :][:_SHORTEST] in trial.lexicon.vocabulary:
            continue
        if word in trial.prose.text and not SMALL & set(found.group()[:2]) - set("中大小"):
            yield word


def _sided(trial: Trial) -> Iterable[str]:
    """大溪 and 小溪, 东区 and 西区: what differs by its first character only."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for found in _SIDED.finditer(trial.notes.text):
        word = found.group() + found["thing"]
        if word in trial.prose.text:
            groups[found["thing"]].add(word)
    for thing, words in groups.items():
        if len(words) > 1 and thing not in "于年午个半部面边头家":
            yield from sorted(words)


def _named(trial: Trial) -> Iterable[str]:
    for fact in (*trial.notes.facts, *trial.prose.facts):
        if fact.kind is not FactKind.NAME:
            continue
        core = fact.subject[-3:] if fact.unit in {"村", "社区"} else fact.subject
        if is_strict(fact.unit):
            core = fact.text[-4:]
        yield from (name for name in (core, core[-2:]) if len(name) >= _SHORTEST)


def _strange(trial: Trial) -> Iterable[str]:
    for run in trial.note_cut.runs:
        if len(run.text) <= _LONGEST:
            yield run.text
        else:
            yield run.text[:2]
    text = trial.notes.text
    for at in sorted(trial.note_cut.alone):
        name = text[at : at + 3]
        if text[at] in trial.lexicon.strong_surnames and name in trial.prose.text:
            yield name
    for found in _FAMILIAR.finditer(text):
        if found["name"][1] in trial.lexicon.surnames and found["name"] not in trial.lexicon.ordinary:
            yield found["name"]


def _offices(trial: Trial) -> Iterable[str]:
    for run in _OFFICE.finditer(trial.notes.text):
        yield from (name for size in (5, 4, 3) if len(name := run["office"][-size:]) >= _LONGEST)


def _forms(name: str) -> tuple[str, ...]:
    if len(name) == _SHORTEST and name[0] in "老小":
        return (name, *(name[1] + title for title in _CALLED))
    return (name,)
