"""Figures in a note: where they stand, what they are said of, and which of them a few words may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.numerals import worth

WHOLE_NAME = 6
"""How well words name what they say in full."""

NUMBER = r"(?:\d+(?:[.．]\d+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)"
ABOUT = r"(?:大约|大概|将近|接近|差不多|不到|[约近])"
COUNTERS = "个项条件处起"
"""Measure words of which one may be said for another."""
_OWN_START = r"(?<![第\d.．〇一二两三四五六七八九十百千万亿])"
_BREAK = re.compile(r"[，,。；;：:！!？?、\s\d（）()“”]")
_BLANKS = " \t\u3000"
"""A figure is typed with one of them behind what it counts: 学习强国 1.2万分."""
_SENTENCE = re.compile(r"[。；;！!？?\n]")
_LEADS_IN = re.compile(r"^(?:其中|今年|全年|一共|总共|另外|以及|[共有又还和])+")
_LEADS_ON = re.compile(rf"(?:{ABOUT}|完成|总共|一共|合计|累计|已经|[是为有了达共到])+$")
_MEASURE = re.compile(r"^[次个户家亩头条人名件项处场只吨公里米元万亿眼天期批份篇]{1,3}(?=[\u4e00-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its unit in a note; `ahead` and `behind` are the words it may be said of."""

    start: int
    end: int
    number: str
    ahead: str
    behind: str
    before: str
    """The sentence so far."""
    counted: bool = False
    """Whether a measure word stays behind the span."""


def figures(note: str, unit: str, *, whole: bool = True) -> Iterator[Figure]:
    """The figures of that unit; without a unit those in Arabic digits, or all if there are none.

    The spans hold the number and, if `whole`, its unit.
    """
    if unit:
        ends = rf"(?P<more>[多余来]?){re.escape(unit)}"
        yield from _found(note, NUMBER, ends, whole=whole)
        return
    arabic = list(_found(note, r"\d+(?:[.．]\d+)?[十百千万亿]*", r"(?![\d.．])", whole=whole))
    yield from arabic or _found(note, NUMBER, r"(?![\d十百千万亿.．])", whole=whole)


def unitless(note: str) -> Iterator[Figure]:
    """The figures, in digits or in words, behind which a clause ends: 520 and 五百二, but not 520公斤."""
    ends = r"(?=(?:左右|上下)?[吧了]?(?:[，,。；;！!？?、\s]|$))"
    return _found(note, NUMBER, ends, whole=True)


def quoted(note: str, old: str) -> Iterator[Figure]:
    """The figures of any unit that read like that, or that are worth the same without one."""
    for one in _found(note, NUMBER, r"(?![\d十百千万亿.．])", whole=True):
        if note.startswith(old, one.start) and one.start + len(old) >= one.end:
            yield replace(one, end=one.start + len(old))
        elif worth(old) is not None and worth(old) == worth(one.number):
            yield one


def counted(note: str, unit: str) -> Iterator[Figure]:
    """The figures with that measure word, and its noun near by: 4个贫困村 and 包村4个 for 个村.

    The spans hold the number alone.
    """
    measure, noun = unit[:1], unit[1:]
    if measure not in COUNTERS or not measure:
        return
    for one in figures(note, measure, whole=False):
        if noun in one.behind or noun in one.ahead:
            yield replace(one, counted=True)


def likeness(subject: str, figure: Figure, names: tuple[str, ...]) -> int:
    """How well these words name what the figure is said of; 0 if they do not.

    `names` are those of the question it answers.
    """
    ahead = bare(figure.ahead)
    if ahead == subject:
        return WHOLE_NAME
    if subject in figure.ahead:
        return 5
    if in_order(subject, figure.ahead):
        return 4
    if subject in figure.behind:
        return 3
    around = (figure.before, *names)
    for cut in range(1, len(subject) - 1):
        if subject[cut:] in figure.ahead and any(subject[:cut] in words for words in around):
            return 2
    if len(ahead) >= 2 and in_order(ahead, subject):
        return 1
    return int(any(subject in name or (len(name) >= 2 and name in subject) for name in names))


def bare(ahead: str) -> str:
    """The words in front of a figure without those that say nothing of what it counts."""
    return _LEADS_ON.sub("", _LEADS_IN.sub("", _MEASURE.sub("", ahead)))


def _found(note: str, number: str, ends: str, *, whole: bool) -> Iterator[Figure]:
    for match in re.finditer(rf"{_OWN_START}(?P<number>{number}){ends}", note):
        start, end = match.start(), match.end() if whole else match.end("number")
        breaks = [one.end() for one in _BREAK.finditer(note, 0, start)]
        if breaks and breaks[-1] == start and note[start - 1] in _BLANKS:
            breaks.pop()
        ahead = note[breaks[-1] if breaks else 0 : start].rstrip(_BLANKS)
        after = _BREAK.search(note, match.end())
        behind = note[match.end() : after.start() if after else len(note)]
        sentences = [one.end() for one in _SENTENCE.finditer(note, 0, start)]
        yield Figure(
            start, end, match["number"], ahead, behind, note[sentences[-1] if sentences else 0 : start]
        )


def in_order(few: str, many: str) -> bool:
    """Whether the characters, two at least, stand in the longer words in their order."""
    rest = iter(many)
    return len(few) >= 2 and all(sign in rest for sign in few)
