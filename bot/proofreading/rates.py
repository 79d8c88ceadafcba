"""Percentages beside the figures that they were reckoned from."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.proofreading.figures import NUMBER, TOLERANCE, UNIT, amounts_before, held_against, judged, value
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_FOUND = "发现|排查|排查出|查摆|查找|受理|收到|接到|梳理|交办|摸排|检查出|征集|办理|登记|反馈|调处"
_DONE = "整改|化解|办结|解决|调处|调解|处理|消除|销号|查处|回复|办理|完成"
_UP = "增长|增加|增幅|提高|上升|多|扩大"
_DOWN = "下降|减少|降幅|降低|少|压减|压缩"
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
_LIMITED = re.compile(
    rf"(?:覆盖|普及|入户|参保|合格|知晓|整改|化解|办结|入学|成功|到位|成活|满意|建档|签约|调解|上线|巩固|参合|入住|收缴|就业)率"
    rf"(?:已|均|全部)?(?:达到了?|达|为|提高到|提升到)?(?P<w>(?P<r>{NUMBER})[%％])"
)
_RATE_OF = re.compile(
    rf"其中(?P<what>[^。；]{{0,20}}?(?P<n>{NUMBER})(?P<u>{UNIT})[^，。；\d]{{0,16}})"
    rf"，(?P<name>[\u4e00-\u9fff]{{2,4}})率(?:达到?|为)?(?P<r>{NUMBER})[%％]"
)


def rates(reading: Reading) -> Iterator[Finding]:
    """Every percentage that its neighbours contradict, every part that is more than its whole."""
    yield from judged(reading, _JUDGES)


def _rate(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    found, done = value(match, "n"), value(match, "m")
    if done > found:
        yield reading.finding("figures.exceeds", match.start("n"), match.end("m") + len(match["u"]))
    elif match["r"] and found:
        yield from held_against(reading, match, done * 100 / found)


def _difference(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    now, change = value(match, "n"), value(match, "d")
    before = now - change if re.fullmatch(_UP, match["way"]) else now + change
    if before > 0:
        yield from held_against(reading, match, change * 100 / before)


def _share(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    if value(match, "m"):
        yield from held_against(reading, match, value(match, "n") * 100 / value(match, "m"))


def _limited(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    if value(match, "r") > 100:
        yield reading.finding("figures.over-hundred", *match.span("w"))


def _rate_of(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """A rate behind 其中 so many, against every larger figure of the unit before it in the sentence."""
    if not any(char in match["what"] for char in match["name"]):
        return
    part, people = value(match, "n"), ("人", "名")
    alike = people if match["u"] in people else (match["u"],)
    amounts = amounts_before(reading, match.start())
    wholes = [Decimal(one) for one, unit in amounts if unit in alike and Decimal(one) >= part]
    dues = [part * 100 / whole for whole in wholes if whole]
    if dues and all(abs(due - value(match, "r")) > TOLERANCE for due in dues):
        yield from held_against(reading, match, dues[-1])


_JUDGES = (
    (_RATE, _rate),
    (_DIFFERENCE, _difference),
    (_SHARE, _share),
    (_OF_WHICH, _share),
    (_LIMITED, _limited),
    (_RATE_OF, _rate_of),
)
