"""What speaks for it, and what against it, that a clause of the prose tells an open matter as closed.

Nothing here decides alone: every sign only adds its points (`check_weighed.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.leaving_open import sizes_in, sizes_of_note
from ..text.open_words import Says
from ..text.reading import Clause
from ..trial import Trial
from .open_parts import OpenParts, is_ahead
from .scales import Scales

DONE = re.compile(
    r"已(?![故婚])|完成|建成|完工|竣工|投产|投用|投入使用|投入运行|启用|通车|通水|通电|办结|到位|落成|获批|获得|达成|成功|签订|签约(?!率)|动工|开工(?!率)|铺开|启动"
    r"|成立|设立|设起|引入|引进|恢复|解决|落地|全部|完毕|就绪|收官|交付|开通|建起|建立|办成|装上|批复|相继|得以|均在"
)
_DENIES = re.compile(
    r"没|未(?!来|必|成年|雨)|不(?!断(?![岗档链线人])|仅|久|同|少|锈|良|动产|忘|懈)|无(?!偿|害|人机|缝|障|线|私)|莫|非(?!遗|常|公|机)|否|零(?!售|工|距)"
    r"|拒|反对|谢绝|婉|告别|摆脱|消[除失]|清零|归零|终结|照[常旧]|免(?!费|疫)|尚|仍|暂|禁|停(?!车)|杜绝|避免|防(?!控|汛|火|疫|治)|取消|撤|搁|缺(?!席)|乏|难(?!忘|得)|严控|劝[止阻]|为准|保留|得以保|[仅只]余|受制|少雨|[稀很]少(?!数)"
)
_AHEAD = re.compile(
    r"拟|(?<![已并])将|(?<!按)计划|打算|准备(?!金)|[明来次]年|年后|新的一年|下一?步|力争|争取|力求|谋划|有望|表态|[承许]诺|答应|预[计期]|有意|设想|意向|(?<![接招对优])待(?![遇业人着在])|[等静]候|等待"
    r"|正(?!常|面|气|风|规|确|反|职)|[还仍尚]在|在[建谈办改修编施研]|之中|阶段|审批|报批|申[请报]|设法|继续|方可|才能|洽谈|商讨|商议|酝酿|筹[划备建措]|(?:稳步|有序|加快|抓紧)推进"
)
_LACKS = re.compile(
    r"欠|差(?!旅|异)|滞|慢|低(?!碳|保|收)|少(?![年儿先数])|弱|短板|问题|薄弱|缓|拖|逾|遗憾|可惜|罕|鲜|空[缺白置号]|流[失标产]|落[空选]|失(?!业|地)|担心|顾虑|受制|苦于|囿于"
    r"|疏漏|疏忽|阻|拦|抵触|有误|错误|失误|卡点|瓶颈|障碍|推迟|延[后误]|影响|断(?!面)|遭|堵|坍|坏|亏|跌|脱"
)
_LEAVES = re.compile(
    r"只|仅|除|剩|余(?=[下留\d])|其余|另|部分|保留|留|从简|维持|[转改]为|外出|在外|义务(?!教)|无偿|盼|目标|[之以]前|[限到分]期|[进程当]中|力促|催|逐步|抓紧|加快|推[进动]|着手|先行"
    r"|确保|阴性|办理|谈|磋商|对接|协商|施工|封顶|主体|%|过半|一半|持平|稳定|始终|一直|起初|原先|(?<!\d)0"
)
_SURELY = re.compile(
    r"稳步|已(?!有)|(?<!平)均|全部|也(?!是|有)|都|成功|顺利|曾|得以|了(?!解)|全覆盖|现已|如期|圆满"
)
_NOBODY, _EVERYBODY = (
    re.compile("没有?[一任哪]|没.{0,3}谁|没有?[\u4e00-\u9fff]{2,4}的$"),
    re.compile("[均都皆]|全|始终|零|内"),
)
"""没有一起拖过15天 is told by 均在15天之内办结."""
_GONE = re.compile("没有?了|了$")
_SAYS_SO_ANYWAY = re.compile(
    "[没无]有?[一任哪]?[个户人家件起]?不|[没未不][^,。;]{1,6}的[^,。;]{0,3}[是有]|没问题|没错"
)
"""没有不合格的: denied twice. 不肯搬的是两个老人 tells who they are, not that they would not. 到账没问题."""
_UNPAID, _FOR_NOTHING = (
    re.compile("[没不未]有?[收要花拿给].{0,4}[钱费酬工]"),
    re.compile("免费|无偿|义务|自掏|自费|捐|赠"),
)
_HALF = re.compile("[^没未不无][了过妥好完][^,。;]{0,4}[没未不]|[没未不][^,。;]*[^没未不无][了过妥好完]")
_FINISHED = re.compile(
    "建成|完工|竣工|投产|投用|投入使用|投入运|启用|通[车水电气]|办结|落成|获批|签[订约署]|动工|开工|启动|成立|恢复|解决|落[地实]|完毕"
    "|就绪|交付|开通|批复|收尾|补[齐上足发]|配[齐备]|到位|定稿|结束|完成|到账|全面|全部|均已|验收|通过|入库|搬[入至迁]|一律|悉数|追回|发放"
    "|施工|新[增招设建]|设[起立]|建设"
)
_SOFTENED = re.compile(
    "[很较]少|少量|个别|少数|偶[有尔]|时有|零星|最低|部分|一些|有的|不乏|几乎|基本|没怎么|没几|不[多大太]"
)
_DENIAL = re.compile("没有?|未|不|无|待|等|还[在差缺]|想|打算|准备|计划|明年|争取|在|拟")
_FILLER = frozenset("了的个有过再在一两三家村户人到")
_LEAST, _BRIEF, _NEARLY, _MUCH, _NEW, _LONG, _SHORT, _BEFORE = 1.2, 3, 0.55, 8.0, 15, 16, 8, 3


class Signs(NamedTuple):
    """What is asked of an open stretch of the notes and of the clause most like it; 1.0 is yes.

    `anew` is a word that only the prose has, `again` one that the stretch has too; `near` are the clauses
    around, and those nearly as like. `told_open`: some clause that leaves anything open is likelier to tell
    of this stretch than of any other open one. `told_by_head`: the clause has nothing of the stretch itself,
    only of what stands before it in its note.
    """

    denies_anew: float
    denies_again: float
    looks_ahead_again: float
    lacks_anew: float
    open_near: float
    open_briefly_after: float
    open_of_denied_after: float
    likeness: float
    denied_named: float
    new_characters: float
    numbers_untold: float
    numbers_of_others: float
    is_denied: float
    is_planned: float
    is_going: float
    says_not: float
    says_without: float
    says_gone: float
    did_half_near: float
    is_in_a_plan: float
    is_long: float
    surely: float
    open_nowhere: float
    open_everywhere: float
    plain: float
    done: float
    told_open: float
    finished_anew: float
    softened_anew: float
    told_by_head: float
    closed_likelier: float


class Weighed(NamedTuple):
    """An open stretch of the notes, the clause most like it, and the signs."""

    stretch: str
    clause: Clause
    signs: Signs


def weigh(trial: Trial, opened: OpenParts) -> Iterator[Weighed]:
    """Every open stretch of the notes that some clause of the prose tells of, with that clause.

    None that the prose tells in the very words, and no clause that the notes have in the very words.
    """
    if not any(opened.are_open):
        return
    left_open = (order for order, text in enumerate(opened.texts) if is_left_open(text))
    scales = Scales(trial, opened, left_open)
    notes, prose = trial.notes.text, trial.prose.text
    for order in scales.orders:
        found = opened.stretches[order]
        start, end = found.span()
        if end - start < _BRIEF or trial.notes.has_gap(start, end):
            continue
        if found.group() in prose or _SAYS_SO_ANYWAY.search(found.group()):
            continue
        for likeness in scales.tellings(order):
            best = max(range(len(likeness)), key=likeness.__getitem__)
            here = opened.texts[best]
            if likeness[best] < _LEAST or here in notes or _is_the_same(found.group(), here):
                continue
            if not (opened.is_counted_by_closed(best) or _is_parted(trial, opened, found, best)):
                yield Weighed(
                    found.group(),
                    opened.clauses[best],
                    _signs(trial, opened, scales, (order, likeness, best)),
                )


def _signs(trial: Trial, opened: OpenParts, scales: Scales, telling: tuple[int, list[float], int]) -> Signs:
    """What is asked of an open stretch, by its order, how like it the clauses are, and the likeliest."""
    order, likeness, best = telling
    texts, found, own = opened.texts, opened.stretches[order], scales.likeness(order)[best]
    text, here, clause = found.group(), texts[best], opened.clauses[best]
    near = {*opened.neighbours(best)} | {
        other for other, much in enumerate(likeness) if much > _NEARLY * likeness[best]
    } - {best}
    after = texts[best + 1] if best + 1 in near else ""
    open_after, open_near = is_left_open(after), any(is_left_open(texts[other]) for other in near)
    denied, is_open = _denied(text), is_left_open(here)
    denying, looking = set(_DENIES.findall(here)), set(_AHEAD.findall(here))
    given = sizes_in(trial.notes, *found.span())
    told = sizes_in(trial.prose, clause.start, clause.end)
    of_others = bool(told) and told.isdisjoint(sizes_of_note(trial.notes, found.start()))
    is_denied = trial.notes.says(*found.span(), Says.DENIES)
    return Signs(
        denies_anew=any(word not in text for word in denying),
        denies_again=any(word in text for word in denying),
        looks_ahead_again=any(word in text for word in looking),
        lacks_anew=any(word not in text for word in _LACKS.findall(here)),
        open_near=open_near,
        open_briefly_after=open_after and len(after) <= _SHORT,
        open_of_denied_after=open_after and bool(denied & set(after)),
        likeness=min(_MUCH, likeness[best]),
        denied_named=len(denied & set(here)) / max(1, len(denied)),
        new_characters=min(_NEW, len(set(here) - set(text))),
        numbers_untold=bool(given) and not told,
        numbers_of_others=of_others,
        is_denied=is_denied,
        is_planned=not is_denied and trial.notes.says(*found.span(), Says.AHEAD),
        is_going=not is_denied and trial.notes.says(*found.span(), Says.GOING | Says.ASKED),
        says_not="不" in text,
        says_without="无" in text,
        did_half_near=open_near and _HALF.search(text) is not None,
        says_gone=_GONE.search(text) is not None,
        is_in_a_plan=is_ahead(trial, clause),
        is_long=len(text) > _LONG,
        surely=_SURELY.search(here) is not None,
        open_nowhere=not (is_open or open_near),
        open_everywhere=is_open and open_near,
        plain=not (is_open or _LACKS.search(here) or _LEAVES.search(here)),
        done=not is_open and DONE.search(here) is not None,
        told_open=order in scales.told_open,
        finished_anew=any(word not in text for word in _FINISHED.findall(here)),
        told_by_head=not own,
        closed_likelier=scales.of_closed[best] > own,
        softened_anew=bool(_SOFTENED.search(here)) and not _SOFTENED.search(trial.notes.text),
    )


def _is_the_same(said: str, told: str) -> bool:
    """Whether what is denied is told by what it comes to: 没有一起拖过15天, 均在15天之内; 没收费, 免费."""
    nobody = _NOBODY.search(said) and _EVERYBODY.search(told)
    return bool(nobody or (_UNPAID.search(said) and _FOR_NOTHING.search(told)))


def _is_parted(trial: Trial, opened: OpenParts, stretch: re.Match[str], best: int) -> bool:
    """Whether the notes say so of one part and deny it of another, which a clause beside does too."""
    denied = _denied(stretch.group())
    return (
        bool(denied)
        and trial.notes.says(*stretch.span(), Says.DENIES)
        and any(map(denied.issubset, opened.affirmed))
        and any(
            denied.issubset(opened.texts[order]) and _DENIES.search(opened.texts[order])
            for order in opened.neighbours(best)
        )
    )


def is_left_open(clause: str) -> bool:
    """Whether a clause denies anything, or looks ahead."""
    return bool(_DENIES.search(clause) or _AHEAD.search(clause))


def _denied(text: str) -> frozenset[str]:
    """What is denied or planned: the characters behind the last word for it, or the last ones before it."""
    marks = list(_DENIAL.finditer(text))
    if not marks:
        return frozenset()
    after = frozenset([sign for sign in text[marks[-1].end() :] if "\u4e00" <= sign <= "\u9fff"]) - _FILLER
    return after or frozenset(text[: marks[-1].start()][-_BEFORE:]) - _FILLER
