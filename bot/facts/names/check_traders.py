"""Firms and shops nobody gave, by the characters that traders call themselves by: 宏达路桥, 亮洁洗车店."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..trial import Trial

_FIRM = re.compile(
    r"(?!诚信建设)(?P<head>[宏恒华盛泰昌隆鑫达通远瑞祥福兴旺丰源康顺金银龙天星海鸿润泽诚信德佳裕惠利永锦荣嘉东方]{2})"
    r"(?:路桥|化工|水利|农机|运输|电子|机械|纺织|面粉|饲料|种业|粮油|农资|装饰|钢构|石材|矿业|律师|农贸|市政|园林|劳务|新材|铸造|制造|汽配|电气|建材|置业|实业|客运|物流|服饰|食品|光电|五金|药业|木业|物业|竹业|茶业|茧业|酒业|牧业|伞业|鞋业|纸业|皮具|箱包|家具|塑料|塑业|包装|印刷|门窗|制衣|玩具|电缆|建设|建筑|管业|超市|酒店|公司|集团|厂)"
)
_LUCKY = (
    "宏恒华盛泰昌隆鑫达通远瑞祥福兴旺丰源康顺金银龙天星海鸿润泽诚信德佳裕惠利永锦荣嘉东方绣洁亮和"
    "万家民美好乐捷速新众益宝富安腾飞凯欣悦雅馨豪伟力强创优味"
)
_TRADE = re.compile(
    rf"(?P<head>[{_LUCKY}]{{2,3}})(?P<kind>[\u4e00-\u9fff]{{2}})"
    r"(?:公司|店|车间|厂|超市|小区|合作社|幼儿园|药房|诊所|饭店|农庄|山庄|中心|基地|农场|果园|茶园|牧场|商行|门市部)"
)
"""A name before what its bearer does, which the notes may well have: a 洗车店, and no 亮洁洗车店."""
_COOPERATIVE = re.compile(
    rf"(?P<head>[{_LUCKY}农]{{2,3}})(?:[种养][殖植]|种养|农机|农业|果[蔬品]|蔬菜|水果|茶叶|药材|粮食|畜牧|水产|林果|菌业){{1,2}}(?:专业)?合作社"
)
"""A name before what a cooperative does, whether the notes say that or not."""


def check_traders(trial: Trial) -> Iterator[Finding]:
    """A name of two lucky characters before a trade, or before what the notes have as one."""
    text = trial.prose.text
    for found in _FIRM.finditer(text):
        if not trial.are_given(found["head"]):
            yield trial.told(FindingKind.NAME_INVENTED, found.start(), found.end())
    for found in _TRADE.finditer(text):
        if trial.is_new(found["head"]) and found["kind"] in trial.notes.text:
            yield trial.told(FindingKind.NAME_INVENTED, found.start(), found.end())
    for found in _COOPERATIVE.finditer(text):
        if trial.is_new(found["head"]):
            yield trial.told(FindingKind.NAME_INVENTED, found.start(), found.end())
