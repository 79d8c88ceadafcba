"""What the notes plan, are at, or deny, told as done: 码头在打桩 told as 码头全部建成."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .context import EMPTY
from .finding import Finding, FindingKind
from .reading import Clause
from .trial import Trial

_DENIED = re.compile(
    r"没(?!收)|未(?!来|必|成年|雨)|无(?!偿|害|人机|缝|形|障碍|线|证|主|房|职|力|私|核|纺|一)|莫(?!大)"
    r"|不(?!到|足|少|等|同|断|仅|过|超|低于|高于|多|光|止|错|久|含|管|论|锈|良|动产|了情|太平|能|要|好|算|合格|够|得)"
)
_PLANNED = re.compile(
    r"打算|计划(?!生育|投资)|准备(?!金)|拟(?!定)|想(?=[把要再搞建办报修弄])|争取(?!了|到)|力争|明年|下一步|下步|接下来|来年|预备|年后|明后年"
    r"|待(?!遇|业|人)|等着|等(?=[批钱省市县上动审开验通装定])"
)
_GOING = re.compile(
    r"正在|(?<![现所存])在(?=[改办搞修建谈整弄核查装跑做审批挖拆走报申催打铺施调编评对争接找]|办理|路上|推进)|还在|路上|在建|报批|审批|意向|申报"
    r"|想来|卡[在住着]"
)
_OVER = re.compile(r"了(?!解)|完(?!善)|好(?=$|[,。;])|已|过(?=$|[,。;])")
_DONE = re.compile(
    r"已|完成|建成|完工|竣工|投产|投用|投入使用|投入运行|启用|通车|通水|通电|办结|到位|落成|获批|获得|达成|成功|签订|签约(?!率)|动工|开工(?!率)|铺开|启动"
    r"|成立|设立|设起|引入|引进|恢复|解决|落地|全部|完毕|就绪|收官|交付|开通|建起|建立|办成|装上|批复|相继|得以|均在"
)
_HAPPENED = re.compile(rf"{_DONE.pattern}|仍有|还有|尚有|[仅只]?有(?=[一个\d])|出现|曾|仅|如期|顺利|克服")
_SURELY = re.compile(r"已|均|全部|业经|得以|现(?=[在已])")
_OPEN = re.compile(
    r"没|未(?!来|必|成年|雨)|不|无(?!偿|害|人机)|莫|拒|待|拟|将|计划|打算|准备|预计|预期|有望|明年|来年|下一步|年后|正在|在建|在谈|仍|尚|暂|缺|差|欠|零"
    r"|除|筹|谋划|意向|盼|撤|取消"
)
_PERHAPS = re.compile(
    r"争取|力争|推辞|正|在办|还|余|剩|空|难|滞|停|免|杜绝|避免|防|推进|推动|着手|申报|申请|报批|审批|报审|办理|洽谈|商谈|磋商|对接|协商|力促|施工"
    r"|封顶|主体|期|只|短板|弱|慢|低|少|中(?!心)|催|逐步|抓紧|加快|%|过半|一半|谢绝|婉|退|上交|保留|禁止|先行|确保"
)
_NOT = re.compile(
    r"没|未(?!来|必|成年|雨)|不|无(?!偿|害|人机)|莫|拒|零|待|拟|将|计划|难|暂|停|免|除|杜绝|避免|防|禁|缺|欠|差|空|另|其余|滞|落后|短|弱|低|少|非|(?<!\d)0"
)
_FIRM = frozenset("没未不无零")
_AHEAD = re.compile("明年|来年|下一步|下步|今后|打算|计划|后年|新的一年")
_POINT = re.compile(r"(?:第?[一二三四五六七八]|其[一二三四五])(?:是|要|,|、)|再次|最后")
_SPACES = re.compile(r"[^ \u3000]+")
_SILENT = (
    frozenset(
        "要搞弄啥那去说看给做办让他她它们里头后来会能可以还有没不在好多些很就都叫怎么啊呢吧嘛哦对了呗趟再跟把被用和上下来去这块方面边我你咱自己正已拟"
        "卡计划打算准备明年尚未仍全部个的目前也只嗯争取想力"
    )
    | EMPTY
)
_SHARED, _LIKENESS, _COVERED, _HEAD = 2, 1.6, 0.6, 7


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the notes between commas and blanks, with what it is about."""

    text: str
    about: frozenset[str]
    sizes: frozenset[Decimal]
    kind: FindingKind


def check_status(trial: Trial) -> Iterator[Finding]:
    """What is open in the notes must not be told as done, where the prose tells of the very same thing."""
    parts = list(_open_parts(trial))
    if not parts:
        return
    clauses = [
        (clause, _about(text := trial.prose.text[clause.start : clause.end]), text)
        for clause in trial.prose.clauses
    ]
    spread = Counter(sign for _, about, _ in clauses for sign in about)
    flagged: set[int] = set()
    for part in parts:
        likeness, clause = 0.0, None
        for other, about, _ in clauses:
            shared = part.about & about
            if len(shared) < _SHARED or len(shared) < _COVERED * len(part.about):
                continue
            much = sum(spread[sign] ** -0.5 for sign in shared)
            if part.sizes:
                much += 1.5 * any(
                    fact.size in part.sizes for fact in trial.prose.facts_in(other.start, other.end)
                )
            if much > likeness:
                likeness, clause = much, other
        if clause is None or likeness < _LIKENESS or clause.start in flagged:
            continue
        if _is_told_as_done(trial, part, clause):
            flagged.add(clause.start)
            yield trial.told(part.kind, clause.start, clause.end)


def parts_of(trial: Trial) -> Iterator[re.Match[str]]:
    """The stretches of the notes between commas and blanks."""
    for clause in trial.notes.clauses:
        yield from _SPACES.finditer(trial.notes.text, clause.start, clause.end)


def is_open(part: re.Match[str]) -> bool:
    """Whether a stretch of the notes denies, plans, or tells of something still going on."""
    text = part.group()
    line = part.string.rfind("\n", 0, part.start()) + 1
    if _PLANNED.search(part.string, line, line + _HEAD) and not _OVER.search(text):
        return True
    return bool(_DENIED.search(text)) or (
        bool(_PLANNED.search(text) or _GOING.search(text)) and not _OVER.search(text)
    )


def is_ahead(trial: Trial, clause: Clause) -> bool:
    """Whether a clause of the prose tells of what is to come, and does not say 已.

    It does where its sentence says so, and where it is one of the points (第一, 二是) that follow such a one.
    """
    text = trial.prose.text
    if re.search("[已并均]", text[clause.start : clause.end]):
        return False
    line = text.rfind("\n", 0, clause.start) + 1
    begun = max(text.rfind("。", 0, clause.start) + 1, line)
    if begun > line and _POINT.match(text, begun):
        begun = line
    return _AHEAD.search(text, begun, clause.end) is not None


def _open_parts(trial: Trial) -> Iterator[_Part]:
    for found in parts_of(trial):
        text = found.group()
        if not is_open(found):
            continue
        kind = FindingKind.NEGATION_CHANGED if _DENIED.search(text) else FindingKind.STATUS_CHANGED
        about = _about(text)
        if len(about) >= _SHARED:
            numbers = trial.notes.facts_in(found.start(), found.end())
            sizes = frozenset(fact.size for fact in numbers if fact.is_number)
            yield _Part(text, about, sizes, kind)


def _about(text: str) -> frozenset[str]:
    return frozenset(sign for sign in text if "\u4e00" <= sign <= "\u9fff" and sign not in _SILENT)


def _is_told_as_done(trial: Trial, part: _Part, clause: Clause) -> bool:
    text = trial.prose.text[clause.start : clause.end]
    if part.kind is FindingKind.NEGATION_CHANGED:
        after = trial.prose.clause_at(clause.end + 1)
        near = trial.prose.text[after.start : after.end] if after.sentence == clause.sentence else ""
        told = _HAPPENED.search(text) is not None and not any(
            found.group() in _FIRM or found.group() not in part.text for found in _NOT.finditer(text)
        )
        return told and _DENIED.search(near) is None
    if _DONE.search(text) is None or is_ahead(trial, clause):
        return False
    return _OPEN.search(text) is None and (_SURELY.search(text) is not None or _PERHAPS.search(text) is None)
