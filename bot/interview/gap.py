"""Gaps: what the person does not know yet, as a whole answer or as a placeholder inside a note."""

import re
from dataclasses import dataclass

_NOT_KNOWN = r"不知道|不清楚|不太清楚|记不清了?|记不得了?|记不住了?|想不起来了?|忘了|忘记了|不记得了?|说不准"
_WHOLE = re.compile(
    rf"(?:暂时|现在|目前|我)?(?:还)?(?:{_NOT_KNOWN}"
    r"|不详|待补|待补充|待定|待查|待核实|[XxＸｘ×*＊]{2,}|[?？]+)(?:了|呢|啊|哦)?"
)
_DOUBT = (
    r"(?:我|也|还|都|真|有点|具体|准确|确切|时间|日期|日子|哪一?[年天月]|的|是)*"
    rf"(?:{_NOT_KNOWN}|拿不准|不确定|不太确定|不敢说|说不好|没(?:最后|完全)?(?:定|确定|敲定)|暂[定时]"
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
    r"|(?<=[\u4e00-\u9fff])(?:目前|暂时)?(?:还)?(?:不知道|记不清了?|不详|待补|待核实|待统计|待查)(?=[，。；、,;.\s]|$)"
)
_SOMEBODY = re.compile(r"[他她谁我人]|群众|百姓|村民|干部|大家|农户|企业|老板|自己|对|什么|怎么|哪")
_CLAUSE_END = re.compile(r"[，。；、,;.!！?？：:\s]")
LONGEST_SUBJECT = 8
CONTEXT = 12
_HEDGE_BEHIND = re.compile(r"(?:左右|上下|以上|以下|多|余|出头|不到)$")
_SCALES = "万亿千百"
_EDGES = " \t\r\n　。.!！，,~～…"


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
    return _WHOLE.fullmatch(text.strip(_EDGES)) is not None


def is_unsure(text: str) -> bool:
    """Whether a short value is told with a doubt that it will stand: 好像是2021年; 20日，等开会再定."""
    return _DOUBTED.fullmatch(text.strip(_EDGES)) is not None


def placeholders(text: str) -> list[Placeholder]:
    """Every unknown inside a note, in order: XX, XX.X, **, ×××, a lone * before a word, 产量不知道.

    Unknown in words counts only after a short thing (产量), not after somebody (群众不知道).
    """
    found = []
    for match in _PLACEHOLDER.finditer(text):
        clause = _CLAUSE_END.split(text[max(match.start() - CONTEXT, 0) : match.start()])[-1]
        if _in_words(match) and (len(clause) > LONGEST_SUBJECT or _SOMEBODY.search(clause)):
            continue
        after = re.match(r"[%％\u4e00-\u9fff]{0,4}", text[match.end() : match.end() + 4])
        found.append(Placeholder(match.start(), match.end(), clause, after.group() if after else ""))
    return found


def fill(text: str, fills: dict[int, str]) -> str:
    """The note with placeholder n replaced by `fills[n]`.

    A value that brings its unit (18000亩, 1.8万亩左右) replaces the unit and the scale that stand behind the
    placeholder, so that no unit is written twice and no figure grows by the scale.
    """
    out, end = [], 0
    for index, place in enumerate(placeholders(text)):
        if index in fills:
            value = fills[index].strip(_EDGES)
            out.append(text[end : place.start] + value)
            end = place.end + _own_unit(value, place.after)
    return "".join(out) + text[end:]


def fits(value: str, place: Placeholder) -> bool:
    """Whether a bare value has the unit that stands behind the placeholder: 30万 for XX万, 12次 for XX次."""
    return _own_unit(value.strip(_EDGES), place.after) > 0


def _own_unit(value: str, after: str) -> int:
    """How many characters behind the placeholder the value says itself."""
    core = _HEDGE_BEHIND.sub("", value)
    for length in range(len(after), 0, -1):
        for scale in (0, 1) if after[0] in _SCALES and length > 1 else (0,):
            if core.endswith(after[scale:length]):
                return length
    return 0
