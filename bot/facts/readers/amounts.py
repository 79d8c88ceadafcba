"""Reading one number with its unit: 3.2亿元, 一千二百来户, 三块五毛, 两成三, 3—5个百分点."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.numerals import SCALES, parse_chinese

from ..fact import Fact, Hedge
from ..lexicon import Lexicon
from .ages import OLDEST, is_age
from .hedging import BARE, LONG
from .measuring import NO_UNIT, PERCENT, measured
from .number_forms import amount_of, end_of_amount, parse_amount
from .pseudo_numbers import ends_clause, is_meant, one_digit

_NOTHING, _HALF = Decimal(0), Decimal("0.5")
_ENDS_IN_ONE = re.compile(r"(?<=[二两三四五六七八九])[百千万]一$")
_SMALL_CHANGE = re.compile(
    r"(?:(?P<tenths>[一二两三四五六七八九])毛|零(?=[一二三四五六七八九](?![十百千万个])))(?P<cents>[一二三四五六七八九](?![十百千万个斤]))?"
)
_MONTHS_OVER = re.compile("零?(?P<months>[一二两三四五六七八九十]{1,2}|\\d{1,2})个月")
"""一年零三个月, 1年8个月."""
_HALF_OF = re.compile("个?(?:小时|钟头|[年月天])")
_WORTH = re.compile("元(?:以上|级)?[的项企产工]")
"""3个亿元项目 are three."""
_ABOVE_TEN = re.compile(r"\d{2,}(?:\.\d+)?")
_PAIRED = frozenset("们他她咱你我您妻爷子女妹弟婆娘口哥姐兄媳嫂叔侄甥徒孙这那")
"""Before 俩 and 仨, who they are."""
_WHOSE = re.compile(r"干部|贤|民|委|支|医|小学|规|集体|级|里|内|书记|主任|文书|会计|长|妇|企|庄|党")
_DIGIT_AFTER = frozenset(("成", "块", "毛", "分钱", "吨", "亩", "米", "公里", "里"))
"""Units behind which a tenth may stand: 两成三, 七块2."""
_HALF_AFTER = frozenset(
    (
        "成",
        "倍",
        "岁",
        "年",
        "斤",
        "亩",
        "里",
        "块",
        "公里",
        "天",
        "方",
        "度",
        "吨",
        "米",
        "桶",
        "车",
        "箱",
        "袋",
        "筐",
    )
)
_CALENDAR = frozenset("年月日周")
_NO_MONTH = frozenset("饼嫂季")
"""6万个月饼 are no months."""
_WEEKS, _SUNDAY = frozenset(("个礼拜", "个星期")), re.compile("[日六]|天(?!天)")
"""两个礼拜天 are two Sundays."""
_PRICED, _PRICE = re.compile("(?:[每一](?:公斤|[斤度吨方升])|[价贵卖]|便宜)[^,。;\n\\d]{0,5}$"), 9
"""What is paid before 分: 每斤涨了五分."""
_NO_UNIT_BEFORE = {
    "村": frozenset("民干委支医"),
    "升": frozenset("至到为了幅级高"),
    "方": frozenset("才能可始"),
    "瓦": frozenset("匠工房片"),
    "里": frozenset("头面外边"),
}
"""Units that are none before these characters: three 村民, 升至, 里头."""
_SPOKEN_HEDGES = {"个多": Hedge.OVER, "个来": Hedge.ODD, "个把": Hedge.ODD}
"""What units begin with that hedge their number."""
_STYLE = frozenset("级位面道层")
_MOST_WEEKS = 60


def read_amount(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    """What a match of the number pattern says, None where it says no number."""
    first = amount_of(found, "")
    if first is None:
        return None
    low, high, scale, hedge = first
    number, per, more, most, half, sep = found.group("number", "per", "more", "most", "half", "sep")
    if more == "个" and most and _WORTH.match(text, found.end("most")):
        size, each = parse_amount(number) or low, lexicon.measures["个"]
        return measured(text, (found.start(), found.end("more")), (size, None), "个", each, lexicon)
    written = number or ""
    low, end, unit = _with_unit(text, found, written, low)
    if per:
        unit = "%" if per == "百分之" else "‰"
        end = end_of_amount(found, "")
    if sep and (ranged := _range(text, found, low, scale, unit, lexicon)) is not None:
        return ranged
    if unit == "分" and _PRICED.search(text, max(0, found.start() - _PRICE), found.start()):
        unit = "分钱"
    if (unit == "个月" and text[end : end + 1] in _NO_MONTH) or (unit in _WEEKS and _SUNDAY.match(text, end)):
        unit, end = "个", end - len(unit) + 1
    if unit in _CALENDAR and (scale in {"万", "亿"} or (unit == "周" and low > _MOST_WEEKS)):
        unit, end = "", end_of_amount(found, "")
    if unit == "年" and high is None and (over := _MONTHS_OVER.match(text, end)) is not None:
        low, end, unit = low * 12 + (parse_amount(over["months"]) or 0), over.end(), "个月"
    if unit:
        rest, end = _rest(text, end, unit)
        if rest or half:
            low += rest + (_HALF if half else 0)
    elif not per and low <= OLDEST and written[-1:] not in "俩仨" and is_age(text, found.start(), end):
        unit = "岁"
    measure = lexicon.measures.get(unit, NO_UNIT)
    in_figures = not written or written[0].isdigit()
    said_scale = scale if in_figures else ""
    fact = measured(text, (found.start(), end), (low, high), unit, measure, lexicon, hedge, said_scale)
    if written[:1] in BARE and written:
        if written[-1] == "一" and len(written) == 2 and not unit:
            return None
        bare = not (per or hedge or found["scale"]) and all(sign in BARE for sign in written)
        if bare and not (fact.hedge and unit):
            return fact._replace(weak=not ends_clause(text, fact.end)) if fact.hedge else None
    if (spoken := _SPOKEN_HEDGES.get(unit[:2])) is not None:
        fact = fact._replace(hedge=spoken)
    if in_figures:
        return fact
    if low == low.to_integral() and not is_meant(text, written, fact, lexicon):
        return fact._replace(weak=True, unit="", measure="", factor=Decimal(1))
    plain = end == found.end("unit")
    weak = _is_weak(text, fact, written, plain, lexicon)
    return fact._replace(scale=scale, weak=weak) if scale or weak else fact


def _with_unit(text: str, found: re.Match[str], written: str, low: Decimal) -> tuple[Decimal, int, str]:
    """The value, the end and the unit; 一 at the end of 三百一 or 五千一亩 may not belong to the number."""
    end, unit = _unit_end(text, found, "")
    if written in {"俩", "仨"} and unit == "处" and text[end : end + 1] == "得":
        end, unit = end - 1, ""
    if written in {"俩", "仨"} and not unit and text[found.start() - 1 : found.start()] not in _PAIRED:
        return low, end, "个"
    if written[-1:] != "一":
        return low, end, unit
    shortened = bool(unit) and _ENDS_IN_ONE.search(written) is not None
    if shortened or parse_chinese(written) is None:
        end = found.end("unit") if shortened else found.end("number") - 1
        return parse_amount(written[:-1]) or low, end, ""
    return low, end, unit


def _rest(text: str, end: int, unit: str) -> tuple[Decimal, int]:
    """What follows the unit and belongs to the number, and where that ends: 三块五毛, 两成三, 一年半."""
    if unit == "块" and (small := _SMALL_CHANGE.match(text, end)) is not None:
        tenths, hundredths = parse_amount(small["tenths"] or "零"), parse_amount(small["cents"] or "零")
        return (tenths or 0) / Decimal(10) + (hundredths or 0) / Decimal(100), small.end()
    if unit in _DIGIT_AFTER and (digit := one_digit(text, end)) is not None:
        return Decimal(digit) / 10, end + 1
    if text[end : end + 1] == "半" and unit in _HALF_AFTER and not _HALF_OF.match(text, end + 1):
        return _HALF, end + 1
    return _NOTHING, end


def _is_weak(text: str, fact: Fact, written: str, plain: bool, lexicon: Lexicon) -> bool:
    """Whether a number in characters is only a way of speaking: 一个, 两块, 三级, 三个走访."""
    unit = fact.unit
    if written == "一":
        if fact.text[:1] in {"快", "近", "小"} and fact.measure not in LONG:
            return True
        exact = fact.hedge is Hedge.NONE and fact.measure not in {"percent", "point", "length"}
        if exact and (fact.value == 1 or unit == "元"):
            return True
    if unit == "块" and written in {"两", "二", "三"} and plain and fact.hedge is Hedge.NONE:
        return True
    if len(written) != 1:
        return False
    after = text[fact.end : fact.end + 2]
    return unit in _STYLE or (unit == "个" and after in lexicon.ordinary_verbs)


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
    if following in _NO_UNIT_BEFORE.get(unit, ()):
        return end_of_amount(found, at), ""
    if unit == "个班" and following == "子":
        return found.start("unit" + at) + 1, "个"
    if unit == "项" and following == "目" and text[end - 2] in "万亿":
        return end_of_amount(found, at), ""
    if unit[-1] in "村镇乡组" and _WHOSE.match(text, end) and unit[:1] == "个":
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
    first_measure = lexicon.measures.get(unit, PERCENT if unit == "%" else NO_UNIT)
    last_measure = lexicon.measures.get(last_unit, PERCENT if last_unit == "%" else NO_UNIT)
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
    measure = lexicon.measures.get(name, NO_UNIT)
    span, scale = (found.start(), end), second[2] or scale
    return measured(text, span, (low, high), name, measure, lexicon, second[3], scale)
