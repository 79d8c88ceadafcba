"""Words that correct something said before: 不对，是7900头; 更正：7900头; 支部那个不对，是10次."""

import re
from dataclasses import dataclass, replace

from bot.interview.figures import ABOUT, NUMBER
from bot.widths import levelled

EDGES = " \t\r\n　。.！!，,；;~～…"

_SEPARATED = r"[，,。.：:；;！!、~～—…\s]+"
_SORRY = r"(?:(?:哎呀|啊|哦|噢|哎|唉|嗯|呃|对不起|抱歉|不好意思)[，,、！!。…\s]*)?"
_ONE = r"(?:那|这)?(?:一)?(?:条|句|个)?(?:话|消息|数字|数据|数)?"
_WHICH = rf"我?(?:[上前]一?[条句个]|(?:上面|刚才|刚刚|前面){_ONE}|[那这](?:条|句|个数))"
_WHICH = rf"{_WHICH}(?:话|消息|数字|数据|数)?(?:里|中)?(?:的)?(?:我)?(?:数字|数据|数)?"
_SAID = r"[说讲写打记报发弄搞输填选点按]"
_WRONG = (
    rf"(?:{_WHICH}(?P<of>[^，,。；;\s]{{1,12}}?(?={_SAID}错))?{_SAID}?(?:得|的)?(?:不对|有误|错了|错啦|错)|我?[说讲写打记填选点按](?:错了?|得不对)|口误|笔误|(?:不对)+|错了)"
    r"[啊呀哦了]?"
)
_SURELY = (
    r"(?:(?:正确|准确|实际|真正)(?:的|上)?(?:数字|数据|数)?(?:应该?|应当)?是|应该?是|应当是|应为|(?:应该?)?[改换]成|(?:应该?)?改为|更正[为成]|其实是)"
    r"[：:，,]?\s*"
)
_IS = rf"(?:{_SURELY}|是[：:，,]?\s*)"
_FIXED = r"(?:更正|纠正|订正)(?:一下|如下)?"
_LEADS = (
    re.compile(rf"{_SORRY}{_WRONG}(?:{_SEPARATED}(?:{_IS})?|{_IS})(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}{_FIXED}(?:[：:，,。]\s*(?:{_IS})?|{_IS})(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}不是{_SEPARATED}{_IS}(?P<rest>.+)", re.DOTALL),
)
_ONLY_FIGURE = re.compile(rf"{_SORRY}{_IS}(?P<rest>.+)")
_NOT_THAT = (
    re.compile(
        rf"{_SORRY}把(?P<of>)(?P<old>[^，,。；;、]{{1,20}}?)[改换][成为](?P<rest>[^，,。；;]{{1,20}})"
    ),
    re.compile(
        rf"{_SORRY}(?P<of>[^，,。；;：:、\s\d]{{0,14}}?)不是(?P<old>[^，,。；;、]{{1,20}})[，,、]\s*(?:而|应该?|应当)?是(?P<rest>[^，,。；;]{{1,20}})"
    ),
    re.compile(
        rf"{_SORRY}是?(?P<of>)(?P<rest>[^，,。；;]{{1,20}}?)[，,、]\s*(?:而)?不是(?P<old>[^，,。；;]{{1,20}})"
    ),
)
_WRONG_BEFORE = re.compile(rf"(?P<rest>[^，,。；;]{{1,40}}?)[，,。；;]\s*{_WHICH}{_SAID}错了?")
"""What was wrong may be told behind what is right: 7900头，刚才写错了."""
_SIGNS = re.compile(r"[是错误]|不对|不准|反了|应为|[改换][成为]|[更纠订]正")
"""Words that correct anything have one of these among them: most notes need no closer look."""
_ANOTHER_SENSE = re.compile(r"就|的|要|则|马上|当场|立即|立刻|随即|怎么|谁|吗|没关系|不要紧|我们?就")
"""What goes on like this tells what is done about mistakes."""

_SUBJECT = r"(?P<of>[^，,。.；;：:！!？?、\s\d]{1,14}?)"
_OF_IT_WRONG = (
    rf"(?:我?(?:{_SAID}|统计|[算数])?(?:得|的|是)?(?:不对|不准|有误|有错|错了|错啦|反了|错))[啊呀哦了吧]?"
)
_NAMED = re.compile(
    rf"{_SORRY}(?P<of>[^，,。；;：:！!？?、\s]{{1,20}}?){_OF_IT_WRONG}(?:{_SEPARATED}(?P<is>{_IS})?|(?P<joined>{_IS}))(?P<rest>.+)"
)
_NAMED_SURELY = re.compile(rf"{_SORRY}{_SUBJECT}{_SURELY}(?P<rest>.+)")
_UNITS = (
    "%％次个家户场件项处条人名位趟回期批起座台套份篇亩吨公斤里米平方立元块万亿村遍宗盏头只棵株眼口成倍天周年月日号季度点分百千克"
    "届轮组本册张辆间栋幢层级种类所门课小时顷字页岁例桩匹羽群宗顿支"
)
_FIGURE = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{1,10}}?)??(?:是|为)?(?P<told>(?P<about>{ABOUT})?(?P<number>{NUMBER})(?P<more>[多余来])?"
    rf"(?P<unit>[{_UNITS}]{{0,4}}?)(?P<tail>左右|上下)?)(?:才对|[吧呢啊了的])?"
)
_POINTING_BEFORE = re.compile(
    r"^(?:我们?|刚才|刚刚|上面|前面|之前|[上前]一?[条句个]|[那这](?:一)?[条句个项块处]|关于|还有|就是|[把那这])"
)
_POINTING_BEHIND = re.compile(
    r"(?:的?[那这](?:一)?[条句个项块处里儿边]?|数字|数据|数目|次数|个数|数量|方面|情况|应该?|应当|改[成为]|其实|实际|[一总]?共|[的都又也我有是为])$"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as it was told: 10次, 约1.3万头."""

    text: str
    about: str
    number: str
    unit: str
    tail: str


@dataclass(frozen=True, slots=True)
class Told:
    """What words correct: `of` names what, `old` what it read, `rest` says what is right."""

    rest: str
    value: Value | None = None
    of: str = ""
    old: str = ""
    wrong: bool = False
    """Whether they say that something was wrong."""
    named: bool = False
    """Whether what was wrong is named: nothing else is meant by them."""


def told(said: str) -> Told | None:
    """What these words correct; None if they do not read like a correction.

    They may still say something new: whether anything said before is meant, `amending` tells.
    """
    if not _SIGNS.search(said):
        return None
    plain = levelled(said).strip(EDGES)
    if found := _set_against(plain):
        return _instead(found)
    for lead in (*_LEADS, _WRONG_BEFORE):
        if (found := lead.fullmatch(plain)) and any(map(str.isalnum, found["rest"])):
            if _ANOTHER_SENSE.match(found["rest"]):
                return None
            rest = found["rest"].strip(EDGES)
            if inner := _set_against(rest):
                return replace(_instead(inner), wrong=True)
            return _said_of(found.groupdict().get("of") or "", rest)
    if found := _ONLY_FIGURE.fullmatch(plain):
        subject, value = _value(found["rest"])
        return Told(found["rest"], value, subject) if value else None
    return _with_its_name(plain)


def reads_like_one(text: str) -> bool:
    """Whether the text says that something was wrong, whatever that may be."""
    found = told(text)
    return found is not None and found.wrong


def _set_against(plain: str) -> re.Match[str] | None:
    return next((found for one in _NOT_THAT if (found := one.fullmatch(plain))), None)


def _instead(found: re.Match[str]) -> Told:
    """One thing is told to take the place of another: a subject may stand for its figure."""
    old, rest = found["old"].strip(EDGES), found["rest"].strip(EDGES)
    subject, value = _value(rest)
    before, was = _value(old)
    of = _name(found["of"]) or subject or before
    if value is None:
        return Told(rest, old=old)
    if was is None:
        return Told(rest, value, _name(old), named=True)
    return Told(rest, value, of, was.text)


def _with_its_name(plain: str) -> Told | None:
    if found := _NAMED.fullmatch(plain):
        surely = bool(found["is"] or found["joined"])
        subject, value = _value(found["rest"].strip(EDGES))
        if not surely and (value is None or subject):
            return None
        return _said_of(found["of"], found["rest"].strip(EDGES))
    if found := _NAMED_SURELY.fullmatch(plain):
        subject, value = _value(found["rest"].strip(EDGES))
        name = _name(found["of"])
        return Told(found["rest"], value, name + subject, named=True) if value and name else None
    return None


def _said_of(words: str, rest: str) -> Told:
    """What was wrong is named by its subject, by what it read, or not at all."""
    subject, value = _value(rest)
    name = _name(words)
    named, was = _value(name)
    if value is None or was is None:
        return Told(rest, value, name + subject, wrong=True, named=bool(name))
    return Told(rest, value, named + subject, was.text, wrong=True, named=True)


def _value(rest: str) -> tuple[str, Value | None]:
    """What a figure is told of, and the figure, if that is all the words tell."""
    found = _FIGURE.fullmatch(rest)
    if found is None:
        return "", None
    value = Value(
        found["told"],
        found["about"] or "",
        found["number"] + (found["more"] or ""),
        found["unit"],
        found["tail"] or "",
    )
    return _name(found["of"] or ""), value


def _name(words: str) -> str:
    """What is named, without words that only point at it: 支部 of 刚才支部那个."""
    while True:
        left = _POINTING_BEHIND.sub("", _POINTING_BEFORE.sub("", words))
        if left == words:
            return words
        words = left
