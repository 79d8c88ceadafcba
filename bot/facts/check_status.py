"""What the notes plan, are at, or deny, told as done: 码头在打桩 told as 码头全部建成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .leaving_open import DENIED, OpenPart, is_denied_twice
from .open_parts import OpenParts, is_ahead
from .reading import Clause
from .trial import Trial

DONE = re.compile(
    r"已(?![故婚])|完成|建成|完工|竣工|投产|投用|投入使用|投入运行|启用|通车|通水|通电|办结|到位|落成|获批|获得|达成|成功|签订|签约(?!率)|动工|开工(?!率)|铺开|启动"
    r"|成立|设立|设起|引入|引进|恢复|解决|落地|全部|完毕|就绪|收官|交付|开通|建起|建立|办成|装上|批复|相继|得以|均在"
)
_HAPPENED = re.compile(rf"{DONE.pattern}|仍有|还有|尚有|[仅只]?有(?=[一个\d])|出现|曾|仅|如期|顺利|克服")
_SURELY = re.compile(r"已(?![故婚])|均|全部|业经|得以|现(?=[在已])")
_OPEN = re.compile(
    r"没|未(?!来|必|成年|雨)|不|无(?!偿|害|人机)|莫|拒|待|拟|(?<![已并])将|(?<!按)计划|打算|准备|预计|预期|有望|明年|来年|下一步|年后|正在|在建|在谈|仍|尚|暂|缺|差|欠|零"
    r"|除|筹|谋划|进入.{1,6}阶段|意向|盼|[静等敬守]候|撤|取消|递交|提交|报送|呈报"
)
_PERHAPS = re.compile(
    r"争取|力争|推辞|正|在办|还|余|剩|空|难|滞|停|免|杜绝|避免|防|推进|推动|着手|申报|申请|报批|审批|报审|办理|洽谈|商谈|磋商|对接|协商|力促|施工"
    r"|封顶|主体|期|只|短板|弱|慢|低|少|中(?!心)|催|逐步|抓紧|加快|%|过半|一半|谢绝|婉|退|上交|保留|禁止|先行|确保"
)
_NOT = re.compile(
    r"没|未(?!来|必|成年|雨)|不|无(?!偿|害|人机)|莫|拒|零|待|拟|(?<![已并])将|(?<!按)计划|难|暂|停|免|除|杜绝|避免|防|禁|缺|欠|差|空|另|其余|仅余|尚余|只剩|仅剩|滞|落后|短|弱|低|少|非|保留|保住|保全|疏漏|疏忽|漏|失守|阻|拦|(?<!\d)0"
)
_STILL = re.compile("尚|暂|(?<![接招对优])待(?![遇业人着在])")
_GOES_ON = re.compile("[还正仍]在(?P<deed>[\u4e00-\u9fff]{2})(?=$|[,。; ])")
"""What goes on: of 已完成招标、正在施工 the part with 招标 tells of 还在招标."""
_FIRM = frozenset("没未不无零")
_LIKENESS, _COVERED, _ENOUGH = 1.6, 0.6, 4


def check_status(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """What is open in the notes must not be told as done, where the prose tells of the very same thing."""
    flagged: set[int] = set()
    for part, sharing in opened.of_open_parts:
        if not part.is_marked and len(part.about) < _ENOUGH:
            continue
        alike = [one for one in sharing if len(one.shared) >= _COVERED * len(part.about)]
        if not alike:
            continue
        best = max(alike, key=lambda one: one.much)
        clause = opened.clauses[best.order]
        if best.much < _LIKENESS or clause.start in flagged or not _is_told_as_done(trial, part, clause):
            continue
        flagged.add(clause.start)
        kind = FindingKind.NEGATION_CHANGED if part.is_denied else FindingKind.STATUS_CHANGED
        yield trial.told(kind, clause.start, clause.end)


def _is_told_as_done(trial: Trial, part: OpenPart, clause: Clause) -> bool:
    text = trial.prose.text[clause.start : clause.end]
    if is_denied_twice(part.text, text):
        return False
    if part.is_denied:
        after = trial.prose.clause_at(clause.end + 1)
        near = trial.prose.text[after.start : after.end] if after.sentence == clause.sentence else ""
        told = _HAPPENED.search(text) is not None and not any(
            found.group() in _FIRM or found.group() not in part.text for found in _NOT.finditer(text)
        )
        return told and DENIED.search(near) is None and _STILL.search(near) is None
    if "、" in text and (deed := _GOES_ON.search(part.text)):
        text = next((told for told in text.split("、") if deed["deed"] in told), text)
    if DONE.search(text) is None or is_ahead(trial, clause):
        return False
    return _OPEN.search(text) is None and (_SURELY.search(text) is not None or _PERHAPS.search(text) is None)
