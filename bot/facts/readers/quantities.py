"""Reading numbers with what belongs to them: hedge, scale, unit, range.

Values are Decimal and never rounded. Guaranteed equal: 3.2亿, 32000万 and 三亿二千万; 百分之十二点五 and
12.5%; 两成三 and 23%; 一千二百来户 and 1200来户; 翻了一番 and 增长100%. Units follow GB 3100 (法定计量单位)
plus what people say (里, 斤, 亩, 个点); which of them convert is the phrase book's business (`measures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.numerals import SCALES

from ..fact import Fact
from ..lexicon import Lexicon
from ..text.spans import Claims
from .amounts import read_amount
from .number_forms import CHINESE, number_pattern
from .pseudo_numbers import is_word
from .shares import SHARES

_FIRST = re.compile(
    rf"[\d{CHINESE}半翻几数过大多近对个]"
    r"(?:(?<![几数过大多近对个])|(?<=[几数])(?=[十百千万亿])|(?<=[过大多近对])(?=半)|(?<=个)(?=[把来]))"
)
_DEICTIC = frozenset("这那")
_LISTING = frozenset("、和与/→")
_NUMERAL = frozenset(f"0123456789{CHINESE}")


def read_quantities(text: str, lexicon: Lexicon, claims: Claims) -> Iterator[Fact]:
    """Read every number that is not claimed already, from left to right."""
    pattern = number_pattern(lexicon.unit_words)
    at = 0
    waiting: list[Fact] = []
    while (first := _FIRST.search(text, at)) is not None:
        found = pattern.match(text, first.start())
        if found is None:
            at = first.start() + 1
            continue
        read = SHARES.get(found.lastgroup or "", read_amount)
        fact = None if is_word(text, found, claims) else read(text, found, lexicon)
        at = found.end()
        if fact is None:
            at = max(found.start() + 1, _skip(found))
            yield from waiting
            waiting = []
            continue
        at = max(fact.end, found.start() + 1)
        if text[fact.start - 1 : fact.start] in _DEICTIC and fact.measure in {"days", "months"}:
            fact = fact._replace(weak=True, unit="", measure="", factor=Decimal(1))
        if _is_list_item(text, fact):
            waiting.append(fact)
            continue
        for earlier in waiting:
            yield _share_unit(earlier, fact)
        waiting = []
        yield fact
    yield from waiting


def _skip(found: re.Match[str]) -> int:
    return found.end("number") if found["number"] else found.start() + 1


def _is_list_item(text: str, fact: Fact) -> bool:
    return (
        not fact.unit
        and fact.upper is None
        and text[fact.end : fact.end + 1] in _LISTING
        and not (fact.scale and text[fact.end] == "/")
        and text[fact.end + 1 : fact.end + 2] in _NUMERAL
    )


def _share_unit(earlier: Fact, last: Fact) -> Fact:
    scale = SCALES[last.scale] if not earlier.scale and last.scale in SCALES else Decimal(1)
    value = (earlier.value or Decimal(0)) * scale
    return earlier._replace(
        weak=last.weak,
        value=value,
        unit=last.unit,
        measure=last.measure,
        factor=last.factor,
        kind=last.kind,
    )
