"""What moves up or down, by words (比去年少, 略增, 位次前移) and by numbers (68%，去年才61%)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ..fact import Fact, FactKind
from ..text.leaving_open import sizes_in
from ..text.reading import Reading
from ..text.terms import Mark, longest
from .outcomes import rows_of

_DENIED = re.compile(
    r"(?:[没未不无莫]|没有|未见|未能|没能|没有?再|不再|防止|避免|遏制|[由从][^,。;、]{1,4})$"
)
_HOPED = re.compile(
    "力争|争取|确保|努力|着力|为了|(?<![比较])计划|打算|希望|要求|如果|控制在|明年|下一?步|准备|目标"
)
_COMPARING = re.compile(
    r"(?:[比较于同][^,。;\n\d]{1,8}?|更加?|越来越|略有?|稍有?|有所|明显|显著|大幅|年比一年|反|稳中有|持续|逐年|普遍|在变|也|都)[还又要都均也略稍更]*$"
)
_CHANGED = re.compile(
    r"多了|(?:了(?![解的])|起来)(?:一?[些点]|许多|很多|不少)?|一?[些点]|得多|很多|许多|不少"
)
_FOLLOWS = frozenset("了些点一得的很许不起多,。;、!?\n ") | {""}
"""How those begin, and the ends of a stretch."""
_CHANGED_OR_END = re.compile(r"了?(?:$|[,。;、!?\n ])")
_ENDS = re.compile(r"$|[,。;、!?\n ]")
_NOT_CHANGED = frozenset("最很太好挺大不没老至许差过甚极偏减缺短少低慢小贵")
"""More than a character that ends with one that might move: 最多, 不少, 过多."""
_MOVES = frozenset("增涨升减降跌掉")
"""去年是增的: what these say of themselves is a movement, as 是多的 is not."""
_UP_OR_DOWN, _SENT = frozenset("上下"), frozenset("报送交递传拿发拨批办领退收还要追写记贴挂沉坐跑走")
"""拨下来了, 报上去了: nothing that moved by itself."""
_NOT_AS = re.compile(
    r"没有?(?:[^,。;、\n\d]{1,8}?(?:那么|这么|那会儿?|那时候?|那阵子?|那样)|(?:去年|上年|往年|以前|原来|上个?[月季周])[^,。;、\n\d]{0,4}?)$"
)
"""没国庆那会儿多: less than then."""
_BEFORE = re.compile(r"(?:去年|上年|前年|往年|年初|原来|以前|之前|原先|过去|头年|早先|从前)[^,。;\n\d]{0,8}$")
_NOW = re.compile(r"(?:现在|目前|今年|眼下|如今|[剩只]|到年底)[^,。;\n\d]{0,8}$")
_PLAIN = frozenset(
    "比较同去今往前上年略稍更有所明显大幅持续进一步不断均都也又还幅度数量总人次期位全镇初原来先以过目现如当"
)
_GENERIC = re.compile("产量|数量|总量|人数|户数|金额|面积|规模|比例|幅度|总数|位次|名次|排名|总额")
"""What says nothing of its own: whose 产量 it is stands before."""
_LEVEL = re.compile(
    "持平|[跟和与同][^,。;\n]{1,10}(?:一样|差不离|相当)|不增不减|不升不降|没(?:什么|啥|多大)?变|[没未无]有?变化|不变|一个样|差不多|没[涨升增降减]没[涨升增降减]"
)
_CLASSES = frozenset("类级")
_FEW, _NEAR, _LEAD, _TIMES, _BACK = 2, 16, 12, 8, 14


class Movement(NamedTuple):
    """Something that moves along a line of `ways`, and what is told of it, in its stretch or before it.

    `is_up` is None for what stayed level; `wide` are the numbers of its sentence.
    """

    row: str
    is_up: bool | None
    start: int
    end: int
    about: frozenset[str]
    sizes: frozenset[Decimal]
    wide: frozenset[Decimal] = frozenset()


def movements_by_words(reading: Reading) -> list[Movement]:
    """Every movement that a text tells with a word, and none that it denies or hopes for."""
    return [
        _movement(reading, row, (mark.start, mark.end), (f"+{row}" in mark.labels) is not is_less)
        for row, marks in rows_of(reading, "ways").items()
        for mark in longest(marks)
        if (is_less := _is_less(reading, mark)) or _is_told(reading, mark)
    ]


def stays(reading: Reading, row: str) -> Iterator[Movement]:
    """What a text says stayed level, in clauses where nothing moves."""
    for found in _LEVEL.finditer(reading.text):
        clause = reading.clause_at(found.start())
        if not reading.has(clause.start, clause.end, "up", "down"):
            yield _movement(reading, row, found.span(), None)


def _is_less(reading: Reading, mark: Mark) -> bool:
    """Whether something is said to be less so than at another time: 没前两年那么快."""
    if len(mark.word) > 1 or "没" not in (before := reading.before(mark.start, _BACK)):
        return False
    return _NOT_AS.search(before) is not None and _CHANGED_OR_END.match(reading.text, mark.end) is not None


def _is_told(reading: Reading, mark: Mark) -> bool:
    """Whether a word tells a movement; one of a single character does where it compares, or has changed."""
    text, end = reading.text, mark.end
    if len(mark.word) == 1 and text[end : end + 1] not in _FOLLOWS:
        return False
    before = text[reading.clause_at(mark.start).start : mark.start]
    if _DENIED.search(before) or _HOPED.search(before):
        return False
    if len(mark.word) > 1:
        return not (mark.word[0] in _UP_OR_DOWN and before[-1:] in _SENT)
    if before[-1:] in _NOT_CHANGED:
        return False
    if before[-1:] == "是" and mark.word in _MOVES and text[end : end + 1] == "的":
        return _ENDS.match(text, end + 1) is not None
    changed = _CHANGED.match(text, end)
    if _COMPARING.search(before):
        return changed is not None or _ENDS.match(text, end) is not None
    return changed is not None and _ENDS.match(text, changed.end()) is not None


def _movement(reading: Reading, row: str, place: tuple[int, int], is_up: bool | None) -> Movement:
    (first, last), text = place, reading.text
    clause = reading.clause_at(first)
    own = frozenset(text[first:last]) | _PLAIN
    start, end = reading.part_at(first, last)
    about = _about(reading, start, end, own)
    if len(about) < _FEW and start > clause.start:
        start = clause.start
        about = _about(reading, start, end, own)
    order = reading.order_of_clause(first)
    while len(about) < _FEW and order > 0:
        order -= 1
        before = reading.clauses[order]
        if before.sentence != clause.sentence or "\n" in text[before.end : start]:
            break
        start = before.start
        about |= _about(reading, start, before.end, own)
    wide = sizes_in(reading, *reading.sentence_at(first))
    return Movement(row, is_up, first, last, about, sizes_in(reading, start, end), wide)


def _about(reading: Reading, start: int, end: int, own: frozenset[str]) -> frozenset[str]:
    """What a span tells besides the movement; nothing where that goes for everything: 面积, 人数."""
    about = reading.signs_of(start, end) - own
    generic = frozenset("".join(_GENERIC.findall(reading.text, start, end)))
    return about if any(len(sign) == 1 for sign in about - generic) else frozenset()


def movements_by_numbers(reading: Reading, row: str) -> Iterator[Movement]:
    """What two neighbouring numbers tell of which one held before: 签约率68%，去年才61%."""
    text = reading.text
    for first, second in pairwise(reading.numbers):
        if second.start - first.end > _NEAR or "\n" in text[first.end : second.start]:
            continue
        if not _may_be_one(first, second):
            continue
        was_first, was_second = (
            _BEFORE.search(text, max(0, one.start - _LEAD), one.start) is not None for one in (first, second)
        )
        if was_first == was_second or (was_second and second.direction):
            continue
        if was_first and not _NOW.search(text, first.end, second.start):
            continue
        was, now = (first, second) if was_first else (second, first)
        about = (
            reading.signs_of(reading.clause_at(first.start).start, reading.clause_at(second.start).end)
            - _PLAIN
        )
        yield Movement(
            row, now.size > was.size, first.start, second.end, about, frozenset((was.size, now.size))
        )


def _may_be_one(first: Fact, second: Fact) -> bool:
    """Whether two numbers may be one thing at two times: of one measure, no rank, and near enough."""
    if first.measure != second.measure and first.measure and second.measure:
        return False
    if first.unit in _CLASSES or FactKind.RANK in {first.kind, second.kind}:
        return False
    return first.size != second.size and first.size < _TIMES * second.size < _TIMES**2 * first.size
