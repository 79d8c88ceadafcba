"""The things that both texts speak of, by the first characters of words that both have: 东岗, 老周, 门窗."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..fact import FactKind
from ..text.segmenting import SMALL
from ..trial import Trial
from .mixing import is_time

PARTS = re.compile(r"[^,。;!?:、\n ()|/]+")
SHORT = 2
"""How many characters a thing is called by; one more, where those are an ordinary word."""
_MYSELF = "我"
MINE = re.compile(r"我(?<!自我)(?![们国省市县区镇乡村党军家])|本人")
_CALLED = ("同志", "书记", "主任", "站长", "所长", "镇长", "委员")
_HAN = re.compile("[\u4e00-\u9fff]+")
_NO_START = (SMALL - frozenset("厂组余大小上下前后中新老")) | frozenset(
    "几我按请想月年日元户人名斤亩吨是有着那个"
)
_KINDS = frozenset(
    "村镇乡站厂所场店园桥街路组山河沟坪坝湾岭屯庄寨堡铺港岛湖塘坳局院校馆片社庙岗冲垭峪崖堰渠墩埠浦圩浜泾埂埔厝营"
)
_OF_A_KIND = re.compile(
    "[村镇屯庄寨](?![落民级干里])|组|社区|街道|合作社|公司|水库|小学|中学|幼儿园|小区|片|那[边家]"
)
_OFFICE = re.compile(
    "(?:组织|宣传|统战|武装|政法|纪检|常务)?副?(?:书记|镇长|乡长|主席|委员|部长|所长|站长|主任|会计|出纳|党建办|综治办)"
)
"""By which somebody is called who has no name here."""
_MOST, _EXTENT = 6, 6


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that both texts speak of, by the word or, where there are several, the pattern that finds it.

    `signs` are the characters it is called by. A name is a thing for which there is no ordinary word.
    """

    word: str
    is_name: bool
    signs: frozenset[str]
    pattern: re.Pattern[str] | None = None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it is mentioned."""
        if self.pattern is not None:
            yield from (found.span() for found in self.pattern.finditer(text))
            return
        at = text.find(self.word)
        while at >= 0:
            yield at, at + len(self.word)
            at = text.find(self.word, at + len(self.word))


def things_of(trial: Trial, shared: Iterable[str]) -> dict[str, Thing]:
    """What both texts call alike, a few times each, by what it is called."""
    notes, prose = trial.notes.text, trial.prose.text
    vocabulary = trial.lexicon.vocabulary
    dates = "\n".join([fact.text for fact in trial.prose.facts if fact.kind is FactKind.DATE])
    called: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, bool] = {}
    for word in dict.fromkeys((*shared, *_heads(notes, prose))):
        if word[0] in _NO_START or not _HAN.fullmatch(word):
            continue
        if (office := _OFFICE.match(word)) is not None:
            if office.group() not in names and notes.count(office.group()) <= _MOST:
                names[office.group()] = True
                called[office.group()].update(office.group())
            continue
        head = word[:SHORT]
        is_name = head not in vocabulary or _is_before_kind(notes, head)
        if (
            is_name
            and word[: SHORT + 1] in vocabulary
            and notes.count(word[: SHORT + 1]) == notes.count(head)
        ):
            head, is_name = word[: SHORT + 1], False
        if not is_name and len(word) > SHORT and notes.count(word[: SHORT + 1]) == notes.count(head):
            head = word[: SHORT + 1]
            end = notes.find(head) + SHORT + 1
            is_name = head[-1] in _KINDS and notes[end - 1 : end + 1] not in vocabulary
        if head not in names:
            if head in dates or is_time(head):
                continue
            if not (0 < notes.count(head) <= _MOST and 0 < prose.count(head) <= _MOST):
                continue
            if head in trial.lexicon.common_verbs:
                continue
            names[head] = is_name
        called[head].update(word[:_EXTENT])
    things = {head: Thing(head, is_name, frozenset(called[head])) for head, is_name in names.items()}
    things.update((one.word, one) for one in _familiar(trial, things))
    if MINE.search(notes) and MINE.search(prose):
        things[_MYSELF] = Thing(_MYSELF, True, frozenset("我本人"), MINE)
    return things


def _heads(notes: str, prose: str) -> Iterator[str]:
    """The first characters of every part of the notes, as many as the prose has of them."""
    for part in PARTS.finditer(notes):
        word = part.group()[: SHORT + 1]
        if word in prose:
            yield word
        elif word[:SHORT] in prose:
            yield word[:SHORT]


def _is_before_kind(notes: str, word: str) -> bool:
    """Whether an ordinary word is a name here: 水口 of 水口村."""
    at = notes.find(word)
    while at >= 0:
        if _OF_A_KIND.match(notes, at + SHORT):
            return True
        at = notes.find(word, at + SHORT)
    return False


def _familiar(trial: Trial, things: Mapping[str, Thing]) -> Iterator[Thing]:
    """老覃, whom the prose may call 覃同志."""
    for found in re.finditer("[老小](?P<name>[\u4e00-\u9fff])(?![\u4e00-\u9fff]?[户组区])", trial.notes.text):
        word, name = found.group(), found["name"]
        if name not in trial.lexicon.surnames or word in trial.lexicon.ordinary:
            continue
        pattern = re.compile("|".join((word, *(name + title for title in _CALLED))))
        if word in things or pattern.search(trial.prose.text):
            yield Thing(word, True, frozenset(word), pattern)
