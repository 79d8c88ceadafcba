"""Figures that stand beside each other and do not fit: rates, differences, averages, counted lists."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from bot.numerals import SCALES
from bot.proofreading.finding import Finding
from bot.proofreading.page import number
from bot.proofreading.reading import Reading

NUMBER = r"\d{1,9}(?:\.\d{1,4})?"
UNIT = (
    "万元|亿元|万亩|万吨|万人|人次|户次|家次|公里|公斤|公顷|元|户|人|家|个|件|起|次|亩|吨|斤|项|处|条|场|名|座|台|份"
    "|头|只|株|天"
)
_FOUND = "发现|排查|排查出|查摆|查找|受理|收到|接到|梳理|交办|摸排|检查出|征集|办理|登记|反馈|调处"
_DONE = "整改|化解|办结|解决|调处|调解|处理|消除|销号|查处|回复|办理|完成"
_UP = "增长|增加|增幅|提高|上升|多|扩大"
_DOWN = "下降|减少|降幅|降低|少|压减|压缩"
_TOLERANCE = Decimal("0.6")
_CLOSE = Decimal("0.15")

_RATE = re.compile(
    rf"(?:{_FOUND})[^，。；\d]{{0,12}}(?P<n>{NUMBER})(?P<u>{UNIT})，(?:其中)?(?:已|均已|成功|及时|现已|当场)?"
    rf"(?:{_DONE})(?:完成|到位|成功)?了?(?P<m>{NUMBER})(?P=u)"
    rf"(?:，(?:调解|问题|隐患)?(?:{_DONE}|成功|调解成功)率(?:达到?|为)?(?P<r>{NUMBER})[%％])?"
)
_DIFFERENCE = re.compile(
    rf"(?P<n>{NUMBER})(?P<u>{UNIT})，(?:同?比|较)(?:上年|去年|前年|往年|年初)(?:同期)?"
    rf"(?P<way>{_UP}|{_DOWN})了?(?P<d>{NUMBER})(?P=u)，(?:同比)?(?:{_UP}|{_DOWN})(?:达|为|了)?(?P<r>{NUMBER})[%％]"
)
_SHARE = re.compile(
    rf"(?P<n>{NUMBER})(?P<u>{UNIT})，(?:为|占|完成|是|达到|相当于)[^，。；\d]{{0,12}}(?P<m>{NUMBER})(?P=u)"
    rf"的(?P<r>{NUMBER})[%％]"
)
_OF_WHICH = re.compile(
    rf"(?P<m>{NUMBER})(?P<u>{UNIT})，其中[^，。；\d]{{0,10}}(?:\d{{2}}[周岁]{{1,2}}以[上下])?[^，。；\d]{{0,6}}(?P<n>{NUMBER})(?P=u)"
    rf"，占(?:比|总数的|总人数的|全部的)?(?:达|为)?(?P<r>{NUMBER})[%％]"
)
_NET = re.compile(
    rf"由[^，。；\d]{{0,8}}(?P<a>{NUMBER})(?P<u>{UNIT})[^，。；\d]{{0,6}}(?:到|至)(?P<b>{NUMBER})(?P=u)，"
    rf"净(?:增|减)(?:加|少)?了?(?P<c>{NUMBER})(?P=u)"
)
_MONTHLY = re.compile(
    rf"全年[^，。；\d]{{0,12}}(?P<n>\d+)(?P<u>{UNIT})[^，。；\d]{{0,4}}，(?:平均)?每月(?:平均)?[^，。；\d]{{0,4}}(?P<m>{NUMBER})(?P=u)(?![以多左余])"
)
_EACH = re.compile(
    rf"(?P<n>{NUMBER})(?P<u>户|人|村|亩|家|个村)[^，。；\d]{{0,8}}，?(?:户均|人均|村均|亩均|每户|每人)[^，。；\d]{{0,6}}"
    rf"(?P<p>{NUMBER})(?P<a>万?元)，[^，。；\d]{{0,4}}(?:合计|共计|总计|共|累计)[^，。；\d]{{0,6}}(?P<t>{NUMBER})(?P<b>万?元)"
)
_YIELD = re.compile(
    rf"面积(?:达到?|为)?(?P<n>{NUMBER})(?P<x>万)?亩[^。]{{0,50}}?(?:总)?产量?(?:达到?|为)?(?P<t>{NUMBER})(?P<y>万)?(?P<k>吨|公斤|斤)"
    rf"，(?:平均)?亩产(?:量)?(?:达到?|为)?(?P<p>{NUMBER})(?P<l>公斤|斤)"
)
_WEIGHT = {"吨": Decimal(1000), "公斤": Decimal(1), "斤": Decimal("0.5")}
_MONTHS = re.compile(r"(?P<n>\d{1,2})次（(?P<list>\d{1,2}月(?:、\d{1,2}月)+)）")
_ALL_OVER = re.compile(
    rf"(?:全部|均|都)(?:超过|达到|突破|达|超)了?(?P<n>{NUMBER})(?P<u>万元|元|亩|人)(?:以上)?，(?P<rest>其中[^。；]{{2,50}})"
)
_EACH_OVER = re.compile(
    rf"(?P<x>(?:{NUMBER})?亿|{NUMBER}万)元以上(?:的)?项目(?P<n>\d+)个、(?:总投资|计划投资|投资)(?:额)?(?:达)?(?P<t>{NUMBER})亿元"
)
_LIMITED = re.compile(
    rf"(?:覆盖|普及|入户|参保|合格|知晓|整改|化解|办结|入学|成功|到位|成活|满意|建档|签约|调解|上线|巩固|参合|入住|收缴|就业)率"
    rf"(?:已|均|全部)?(?:达到了?|达|为|提高到|提升到)?(?P<w>(?P<r>{NUMBER})[%％])"
)
_LEFT = re.compile(rf"，(?:其余|剩余|余下|剩下)的?(?P<left>(?:{NUMBER}(?:{UNIT})){{1,2}})")
_AMOUNT = re.compile(rf"({NUMBER})({UNIT})")
_RATE_OF = re.compile(
    rf"其中(?P<what>[^。；]{{0,20}}?(?P<n>{NUMBER})(?P<u>{UNIT})[^，。；\d]{{0,16}})"
    rf"，(?P<name>[\u4e00-\u9fff]{{2,4}})率(?:达到?|为)?(?P<r>{NUMBER})[%％]"
)
FARTHEST = 80
_TOTAL_BEHIND = re.compile(rf"，(?:共计|合计|总计|共)[^，。；\d]{{0,6}}(?P<t>{NUMBER})(?P<u>{UNIT})")
LONGEST_LIST = 80
_PERIODS = re.compile(
    r"(?P<n>[二三四五六七八九两]|\d)(?:个方面|方面|个问题|件事|件实事|项工作|点不足|点体会|条措施|个不足)[^，。；：\n]{0,10}[：。](?=一是)"
)
_POINT = re.compile("[一二三四五六七八九]是")


def arithmetic(reading: Reading) -> Iterator[Finding]:
    """Every figure that its neighbours contradict; rounding is allowed for."""
    for shape, judge in _JUDGES:
        for match in shape.finditer(reading.text):
            yield from judge(reading, match)


def _number(match: re.Match[str], name: str) -> Decimal:
    return Decimal(match[name])


def _shown(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')):f}".removesuffix(".0")


def _told(
    reading: Reading, match: re.Match[str], due: Decimal, rate: Decimal, name: str = "r", unit: str = "%"
) -> Iterator[Finding]:
    """The rate of the group against what is due; the span holds the figure and its unit."""
    tolerance = _CLOSE if unit == "%" and "." in match[name] else _TOLERANCE
    if abs(due - rate) > tolerance:
        end = match.end(name) + len(unit)
        yield reading.finding("figures.reckoned", match.start(name), end, due=f"{_shown(due)}{unit}")


def _rate(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    found, done = _number(match, "n"), _number(match, "m")
    if done > found:
        yield reading.finding("figures.exceeds", match.start("n"), match.end("m") + len(match["u"]))
    elif match["r"] and found:
        yield from _told(reading, match, done * 100 / found, _number(match, "r"))


def _difference(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    now, change = _number(match, "n"), _number(match, "d")
    before = now - change if re.fullmatch(_UP, match["way"]) else now + change
    if before > 0:
        yield from _told(reading, match, change * 100 / before, _number(match, "r"))


def _share(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    if _number(match, "m"):
        yield from _told(reading, match, _number(match, "n") * 100 / _number(match, "m"), _number(match, "r"))


def _net(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    due = abs(_number(match, "b") - _number(match, "a"))
    if due != _number(match, "c"):
        end = match.end("c") + len(match["u"])
        yield reading.finding("figures.reckoned", match.start("c"), end, due=f"{due:f}{match['u']}")


def _monthly(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    due = _number(match, "n") / 12
    yield from _told(reading, match, due, _number(match, "m"), "m", match["u"])


def _each(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    scale = {"万元": Decimal(10_000), "元": Decimal(1)}
    due = _number(match, "n") * _number(match, "p") * scale[match["a"]] / scale[match["b"]]
    total = _number(match, "t")
    if abs(due - total) > max(total, due) * Decimal("0.02"):
        end = match.end("b")
        yield reading.finding("figures.reckoned", match.start("t"), end, due=f"{_shown(due)}{match['b']}")


def _yield(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    area = _number(match, "n") * (SCALES["万"] if match["x"] else 1)
    crop = _number(match, "t") * (SCALES["万"] if match["y"] else 1) * _WEIGHT[match["k"]]
    if not area:
        return
    due = crop / area / _WEIGHT[match["l"]]
    if abs(due - _number(match, "p")) > due * Decimal("0.03"):
        told = f"{_shown(due.quantize(Decimal(1)))}{match['l']}"
        yield reading.finding("figures.reckoned", match.start("p"), match.end("l"), due=told)


def _months(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    listed = match["list"].count("月")
    if listed != int(match["n"]):
        yield reading.finding("figures.listed", match.start(), match.end(), count=listed)


def _all_over(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    least = _number(match, "n")
    below = [one for one in re.findall(rf"({NUMBER}){match['u']}", match["rest"]) if Decimal(one) < least]
    if below:
        yield reading.finding("figures.not-all", match.start(), match.end("u"), below=below[0] + match["u"])


def _each_over(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    scale = SCALES[match["x"][-1]]
    least = Decimal(match["x"][:-1] or 1) * scale * _number(match, "n")
    if least > _number(match, "t") * SCALES["亿"]:
        yield reading.finding("figures.too-little", match.start(), match.end())


def _limited(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    if _number(match, "r") > 100:
        yield reading.finding("figures.over-hundred", *match.span("w"))


def _sentence_before(reading: Reading, at: int) -> str:
    return re.split("[。；\n]", reading.text[max(0, at - FARTHEST) : at])[-1]


def _left(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """So many of so many, 其余 the rest: what is left of one figure of the unit without another before it."""
    amounts = _AMOUNT.findall(_sentence_before(reading, match.start()))
    for left in _AMOUNT.finditer(match["left"]):
        told = [Decimal(one) for one, unit in amounts if unit == left[2]]
        if len(told) < 2:
            continue
        rest = told[0] - sum(told[1:])
        fits = {one - other for at, one in enumerate(told) for other in told[at + 1 :]}
        if rest > 0 and Decimal(left[1]) not in (rest, *fits):
            start = match.start("left") + left.start()
            end = match.start("left") + left.end()
            yield reading.finding("figures.reckoned", start, end, due=f"{rest:f}{left[2]}")


def _rate_of(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """A rate behind 其中 so many, against every larger figure of the unit before it in the sentence."""
    if not any(char in match["what"] for char in match["name"]):
        return
    part, people = _number(match, "n"), ("人", "名")
    alike = people if match["u"] in people else (match["u"],)
    amounts = _AMOUNT.findall(_sentence_before(reading, match.start()))
    wholes = [Decimal(one) for one, unit in amounts if unit in alike and Decimal(one) >= part]
    dues = [part * 100 / whole for whole in wholes if whole]
    if dues and all(abs(due - _number(match, "r")) > _TOLERANCE for due in dues):
        yield from _told(reading, match, dues[-1], _number(match, "r"))


def _behind(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    before = reading.text[max(0, match.start() - LONGEST_LIST) : match.start()]
    listed = re.split("[。；，：\n]", before)[-1]
    parts = [Decimal(one) for one in re.findall(rf"(?<![\d.])({NUMBER}){match['u']}(?=、|$)", listed)]
    whole = listed.count("、") + 1 == len(parts) and "其中" not in listed
    if whole and len(parts) > 1 and sum(parts) != _number(match, "t"):
        end = match.end("u")
        yield reading.finding("figures.reckoned", match.start("t"), end, due=f"{sum(parts):f}{match['u']}")


def _points(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """三个方面：一是、二是 and no third before the paragraph ends or another count begins."""
    rest = reading.text[match.end() :].split("\n")[0]
    points = [number(one.group()[0]) for one in _POINT.finditer(rest)]
    count = next((at for at, value in enumerate(points) if value != at + 1), len(points))
    due = number(match["n"])
    if 1 < count != due:
        yield reading.finding("figures.points", match.start(), match.end() - 1, count=count)


_JUDGES: tuple[tuple[re.Pattern[str], Callable[[Reading, re.Match[str]], Iterator[Finding]]], ...] = (
    (_RATE, _rate),
    (_DIFFERENCE, _difference),
    (_SHARE, _share),
    (_OF_WHICH, _share),
    (_NET, _net),
    (_MONTHLY, _monthly),
    (_EACH, _each),
    (_YIELD, _yield),
    (_MONTHS, _months),
    (_ALL_OVER, _all_over),
    (_EACH_OVER, _each_over),
    (_LIMITED, _limited),
    (_LEFT, _left),
    (_RATE_OF, _rate_of),
    (_TOTAL_BEHIND, _behind),
    (_PERIODS, _points),
)
