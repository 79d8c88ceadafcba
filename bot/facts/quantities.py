"""Reading numbers with what belongs to them: hedge, scale, unit, range.

Values are Decimal and never rounded. Guaranteed equal: 3.2亿, 32000万 and 三亿二千万; 百分之十二点五 and
12.5%; 两成三 and 23%; 一千二百来户 and 1200来户; 翻了一番 and 增长100%. Units follow GB 3100 (法定计量单位)
plus what people say (里, 斤, 亩, 个点); which of them convert is the phrase book's business (`measures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .fact import Fact, FactKind, Hedge
from .hedging import BARE, LONG, hedge_after, hedge_before
from .lexicon import Lexicon, Measure
from .number_forms import CHINESE, amount_of, end_of_amount, number_pattern, parse_amount
from .numerals import SCALES, parse_chinese
from .pseudo_numbers import ends_clause, is_meant, is_word, one_digit
from .spans import Claims

_NO_UNIT = Measure("", Decimal(1))
_PERCENT = Measure("percent", Decimal(1))
_ENDS_IN_ONE = re.compile(r"(?<=[二两三四五六七八九])[百千万]一$")
_SMALL_CHANGE = re.compile(
    r"(?:(?P<tenths>[一二两三四五六七八九])毛|零(?=[一二三四五六七八九](?![十百千万个])))(?P<cents>[一二三四五六七八九](?![十百千万个斤]))?"
)
_HALF_OF = re.compile("个?(?:小时|钟头|[年月天])")
_WORTH = re.compile("元(?:以上|级)?[的项企产工]")
"""3个亿元项目 are three."""
_ABOVE_TEN = re.compile(r"\d{2,}(?:\.\d+)?")
_FIRST = re.compile(rf"[\d{CHINESE}几数过大多近半对翻]")
_PAIRED = frozenset("们他她咱你我您妻爷子女妹弟婆娘口哥姐兄这那")
"""Before 俩 and 仨, who they are."""
_DEICTIC = re.compile(r"[这那]")
_WHOSE = re.compile(r"干部|民|委|支|医|小学|规|集体|级|里|内|书记|主任|文书|会计|长|妇|企|庄|党")


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
        fact = None if is_word(text, found, claims) else _build(text, found, lexicon)
        at = found.end()
        if fact is None:
            at = max(found.start() + 1, _skip(found))
            yield from waiting
            waiting = []
            continue
        at = max(fact.end, found.start() + 1)
        if _DEICTIC.search(text, max(0, fact.start - 1), fact.start) and fact.measure in {"days", "months"}:
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
        and text[fact.end : fact.end + 1] in {"、", "和", "与", "/", "→"}
        and not (fact.scale and text[fact.end] == "/")
        and text[fact.end + 1 : fact.end + 2] in tuple(f"0123456789{CHINESE}")
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


def _build(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    if found["den"]:
        top, bottom = parse_amount(found["num"]), parse_amount(found["den"])
        return _fraction(text, found, top, bottom, lexicon)
    if found["slash"]:
        above, _, below = found["slash"].partition("/")
        return _fraction(text, found, Decimal(above), Decimal(below), lexicon)
    if found["most_of"]:
        hedge = Hedge.UNDER if found["most_of"] == "近半" else Hedge.OVER
        fact = _fact(
            text,
            found.start(),
            found.end(),
            Decimal(50),
            None,
            "%",
            _PERCENT,
            lexicon,
            hedge,
        )
        return fact._replace(weak=True)
    if found["full"]:
        return _fact(text, found.start(), found.end(), Decimal(100), None, "%", _PERCENT, lexicon)
    if found["halved"]:
        measure = lexicon.measures[found["halfunit"]]
        if measure.group not in LONG or (found.start() and text[found.start() - 1] in "大多小前后上下一"):
            return None
        return _fact(
            text, found.start(), found.end(), Decimal("0.5"), None, found["halfunit"], measure, lexicon
        )
    if found["over"]:
        return _fraction(text, found, Decimal(1), Decimal(2), lexicon)
    if found["double"]:
        times = parse_amount(found["fan"] or "一")
        if times is None or times > 30:
            return None
        growth = (Decimal(2) ** times - 1) * 100
        return _fact(text, found.start(), found.end(), growth, None, "番", _PERCENT, lexicon)
    return _amounts(text, found, lexicon)


def _fraction(
    text: str, found: re.Match[str], top: Decimal | None, bottom: Decimal | None, lexicon: Lexicon
) -> Fact | None:
    if top is None or not bottom:
        return None
    fact = _fact(
        text,
        found.start(),
        found.end(),
        top * 100 / bottom,
        None,
        "%",
        _PERCENT,
        lexicon,
    )
    return fact._replace(kind=FactKind.RATIO)


def _amounts(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    first = amount_of(found, "")
    if first is None:
        return None
    low, high, scale, hedge = first
    if found["more"] == "个" and found["most"] and _WORTH.match(text, found.end("most")):
        size, each = parse_amount(found["number"]) or low, lexicon.measures["个"]
        return _fact(text, found.start(), found.end("more"), size, None, "个", each, lexicon)
    end, unit = _unit_end(text, found, "")
    written = found["number"] or ""
    if written in {"俩", "仨"} and not unit and text[found.start() - 1 : found.start()] not in _PAIRED:
        unit = "个"
    if written[-1:] == "一" and (parse_chinese(written) is None or (unit and _ENDS_IN_ONE.search(written))):
        unit, end = (
            "",
            found.end("unit") if unit and _ENDS_IN_ONE.search(written) else found.end("number") - 1,
        )
        low = parse_amount(written[:-1]) or low
    if found["per"]:
        unit = "%" if found["per"] == "百分之" else "‰"
        end = end_of_amount(found, "")
    if found["sep"]:
        ranged = _range(text, found, low, scale, unit, lexicon)
        if ranged is not None:
            return ranged
    bare = (
        not found["per"]
        and bool(written)
        and written[0] in BARE
        and not hedge
        and not found["scale"]
        and all(sign in BARE for sign in written)
    )
    if unit in {"年", "月", "日", "周"} and (scale in {"万", "亿"} or (unit == "周" and low > 60)):
        unit, end = "", end_of_amount(found, "")
    if found["half"] and unit:
        low += Decimal("0.5")
    if unit == "块" and (small := _SMALL_CHANGE.match(text, end)) is not None:
        tenths, hundredths = parse_amount(small["tenths"] or "零"), parse_amount(small["cents"] or "零")
        low += (tenths or 0) / Decimal(10) + (hundredths or 0) / Decimal(100)
        end = small.end()
    elif (
        unit in {"成", "块", "毛", "吨", "亩", "米", "公里", "里"}
        and (digit := one_digit(text, end)) is not None
    ):
        low += Decimal(digit) / 10
        end += 1
    elif (
        unit
        and text[end : end + 1] == "半"
        and not _HALF_OF.match(text, end + 1)
        and unit in {"成", "倍", "岁", "年", "斤", "亩", "里", "块", "公里", "天", "方", "度"}
    ):
        low += Decimal("0.5")
        end += 1
    start = found.start()
    fact = _fact(text, start, end, low, high, unit, lexicon.measures.get(unit, _NO_UNIT), lexicon, hedge)
    if written[:1] in BARE and written[-1:] == "一" and len(written) == 2 and not fact.unit:
        return None
    if bare and not (fact.hedge and fact.unit):
        return fact._replace(weak=not ends_clause(text, fact.end)) if fact.hedge else None
    if unit.startswith("个多"):
        fact = fact._replace(hedge=Hedge.OVER)
    if (
        low == low.to_integral()
        and written
        and not written[0].isdigit()
        and not is_meant(text, written, fact, lexicon)
    ):
        return fact._replace(weak=True, unit="", measure="", factor=Decimal(1))
    weak = (
        (
            (written == "一" and (low == 1 or unit == "元"))
            or (unit == "块" and written in {"两", "二", "三"} and end == found.end("unit"))
        )
        and fact.hedge is Hedge.NONE
        and fact.measure not in {"percent", "point", "length"}
    ) or (written == "一" and fact.text[:1] in {"快", "近", "小"} and fact.measure not in LONG)
    if unit in {"级", "位", "面", "道", "层"} and len(written) == 1 and not written.isdecimal():
        weak = True
    rhetorical = (
        unit == "个"
        and len(written) == 1
        and not written.isdecimal()
        and text[fact.end : fact.end + 2] in lexicon.ordinary_verbs
    )
    return fact._replace(scale=scale, weak=weak or rhetorical)


def _unit_end(text: str, found: re.Match[str], at: str) -> tuple[int, str]:
    unit = found["unit" + at] or ""
    if not unit:
        return end_of_amount(found, at), ""
    end = found.end("unit" + at)
    following = text[end : end + 1]
    if (unit == "成" and _ABOVE_TEN.fullmatch(found["number" + at] or "")) or (
        unit == "门" and found["scale" + at]
    ):
        return end_of_amount(found, at), ""
    if unit == "个班" and following == "子":
        return found.start("unit" + at) + 1, "个"
    if unit == "瓦" and following and following in "匠工房片":
        return end_of_amount(found, at), ""
    if unit == "里" and following and following in "头面外边":
        return end_of_amount(found, at), ""
    if unit[-1] in "村镇组" and _WHOSE.match(text, end) and unit[:1] == "个":
        return found.start("unit" + at) + 1, "个"
    return end, unit


def _range(
    text: str, found: re.Match[str], low: Decimal, scale: str, unit: str, lexicon: Lexicon
) -> Fact | None:
    second = amount_of(found, "2")
    if second is None or second[1] is not None:
        return None
    end, last_unit = _unit_end(text, found, "2")
    if found["per2"] or (found["per"] and not last_unit):
        last_unit = "%"
    first_measure = lexicon.measures.get(unit, _PERCENT if unit == "%" else _NO_UNIT)
    last_measure = lexicon.measures.get(last_unit, _PERCENT if last_unit == "%" else _NO_UNIT)
    if unit and last_unit and first_measure.group != last_measure.group:
        return None
    high = second[0]
    if not scale and second[2] and not unit:
        low *= SCALES.get(second[2], Decimal(1))
    name = last_unit or unit
    if unit and last_unit:
        low *= first_measure.factor / last_measure.factor
    if low >= high:
        return None
    fact = _fact(
        text, found.start(), end, low, high, name, lexicon.measures.get(name, _NO_UNIT), lexicon, second[3]
    )
    return fact._replace(scale=second[2] or scale)


def _fact(
    text: str,
    start: int,
    end: int,
    low: Decimal,
    high: Decimal | None,
    unit: str,
    measure: Measure,
    lexicon: Lexicon,
    hedge: Hedge = Hedge.NONE,
) -> Fact:
    start, before = hedge_before(text, start, lexicon, measure.group)
    end, after = hedge_after(text, end, lexicon, measure.group)
    kind = FactKind.QUANTITY
    if high is not None:
        kind = FactKind.RANGE
    elif measure.group in {"percent", "point"}:
        kind = FactKind.PERCENTAGE
    elif measure.factor == 1 and measure.group not in LONG and unit:
        kind = FactKind.COUNT
    return Fact(
        kind,
        start,
        end,
        text[start:end],
        low,
        high,
        unit,
        measure.group,
        measure.factor,
        hedge=hedge or after or before,
    )
