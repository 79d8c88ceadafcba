"""What the notes leave open must be left open: 冲锋舟没有 told as 镇里配有冲锋舟.

Where `check_status` asks whether the prose says that something is done, this asks whether it says anywhere
that it is not. So the words for doing need not be known, only the few by which a text leaves things open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .claims.integrity import NOTHING_HAPPENED
from .finding import Finding, FindingKind
from .leaving_open import OpenPart
from .open_parts import Likeness, OpenParts, is_ahead
from .text.reading import EMPTY
from .trial import Trial

_LEFT_OPEN = re.compile(
    r"没|未(?!来|必|成年|雨)|不|无(?!偿|害|人机)|莫|非(?!遗|常|公)|否|别|反对|摆脱|终结|照[常旧]|如常|依[旧然]|零(?!售|工)|拒|谢绝|婉|辞|推辞|退(?![役休伍耕林])|免(?!费|疫)|避免|杜绝|防(?!控|汛|火|疫)"
    r"|禁止|严禁|严控|控制|遏制|停(?!车)|断(?!面)|绝(?!对)|撤|取消|罢|搁|仍|尚|暂|还[有要需是在]|缺|欠|差(?!旅|异)|空(?![间气调])|难(?![忘得])|滞|慢|低(?!碳|保|收)|少(?![年儿先数])"
    r"|弱|短板|问题|薄弱|缓|拖|逾|遗憾|可惜|罕|鲜|只|仅|除|剩|余下|其余|另|部分|保留|放下|丢下|留|脱稿|从简|维持|疏漏|疏忽|失守|阻|拦|抵触|转为|改为|转向|方可|方能|才能|推迟|延后|延误|错过|影响|流失|外出|在外|卡点|瓶颈|障碍|义务(?!教)|无偿|(?<![接招对优])待(?![遇业人着在])|等(?=[待候着批审钱省市县上])|拟|(?<![已并])将|预|(?<!按)计划|打算"
    r"|准备|有望|望|盼|目标|意向|谋划|筹(?![集资措])|想(?!方)|可(?=[解满覆惠容])|明年|[来次]年|下一?步|年后|到.{0,4}[年月]|[之以]前|前(?=[完建实投落开])"
    r"|[限到预分]期|正(?=[在处待着抓等办进加积按与式])|在[建谈办改修编施研查审核侦调]|[之进程当]中|中(?=$|[,。;])|争取|力争|力促|催|逐步|抓紧|加快|推进|推动|着手|先行|确保"
    r"|阴性|为准|进入.{1,6}阶段|申报|申请|报批|审批|报审|办理|谈|磋商|对接|协商|施工|封顶|主体|%|过半|一半|持平|稳定|(?<!\d)0"
)
_SURELY = re.compile(
    r"[仍尚]有(?!.*[缺未不])|有序|稳步|已(?!有)|(?<!平)均|全部|也(?!是|有)|都|成功|顺利|曾|得以|了(?!解)|全覆盖"
)
_FIRM = re.compile(
    r"保留|放下|搁下|丢下|(?<!\d)0|没|未(?!来|必|成年)|不|无(?!偿|害|人机)|零|[尚仍](?!有)|暂|莫|非|否|告别|摆脱|终结|流失|外出|停[产业]|差距|为准|免(?!费|疫)"
)
_SHORT_OF = re.compile(
    "难|推进|加快|抓紧|转为|改为|方可|方能|才能|维持|延后|推迟|阻|拦|抵触|疏|漏|免|缺|禁|拒|低|少|弱|差|误|剩|余|另|除|仅|只|停|防|绝|严|取消|根治|减|压缩|%"
)
_TO_COME = re.compile(
    "拟|(?<![已并])将|(?<!按)计划|打算|准备|明年|[来次]年|下一?步|力争|争取|(?<![接招对优])待(?![遇业人着在])|正"
)
_DENIAL = re.compile(r"没有|没|未|不|无|待|等")
_NO_DENIAL = re.compile(r"不是|没问题|(?<![不没])了$|^(?!.*没有?[一任哪]).*的$")
_ANY_DEED = frozenset("弄搞做办")
_FILLER = (
    frozenset("再有出过的了着在被让给能够得上下去来起一二两三四五六七八九十个件例次户人家条还也就都全")
    | EMPTY
)
_FOR_NOTHING, _PAYS = re.compile("免费|无偿|义务(?!教)"), re.compile("[费钱酬]")
"""没收费, told as 免费."""
_SMOOTH = re.compile("[平稳]稳|平安|顺[利畅当]|安全|有序|圆满|正常")
"""没出岔子, told as 平稳有序."""
_TOPIC = re.compile(r"^[在就]\D*(?:上|方面|而言)$|方面$|情况$")
"""What a sentence is about, or a heading: it tells of nothing, so it closes nothing."""
_LIKENESS, _COVERED, _BEFORE = 1.2, 0.4, 3
_ONE_WORD, _BY_ONE_WORD = 2, 0.5
"""Two characters are one word: what shares no more than 企业 with a longer part tells of something else."""


def check_carried(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """What is open in the notes and told nowhere in words that leave it open."""
    flagged: set[int] = set()
    for part, alike in opened.of_open_parts:
        if not alike or not part.is_marked or _NO_DENIAL.search(part.text):
            continue
        best = max(alike, key=lambda one: (one.much, bool(_SURELY.search(opened.texts[one.order]))))
        clause = opened.clauses[best.order]
        least = _COVERED if len(best.shared) > _ONE_WORD else _BY_ONE_WORD
        if best.much < _LIKENESS or len(best.shared) < least * len(part.about) or clause.start in flagged:
            continue
        if _TOPIC.search(opened.texts[best.order]):
            continue
        if not is_ahead(trial, clause) and _is_closed(part, best, alike, opened):
            flagged.add(clause.start)
            kind = FindingKind.NEGATION_CHANGED if part.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(kind, clause.start, clause.end)


def _is_closed(
    part: OpenPart,
    best: Likeness,
    alike: Sequence[Likeness],
    opened: OpenParts,
) -> bool:
    """Whether the clause most like the part closes it, and no other that may tell of it leaves it open.

    One that tells the part in its own words leaves it as open as it was.
    """
    here = opened.texts[best.order]
    beside = [opened.texts[order] for order in opened.neighbours(best.order)]
    others = {*beside, *(opened.texts[one.order] for one in alike if one is not best)}
    if _tells_of_another(part, best, opened):
        return False
    if _FOR_NOTHING.search(here) and _PAYS.search(part.text):
        return False
    if NOTHING_HAPPENED.search(part.text) and _SMOOTH.search(here):
        return False
    if not _LEFT_OPEN.search(here) and not any(map(_LEFT_OPEN.search, others)):
        return True
    denied = _denied(part.text) - _ANY_DEED or part.about
    if not part.is_denied or not denied & set(here) or _FIRM.search(here):
        return False
    if any(found.group() not in part.text for found in _TO_COME.finditer(here)):
        return False
    if not _SURELY.search(here) and (_SHORT_OF.search(here) or any(map(denied.issubset, opened.affirmed))):
        return False
    surely = _SURELY.search(here) is not None
    return not any(
        _FIRM.search(text) and (denied & set(text) or (text in beside and not surely)) for text in others
    )


def _tells_of_another(part: OpenPart, best: Likeness, opened: OpenParts) -> bool:
    """Whether the clause tells more of a stretch that leaves nothing open than of the part."""
    here = set(opened.texts[best.order]) - part.about - _FILLER
    return any(len(closed & here) > len(best.shared) for closed in opened.affirmed)


def _denied(text: str) -> frozenset[str]:
    """What a denial denies: 恢复 of 还没恢复; 冲锋舟 of 冲锋舟没有."""
    marks = list(_DENIAL.finditer(text))
    if not marks:
        return frozenset()
    after = frozenset(filter(_tells, text[marks[-1].end() :]))
    return after or frozenset(filter(_tells, text[: marks[-1].start()][-_BEFORE:]))


def _tells(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" and sign not in _FILLER
