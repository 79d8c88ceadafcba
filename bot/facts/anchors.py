"""The names by which a text tells its subjects apart, and what it says of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .context import EMPTY
from .fact import FactKind
from .names import is_strict
from .reading import Clause, Reading
from .segmenting import SMALL
from .trial import Trial

_MOST = 16
_OFFICE = re.compile(
    r"(?:^|(?<=[,。;:!?、\n ]))(?P<office>[\u4e00-\u9fff]{1,4}?(?:办|所|中队|大队|站|局|中心))", re.MULTILINE
)
_FAMILIAR = re.compile(r"(?P<name>[老小][\u4e00-\u9fff])(?![\u4e00-\u9fff]?[户组区])")
_CALLED = "(?:同志|书记|主任|站长|所长|镇长|委员)"
_MYSELF = r"(?<![自])我(?![们国省市县区镇乡村党军家])|本人"
_KIND = re.compile(
    r"[\u4e00-\u9fff]{2}(?:幼儿园|中学|小学|片区|水库|园区)|镇中学|中心校|[\u4e00-\u9fff]{2}(?=片|河段|[站所办局院园厂场队])"
)
_SIDED = re.compile(r"[东西南北上下大小前后中新老](?=(?P<thing>[\u4e00-\u9fff]))")
_LISTED = re.compile(r"[、和与跟及到至]")
_STATES = frozenset(("plan", "doing", "done", "negation"))
_MEETING = re.compile(r"^[^\d,]{0,4}[去到至来往向跟与和赴同]|派[出驻往]")
_SPACED = re.compile(r"[^ \u3000]+")
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_MINE = re.compile(_MYSELF)
_SHORTEST, _LONGEST = 2, 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name that stands on both sides: `word` for the eye, `pattern` for the text."""

    word: str
    pattern: re.Pattern[str]


def anchors_of(trial: Trial) -> list[Anchor]:
    """Names, and words nobody knows, that stand in the notes and in the prose; not one inside another."""
    found: dict[str, Anchor] = {}
    for given in (*_kinds(trial), *_sided(trial), *_named(trial), *_strange(trial), *_offices(trial)):
        word = _shortest(trial, given)
        if len(found) < _MOST and not any(word in one or one in word for one in found):
            pattern = _pattern(word)
            if pattern.search(trial.prose.text) and pattern.search(trial.notes.text):
                found[word] = Anchor(word, pattern)
    if _MINE.search(trial.prose.text) and _MINE.search(trial.notes.text):
        found["我"] = Anchor("我", _MINE)
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


def _pattern(name: str) -> re.Pattern[str]:
    if len(name) == _SHORTEST and name[0] in "老小":
        return re.compile(rf"{re.escape(name)}|{re.escape(name[1])}{_CALLED}")
    return re.compile(re.escape(name))


class Sayings:
    """What a reading says of each of its anchors."""

    def __init__(self, reading: Reading, anchors: Sequence[Anchor]) -> None:
        """Find every anchor once; `of_pair` then divides the text between two of them."""
        self._reading = reading
        self._parts = [
            Clause(part.start(), part.end(), clause.sentence)
            for clause in reading.clauses
            for part in _SPACED.finditer(reading.text, clause.start, clause.end)
        ]
        self._known: dict[tuple[int, int], set[str]] = {}
        self._places = {
            anchor.word: [(found.start(), found.end()) for found in anchor.pattern.finditer(reading.text)]
            for anchor in anchors
        }

    def _here(self, clause: Clause, first: str, second: str) -> list[tuple[int, int, str]]:
        return sorted(
            (place, end, word)
            for word in (first, second)
            for place, end in self._places[word]
            if clause.start <= place < clause.end
        )

    def of_pair(self, first: str, second: str) -> tuple[frozenset[str], frozenset[str]]:
        """The signs said of the one and of the other.

        A clause that names one of them speaks of it, and so do the clauses after it to the end of the
        sentence, as long as no other name begins. Where both stand, each owns what follows it.
        """
        said: dict[str, set[str]] = {first: set(), second: set()}
        current, sentence = "", -1
        for clause in self._parts:
            if clause.sentence != sentence:
                current, sentence = "", clause.sentence
            here = self._here(clause, first, second)
            if not here:
                if current and not self._names_another(clause, first, second):
                    said[current] |= self._signs(clause.start, clause.end)
                else:
                    current = ""
                continue
            if len({word for _, _, word in here}) > 1 and self._is_list(here):
                self._hand_out(clause, here, said)
                current = ""
                continue
            if len({word for _, _, word in here}) > 1 and self._meet(here):
                current = ""
                continue
            left = clause.start
            for order, (place, end, word) in enumerate(here):
                right = here[order + 1][0] if order + 1 < len(here) else clause.end
                said[word] |= self._signs(left, place) | self._signs(end, right)
                left = right
            current = here[-1][2]
        return frozenset(said[first]), frozenset(said[second])

    def _names_another(self, clause: Clause, first: str, second: str) -> bool:
        return any(
            clause.start <= place < clause.end
            for word, places in self._places.items()
            if word not in {first, second, "我"}
            for place, _ in places
        )

    def _meet(self, here: Sequence[tuple[int, int, str]]) -> bool:
        """甲去乙6人: what is said here is said of the two together."""
        return _MEETING.search(self._reading.text[here[0][1] : here[1][0]]) is not None

    def _is_list(self, here: Sequence[tuple[int, int, str]]) -> bool:
        between = self._reading.text[here[0][1] : here[1][0]]
        return len(between) <= 4 and _LISTED.search(between) is not None

    def _hand_out(
        self, clause: Clause, here: Sequence[tuple[int, int, str]], said: dict[str, set[str]]
    ) -> None:
        """甲、乙分别于8月、10月投用: the first name owns the first date."""
        text = self._reading.text
        if "分别" not in text[here[-1][1] : clause.end]:
            return
        facts = [
            fact
            for fact in self._reading.facts_in(here[-1][1], clause.end)
            if fact.is_number or fact.kind is FactKind.DATE
        ]
        if len(facts) == len(here) == 2:
            for (_, _, word), fact in zip(here, facts, strict=True):
                said[word] |= self._signs(fact.start, fact.end)

    def _signs(self, start: int, end: int) -> set[str]:
        reading, text = self._reading, self._reading.text
        if (start, end) in self._known:
            return self._known[start, end]
        signs = {
            text[at : at + 2]
            for at in range(start, end - 1)
            if _WORDS.match(text, at) and text[at] not in EMPTY and text[at + 1] not in EMPTY
        }
        for fact in reading.facts_in(start, end):
            if fact.is_number:
                signs.add(f"#{fact.size.normalize():f}")
            elif fact.kind is FactKind.DATE:
                signs.add(f"#{fact.scope}")
        for mark in reading.attributes_in(start, end):
            signs |= {f"!{label}" for label in mark.labels & _STATES}
        if _MINE.search(text, start, end):
            signs.add("我")
        self._known[start, end] = signs
        return signs
