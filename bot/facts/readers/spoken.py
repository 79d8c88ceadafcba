"""Notes as they are spoken: list marks that are no numbers, and numbers that were taken back."""

from __future__ import annotations

import re

from ..fact import Fact
from ..text.folding import Folded

_CORRECTION = re.compile(
    r"不对|(?:说错|记错|讲错)(?!了?[\d一二两三四五六七八九十几])|(?:更正|纠正)(?=一?下|[:,])|哦不|噢不|哎不是|啊不是|呃不是|不是不是|应该是"
    r"|(?<![\u4e00-\u9fff])错了(?![\d一二三四五六七八九十几])"
)
_CORRECTING = ("不对", "错", "正", "不是", "应该是", "哦不", "噢不")
"""Of these every correction has one."""
_LIST_MARK = re.compile(r"(?P<mark>\d{1,2})[.、)](?!\d{2,}[%万亿])")
_BARE_MARK = re.compile(r"[2-9](?=,?[\u4e00-\u9fff])(?![月日号])")
_FIRST_MARK = re.compile(r"(?<![\d.])1(?=,?[\u4e00-\u9fff])")
_NEW_LINE = re.compile("\n")
_STOPS = re.compile(r"[,;。!?\n]")
_POINTING = frozenset("那个这刚才上面前头说的数我是哦噢呃嗯啊")
"""What points at the number itself: 刚才那个数不对."""
_NEAR, _A_NAME, _SOON = 14, 2, 24
_ENOUGH = 5
_HAN = "[一二三四五六七八九十]{1,3}"
_HAN_MARK = re.compile(rf"{_HAN}、(?!{_HAN}(?:季度|月|[、和]))")
"""一、"""
_DATED = re.compile(r"\d{1,2}月|(?:19|20)\d\d年|12345|\d{2,}[岁个户名家]|\d+\.\d")
_STAMMERED = frozenset(",嗯呃哦哎啊唉那个不是对")
_STAMMER = re.compile(r",?(?:嗯|呃|哦|哎|啊|唉|那个|不是|不对)*,?")


def without_list_marks(folded: Folded) -> Folded:
    """Blank out 一、 where a line begins, and 1. 2. 3. where lines do in order, so that 3.7月 is no 3.7."""
    folded = _blanked(folded, [found.span() for found in _at_lines(_HAN_MARK, folded.text)])
    folded = _blanked(folded, _bare_marks(folded.text))
    lines = _at_lines(_LIST_MARK, folded.text)
    ordered = [found for order, found in enumerate(lines, 1) if int(found["mark"]) == order]
    if not ordered or (len(ordered) == 1 and not _DATED.match(folded.text, ordered[0].end())):
        return folded
    if len(ordered) < len(lines):
        return folded
    return _blanked(folded, [(found.start("mark"), found.end()) for found in ordered])


def _at_lines(mark: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of a pattern at the beginnings of lines."""
    starts = [0, *[found.end() for found in _NEW_LINE.finditer(text)]]
    return [found for start in starts if (found := mark.match(text, start)) is not None]


def _bare_marks(text: str) -> list[tuple[int, int]]:
    """The figures of 1圩镇…, 2产业…, 3干部…, where three lines and more begin with them in order."""
    starts = {int(found.group()): found for found in _at_lines(_BARE_MARK, text) if found.start()}
    order = 2
    while order in starts and (order == 2 or starts[order].start() > starts[order - 1].start()):
        order += 1
    if order < _ENOUGH:
        return []
    spans = [starts[at].span() for at in range(2, order)]
    first = _FIRST_MARK.search(text, 0, spans[0][0])
    return [first.span(), *spans] if first else spans


def _blanked(folded: Folded, spans: list[tuple[int, int]]) -> Folded:
    if not spans:
        return folded
    text = list(folded.text)
    for start, end in spans:
        text[start:end] = "\n" * (end - start)
    return Folded("".join(text), folded.places)


def _goes_on(whole: str, begun: str) -> bool:
    """Whether a number is one that was begun before: 三百，三百二十户. 39个 does not go on from 3名."""
    return whole.startswith(begun) and not (begun[-1:].isdigit() and whole[len(begun) :][:1].isdigit())


def _takes_back(text: str, fact: Fact, between: str) -> bool:
    """Whether words after a number say that it was wrong, and not another by its name: 支部那个不对."""
    found = _CORRECTION.search(between)
    if found is None:
        return False
    lead = frozenset(_STOPS.split(between[: found.start()])[-1]) - _POINTING
    said = text[max(0, fact.start - _NEAR) : fact.end]
    return len(lead) < _A_NAME or not lead.isdisjoint(said)


def without_corrected(text: str, numbers: list[Fact]) -> list[Fact]:
    """Numbers without those that the speaker took back: 三百二，不对，两百三十户."""
    kept: list[Fact] = []
    may_correct = any(word in text for word in _CORRECTING)
    for order, fact in enumerate(numbers):
        following = numbers[order + 1] if order + 1 < len(numbers) else None
        after = numbers[order + 2] if order + 2 < len(numbers) else None
        between = text[fact.end : following.start] if following is not None else ""
        if (
            following is not None
            and (not between or (between[0] in _STAMMERED and between[-1] in _STAMMERED))
            and _STAMMER.fullmatch(text, fact.end, following.start)
        ):
            again = (
                fact.measure == following.measure
                and after is not None
                and after.start == following.end
                and after.text == following.text
            )
            if (
                following.text == fact.text
                or _goes_on(following.text, fact.text.rstrip("个家户名人次"))
                or again
            ):
                continue
        if (
            may_correct
            and following is not None
            and len(between) < _SOON
            and _takes_back(text, fact, between)
            and (fact.measure == following.measure or not fact.measure or not following.measure)
        ):
            continue
        kept.append(fact)
    return kept
