"""Who gives and who gets, who goes and who comes: 县妇联送来60床 told as 向县妇联捐赠60床."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..trial import Trial

_GIVES = (
    "捐|赠|送|出售|销售|卖|移交|上报|报送|汇报|拨付|支付|偿还|归还|返还|交纳|缴纳|提供|输送|派|转交|推荐|输出"
    "|供应|供货|投放|出借|借出|出租"
)
_TAKES = "借|买|购|租|争取|申请|领取|贷|募|筹|取经|请教|咨询|引进|求助|采购|索要|学习"
_TO = re.compile(
    f"[向给](?P<whom>[\u4e00-\u9fff]{{2,8}}?)(?:{_GIVES})"
    "|[卖送交借捐还租赠售]给了?(?P<after>[\u4e00-\u9fff]{2,8})"
    "|[赴往去到](?P<there>[\u4e00-\u9fff]{2,8}?)(?:考察|参观|学习|取经|观摩|看了|跟班|调研)"
)
_FROM = re.compile(
    f"从(?P<whom>[\u4e00-\u9fff]{{2,8}}?)(?:{_TAKES}|接收|运|拉|调|要)"
    f"|[向跟找](?P<asked>[\u4e00-\u9fff]{{2,8}}?)(?:{_TAKES})"
)
_GIVER = re.compile(
    "(?P<whom>(?:(?![向给为对把获得受由从])[\u4e00-\u9fff]){2,8}?)(?:那边|方面)?(?:派员|派人|考察团)?"
    "(?:[送捐拨派借]来|来(?:镇|我镇|了|人)|给(?:我们|镇里)|捐了|捐赠|赠送|支援|资助)"
)
_COMMON = 2


def check_roles(trial: Trial) -> Iterator[Finding]:
    """To whom something went is not told as from whom it came, nor the reverse."""
    to_whom, from_whom = list(_receivers(trial.prose)), list(_givers(trial.prose))
    if not (to_whom or from_whom):
        return
    given, taken = list(_receivers(trial.notes)), list(_givers(trial.notes))
    for told, alike, others in ((to_whom, given, taken), (from_whom, taken, given)):
        for found in told if others else ():
            if _is_in(found, others) and not _is_in(found, alike):
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, *found.span())


def _receivers(reading: Reading) -> Iterator[re.Match[str]]:
    return _TO.finditer(reading.text)


def _givers(reading: Reading) -> Iterator[re.Match[str]]:
    yield from _FROM.finditer(reading.text)
    for clause in reading.clauses:
        found = _GIVER.match(reading.text, clause.start, clause.end)
        if found is not None:
            yield found


def _is_in(one: re.Match[str], others: list[re.Match[str]]) -> bool:
    """Whether one of the others names somebody with two neighbouring characters of this one."""
    whom = _whom(one)
    pairs = [whom[at : at + _COMMON] for at in range(len(whom) - 1)]
    return any(pair in _whom(other) for other in others for pair in pairs)


def _whom(found: re.Match[str]) -> str:
    return found[found.lastgroup or "whom"]
