"""Gaps: what the person does not know yet, as a whole answer or as a placeholder inside a note."""

import re
from dataclasses import dataclass

from bot.interview.correction_words import EDGES
from bot.interview.splicing import NOT_KNOWN, clause_before, doubt_behind, own_unit, spliced

_WHOLE = re.compile(
    rf"(?:暂时|现在|目前|我)?(?:还)?(?:{NOT_KNOWN}"
    r"|不详|待补|待补充|待定|待查|待核实|[XxＸｘ×*＊]{2,}|[?？]+)(?:了|呢|啊|哦)?"
)
_DOUBT = (
    r"(?:我|也|还|都|真|有点|具体|准确|确切|时间|日期|日子|哪一?[年天月]|的|是)*"
    rf"(?:{NOT_KNOWN}|拿不准|不确定|不太确定|不敢说|说不好|没(?:最后|完全)?(?:定|确定|敲定)|暂[定时]"
    r"|(?:等[^，,。；;]{0,8}|到时候?|回头|后面|以后)(?:再|才能?)(?:定|说|看|改|确定|核实?)|先这[么样][写填]着?|等[^，,。；;]{0,8}(?:通知|确定))"
    r"(?:了|呢|啊|哦|吧)?"
)
_DOUBTED = re.compile(
    rf"{_DOUBT}[，,。；;、\s]+.+|.+?[，,。；;、\s（(]+{_DOUBT}[）)]?|(?:好像|也许|可能|估计|说不定)是?.+"
)
_PLACEHOLDER = re.compile(
    r"【待补[^】]*】"
    r"|(?<![A-Za-z0-9])[XxＸｘ×]+(?:[.．][XxＸｘ×]+)?(?![A-Za-z0-9光射])"
    r"|(?<![A-Za-z0-9])[*＊]{2,}(?:[.．][*＊]+)?"
    r"|(?<![A-Za-z0-9*＊])[*＊](?=[\u4e00-\u9fff%％])"
    r"|(?<![^，。；、,;.\s])(?:我|也|还|具体|这个)*(?:不知道|不清楚|忘了|记不清了?|没数过)"
    r"(?:是|有|[\u4e00-\u9fff]了)?(?:多少|几)(?=[个次户家亩眼人斤]?了?(?:[，。；、,;.\s]|$))"
    r"|(?<=[量数额值率积分少])(?:目前|暂时)?(?:还)?(?:不清楚|没统计|没出来)(?=[，。；、,;.\s]|$)"
    r"|(?<=[\u4e00-\u9fff])(?:是?多少)?(?:目前|暂时)?(?:我)?(?:还|也)?(?:不知道|记不清了?|不详|待补|待核实|待统计|待查)(?=[，。；、,;.\s]|$)"
)
_SIGNS = re.compile(
    r"【|X|x|Ｘ|ｘ|×|\*|＊|不知道|不清楚|忘了|记不清|没数过|没统计|没出来|不详|待补|待核实|待统计|待查"
)
"""One of them is in every unknown: most notes need no closer look."""
_SOMEBODY = re.compile(r"[他她谁我人]|群众|百姓|村民|干部|大家|农户|企业|老板|自己|对|什么|怎么|哪")
LONGEST_SUBJECT = 8
CONTEXT = 12
_ONLY_BETWEEN = re.compile(r"[，,、\s]*")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """An unknown inside a note: where it stands, and the words around it, to tell it from others."""

    start: int
    end: int
    before: str
    after: str


def _in_words(match: re.Match[str]) -> bool:
    """Whether the unknown is told in words (产量不知道), which somebody else may also not know."""
    return match.group()[-1] in "道清楚了详补实计来查"


def is_unknown(text: str) -> bool:
    """Whether the whole note only says that the person does not know: XX, 不知道, 待补, 记不清了, …"""
    return _WHOLE.fullmatch(text.strip(EDGES)) is not None


def is_unsure(text: str) -> bool:
    """Whether a short value is told with a doubt that it will stand: 好像是2021年; 20日，等开会再定."""
    return _DOUBTED.fullmatch(text.strip(EDGES)) is not None


def placeholders(text: str) -> list[Placeholder]:
    """Every unknown inside a note, in order: XX, XX.X, **, ×××, a lone * before a word, 产量不知道.

    Unknown in words counts only after a short thing (产量), not after somebody (群众不知道), and once where a
    sign stands beside the words: 产量记不清了 XX吨.
    """
    found: list[Placeholder] = []
    if not _SIGNS.search(text):
        return found
    in_words, doubted = False, 0
    for match in _PLACEHOLDER.finditer(text):
        start, clause = match.start(), clause_before(text[max(match.start() - CONTEXT, 0) : match.start()])
        if _in_words(match):
            if start < doubted or len(clause) > LONGEST_SUBJECT or _SOMEBODY.search(clause):
                continue
        elif in_words and _ONLY_BETWEEN.fullmatch(text, found[-1].end, start):
            start, clause = found[-1].start, found.pop().before
        in_words = _in_words(match)
        doubted = match.end() + doubt_behind(text[match.end() :])
        after = re.match(r"[%％\u4e00-\u9fff]{0,4}", text[match.end() : match.end() + 4])
        found.append(Placeholder(start, match.end(), clause, after.group() if after else ""))
    return found


def fill(text: str, fills: dict[int, str]) -> str:
    """The note with placeholder n replaced by `fills[n]`.

    What the value says itself of the words around the placeholder is not written twice (see `splicing`): a
    value that brings its unit (18000亩, 1.8万亩左右) replaces the unit and the scale that stand there.
    """
    out, end = [], 0
    for index, place in enumerate(placeholders(text)):
        if index in fills:
            put = spliced(text[end : place.start], fills[index], text[place.end :])
            out.append(text[end : place.start - put.before] + put.words)
            end = place.end + put.behind
    return "".join(out) + text[end:]


def fits(value: str, place: Placeholder) -> bool:
    """Whether a bare value has the unit that stands behind the placeholder: 30万 for XX万, 12次 for XX次."""
    return own_unit(value.strip(EDGES), place.after) > 0
