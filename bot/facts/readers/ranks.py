"""Reading ranks and ordinals: 第三名, 全县第一, 前五, 倒数第二, 二等奖, 榜首."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..fact import Fact, FactKind
from ..text.scanning import Scan
from ..text.spans import Claims
from .number_forms import parse_amount

_NUMBER = r"\d+|[零一二三四五六七八九十百]+"
_NOT_PUT = "".join(f"(?<![放摆置]在[\u4e00-\u9fff]{{{gap}}})" for gap in range(9))
"""放在首位, 摆在各项工作首位: what comes first, and no rank."""
_UNITS = "名|位|个|批|轮|届|期|次|季度|方阵|梯队|家|场|类|档|遍|版|名次|志愿者|年|站|组|中学|小学|产业"
_RANK = Scan(
    r"[倒第排位列名前全进挤迈冲跻稳保打闯杀挺晋入\d特一二三四首头榜冠在拿得垫末最夺]"
    r"(?=[数第名在列老后\d零一二三四五六七八九十百入了到前进身居持等批个家届例座条部次期位首底后军县市省镇区国两围级半全冠])",
    rf"(?P<last>倒数)?第(?P<ordinal>[零一二三四五六七八九十百]+?(?=[一二三四]季度)|{_NUMBER})(?P<more>(?:、第?[一二三四五六七八九十])+(?![季个名位月批次]))?(?P<unit>{_UNITS})?(?!全国|(?:人民)?医院|[中小]学|幼儿园|实验|方(?!阵)|课堂|种|书记|责任|时间|线|议题|要务|身份|故乡|关口)"
    rf"|(?:(?<!安)排名?在?|位列|列|排到|名列)(?P<bare>\d+|[一二三四五六七八九十]+)(?:名|位|(?=[,。;!?、\n)]|$))"
    rf"|前(?P<top>{_NUMBER}|两)(?P<topunit>名|位|列|强|甲)"
    rf"|(?:全[县市省镇区国]|排名|进入|进了|进到|挤进|迈入|冲进|跻身|稳居|位居|位列|保持|排|进)前(?P<top2>{_NUMBER})(?![\d个年月天季])"
    r"|(?:[打闯杀冲挺挤]进|晋级|入围|跻身|进[入了]?|[闯打杀]入)(?:全[国省市县区]|[省市县区]里)?(?:(?P<top4>\d+|[四八]|十六|三十二)强|(?P<semifinal>半决赛))"
    rf"|前(?P<top5>{_NUMBER})(?=[没未]进)"
    r"|(?<=全[县市省区])(?P<bare2>\d+)名(?=[(,。;\n]|$)"
    r"|(?<=[考评比核赛,上里分是])前(?P<top3>[二三四五六八十])(?=[,。;、\n]|$)"
    r"|排(?:行)?老(?P<elder>[大二三四五])"
    rf"|排名?(?:在|列)?后(?P<rear>{_NUMBER})(?=[名位,。;、\n]|$)"
    rf"|(?P<prize>[特一二三四])等(?P<prizeunit>奖|功|(?=[,。;、\n]|$))"
    rf"|首(?P<opening>批|个|家|届|例|座|条|部|次|期)|头一(?P<head>批|个|家|届|例|座|条|遍|轮|次|回|年)"
    rf"|(?P<first>榜首|头名|夺冠|第1名|冠军|{_NOT_PUT}首位|头一名|拿第一|得第一|(?<![放摆置])在?第一位)|(?P<bottom>垫底|末位|最后一名|倒数第一)",
)


_MAXIM = re.compile(
    "(?:坚持|秉持|秉承|树牢|牢记|始终|做到|树立|强化|奉行|践行|恪守|坚守|遵循|突出|把)[\u4e00-\u9fff]{2,6}$|(?:安全|生命|预防|质量|群众|人民|民生|生态|环保|保护|信誉|诚信|服务|品质|纪律|实干|法律|健康)$"
)
"""坚持保护第一, 安全第一: what comes first, and no rank that anybody won."""
GRADED = re.compile(r"[县市省镇区国排列居获得拿夺名]")


def read_ranks(text: str, claims: Claims) -> Iterator[Fact]:
    """Read every rank.

    `value` is the place; `scope` says how it is counted: `""`, `last` (倒数), `top` (前三), `rear` (后三),
    `prize`.
    """
    for found in _RANK.finditer(text):
        if claims.covers(found.start(), found.end()) or claims.touches(found.start(), found.start() + 1):
            continue
        if found["more"]:
            claims.take(found.start(), found.end())
            continue
        value, scope, unit = _value(found)
        if value is None or _is_rhetorical(text, found):
            continue
        claims.take(found.start(), found.end())
        yield Fact(
            FactKind.RANK,
            found.start(),
            found.end(),
            found.group(),
            value,
            unit=unit,
            measure="rank",
            scope=scope,
            weak=_is_weak(text, found, value),
        )


def _is_rhetorical(text: str, found: re.Match[str]) -> bool:
    """第一需要, 第一目标: an ordinal that grades nothing."""
    if found.group() != "第一" or GRADED.search(text[max(0, found.start() - 6) : found.start()]):
        return False
    after = text[found.end() : found.end() + 2]
    return (len(after) == 2 and after.isalpha()) or _MAXIM.search(
        text, max(0, found.start() - 8), found.start()
    ) is not None


def _is_weak(text: str, found: re.Match[str], value: Decimal) -> bool:
    """Whether an ordinal may only order a list (第一，……；第二，……) or count on (首批)."""
    graded = GRADED.search(text[max(0, found.start() - 8) : found.start()])
    if value == 1 and found.group()[-1] in "批个家届例座条部次期" and not graded:
        return True
    if not found["ordinal"] or found["unit"] or found["last"]:
        return False
    if graded:
        return False
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return not before or before in "\n。;:,、" or (after != "" and after not in ",。;、的\n)")


def _value(found: re.Match[str]) -> tuple[Decimal | None, str, str]:
    if found["ordinal"]:
        return parse_amount(found["ordinal"]), "last" if found["last"] else "", _unit(found["unit"])
    if bare := found["bare"] or found["bare2"]:
        return parse_amount(bare), "", "名"
    if elder := found["elder"]:
        return Decimal("大二三四五".index(elder) + 1), "", "名"
    if rear := found["rear"]:
        return parse_amount(rear), "rear", "名"
    if found["semifinal"]:
        return Decimal(4), "top", "名"
    if top := found["top"] or found["top2"] or found["top3"] or found["top4"] or found["top5"]:
        return parse_amount(top), "top", "名"
    if found["opening"] or found["head"]:
        return Decimal(1), "", _unit(found["opening"] or found["head"])
    if found["prize"]:
        return Decimal("特一二三四".index(found["prize"])), "prize", found["prizeunit"]
    return Decimal(1), "last" if found["bottom"] else "", "名"


def _unit(unit: str | None) -> str:
    return "名" if unit in {None, "位", "个", "家", "名次"} else str(unit)
