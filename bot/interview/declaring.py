"""What words say to the sentence of a declaration: 是的，没有 confirms “没有收受礼金”, 没有 alone only may.

Only words that add nothing are read. Anything else is what the person has to say about it.
"""

import re
from typing import Literal

from bot.interview.consent import NO, YES, any_of

Meant = Literal["yes", "no", "unclear", ""]
"""It is confirmed, or may not be written, or that is left open; nothing if the words say something else."""

CONFIRMS = YES | (
    {"属实", "能", "能确认", "可以确认"}
    | {"能写", "能这样写", "能这么写", "可以写", "可以这样写", "可以这么写", "签字确认"}
)
"""What confirms the sentence of a declaration: nobody signs by 嗯."""
DENIES = NO | (
    {"不能", "不能确认", "不确认", "不属实", "不能点是"}
    | {"不能写", "不能这样写", "不能这么写", "不可以写", "不能这样说"}
)
NEITHER = frozenset(
    {"没有", "都没有", "没", "无", "没有过", "从来没有", "都没", "有", "有过", "应该没有", "应该没有吧"}
    | {"不敢说", "说不准", "说不好", "不好说", "不确定", "不对"}
)
"""What answers the question of a declaration, and neither confirms its sentence nor refuses to."""

_WRITTEN = r"写(?:入|进去?|上)?(?:报告)?里?(?:去|吧|的)*"
_THIS = r"(?:[这那上][面一]?[句条个段]?话?|就)*"
_WRITES = re.compile(rf"{_THIS}(?:可以|能够?|请|要)?(?:[就照]?这[样么]|照)?{_WRITTEN}")
_WRITES_NOT = re.compile(
    rf"{_THIS}(?:先|请|还是)?(?:别|不[要用能必许]?|不可以|勿)(?:这[样么])?{_WRITTEN}[了啦]?"
)
"""What says that the sentence is to be written, or not, in other words than the buttons'."""

_BREAKS = re.compile(r"[，,。；;！!、：:\s“”\"「」]+")
_CLAUSES = re.compile(r"[，,；;]")
_FILLS = frozenset({"嗯", "嗯嗯", "哦", "噢", "哎", "啊"})
_SURE = r"(?:我|本人|都|确实|的确|从来|从|真的?|一直|也|绝对|肯定)*"
_NONE = re.compile(rf"{_SURE}(?:没有|没|未|无)(?P<what>[\u4e00-\u9fff]{{0,2}}?)到?(?:过|的|啊|呀)*")
_SOME = re.compile(
    r"(?:都|确实|的确|已经|早就)*(?P<what>(?![点按选])[\u4e00-\u9fff]{1,2}?)到?(?:了的?|过的?|过了)"
)
_DENIED = re.compile(r"没有|没|未|无")
_AGREES_BEFORE = re.compile(rf"(?:{any_of(YES)}|能确认|可以确认)(?=[我本都确的从真一也绝肯没未无])")


def meant(sentence: str, text: str) -> Meant:
    """What the words say to that sentence, by themselves."""
    parts = _parts(text)
    if "".join(parts).replace("".join(_parts(sentence)), "", 1) in CONFIRMS:
        return "yes"
    if all(part.isdecimal() for part in parts):
        return "unclear" if parts else ""
    if not all(_stands(part) or part in NEITHER or _denies_again(sentence, part) for part in parts):
        return ""
    confirms, denies = any(map(_confirms, parts)), any(map(_denies, parts))
    if denies and all(_denies(part) or part == "不对" for part in parts):
        return "no"
    if confirms and all(map(_confirms, parts)):
        return "yes"
    again = all(_confirms(part) or _denies_again(sentence, part) for part in parts)
    return ("yes" if confirms and again and denying(sentence) else "unclear") if parts else ""


def echoed(sentence: str, text: str) -> Meant:
    """What they say to it in its own words: 签了的 to “签订承诺书”, 没收过 and 收过 to “没有收受礼金”."""
    said, affirming = "".join(_parts(text)), _DENIED.search(sentence) is None
    if none := _NONE.fullmatch(said):
        if affirming and (not none["what"] or none["what"][0] in sentence):
            return "no"
        told = none["what"] and denying(sentence) and _denies_again(sentence, said)
        return "yes" if told else "unclear" if not none["what"] else ""
    if (some := _SOME.fullmatch(said)) and (some["what"] == "有" or some["what"][0] in sentence):
        if denying(sentence):
            return "no"
        return "yes" if affirming and some["what"] != "有" else "unclear"
    return ""


def denying(sentence: str) -> bool:
    """Whether all that the sentence says is that something was not done."""
    return all(_DENIED.search(clause) for clause in _CLAUSES.split(sentence))


def only_stands(text: str) -> bool:
    """Whether words only confirm or refuse to, whatever the sentence."""
    parts = _parts(text)
    return bool(parts) and all(map(_stands, parts))


def _confirms(part: str) -> bool:
    return part in CONFIRMS or _WRITES.fullmatch(part) is not None


def _denies(part: str) -> bool:
    return part in DENIES or _WRITES_NOT.fullmatch(part) is not None


def _stands(part: str) -> bool:
    return _confirms(part) or _denies(part)


def _parts(text: str) -> list[str]:
    """What the words say one by one, an agreeing word that is joined to what follows for itself."""
    parts: list[str] = []
    for part in filter(None, _BREAKS.split(text.lower())):
        joined = None if _stands(part) or part in NEITHER else _AGREES_BEFORE.match(part)
        parts += [joined.group(), part[joined.end() :]] if joined else [part]
    return [part for part in parts if part not in _FILLS] or parts


def _denies_again(sentence: str, part: str) -> bool:
    """Whether the part denies, and nothing but what the sentence denies: 没有, 都没有, 没收过.

    A sentence that denies two things is told again by neither alone.
    """
    found = _NONE.fullmatch(part)
    if found is None or not found["what"]:
        return found is not None
    denied = rf"(?:{_DENIED.pattern}){found['what']}"
    return len(_CLAUSES.split(sentence)) == 1 and re.search(denied, sentence) is not None
