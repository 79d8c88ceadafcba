"""Amounts beside what they were reckoned from: a change, an average, a product, a rest, a total."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.numerals import SCALES
from bot.proofreading.figures import AMOUNT, NUMBER, UNIT, amounts_before, held_against, judged, shown, value
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

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
_LEFT = re.compile(rf"，(?:其余|剩余|余下|剩下)的?(?P<left>(?:{NUMBER}(?:{UNIT})){{1,2}})")
_TOTAL_BEHIND = re.compile(rf"，(?:共计|合计|总计|共)[^，。；\d]{{0,6}}(?P<t>{NUMBER})(?P<u>{UNIT})")
LONGEST_LIST = 80


def reckoned(reading: Reading) -> Iterator[Finding]:
    """Every amount that its neighbours contradict; rounding is allowed for."""
    yield from judged(reading, _JUDGES)


def _net(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    due = abs(value(match, "b") - value(match, "a"))
    if due != value(match, "c"):
        end = match.end("c") + len(match["u"])
        yield reading.finding("figures.reckoned", match.start("c"), end, due=f"{due:f}{match['u']}")


def _monthly(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    due = value(match, "n") / 12
    yield from held_against(reading, match, due, "m", match["u"])


def _each(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    scale = {"万元": Decimal(10_000), "元": Decimal(1)}
    due = value(match, "n") * value(match, "p") * scale[match["a"]] / scale[match["b"]]
    total = value(match, "t")
    if abs(due - total) > max(total, due) * Decimal("0.02"):
        end = match.end("b")
        yield reading.finding("figures.reckoned", match.start("t"), end, due=f"{shown(due)}{match['b']}")


def _yield(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    area = value(match, "n") * (SCALES["万"] if match["x"] else 1)
    crop = value(match, "t") * (SCALES["万"] if match["y"] else 1) * _WEIGHT[match["k"]]
    if not area:
        return
    due = crop / area / _WEIGHT[match["l"]]
    if abs(due - value(match, "p")) > due * Decimal("0.03"):
        told = f"{shown(due.quantize(Decimal(1)))}{match['l']}"
        yield reading.finding("figures.reckoned", match.start("p"), match.end("l"), due=told)


def _left(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """So many of so many, 其余 the rest: what is left of one figure of the unit without another before it."""
    amounts = amounts_before(reading, match.start())
    for left in AMOUNT.finditer(match["left"]):
        told = [Decimal(one) for one, unit in amounts if unit == left[2]]
        if len(told) < 2:
            continue
        rest = told[0] - sum(told[1:])
        fits = {one - other for at, one in enumerate(told) for other in told[at + 1 :]}
        if rest > 0 and Decimal(left[1]) not in (rest, *fits):
            start = match.start("left") + left.start()
            end = match.start("left") + left.end()
            yield reading.finding("figures.reckoned", start, end, due=f"{rest:f}{left[2]}")


def _behind(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    before = reading.text[max(0, match.start() - LONGEST_LIST) : match.start()]
    listed = re.split("[。；，：\n]", before)[-1]
    parts = [Decimal(one) for one in re.findall(rf"(?<![\d.])({NUMBER}){match['u']}(?=、|$)", listed)]
    whole = listed.count("、") + 1 == len(parts) and "其中" not in listed
    if whole and len(parts) > 1 and sum(parts) != value(match, "t"):
        end = match.end("u")
        yield reading.finding("figures.reckoned", match.start("t"), end, due=f"{sum(parts):f}{match['u']}")


_JUDGES = (
    (_NET, _net),
    (_MONTHLY, _monthly),
    (_EACH, _each),
    (_YIELD, _yield),
    (_LEFT, _left),
    (_TOTAL_BEHIND, _behind),
)
