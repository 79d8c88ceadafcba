"""Words that correct something said before: 不对，是7900头; 更正：7900头; 支部那个不对，是10次."""

import re
from dataclasses import dataclass, replace

from bot.interview.figures import NUMBER
from bot.interview.told_anew import UNITS, Value, counted_in, name_told, value_told
from bot.widths import levelled

EDGES = " \t\r\n　。.！!，,；;~～…"

_SEPARATED = r"[，,。.：:；;！!、~～—…\s]+"
_SORRY = r"(?:(?:哎呀|啊|哦|噢|哎|唉|嗯|呃|对了|对不起|抱歉|不好意思)[，,、！!。…\s]*)*"
_ONE = r"(?:那|这)?(?:一)?(?:条|句|个)?(?:话|消息|数字|数据|数)?"
_WHICH = rf"我?(?:[上前]一?[条句个]|(?:上面|刚才|刚刚|前面){_ONE}|[那这](?:条|句|个数))"
_WHICH = rf"{_WHICH}(?:话|消息|数字|数据|数)?(?:里|中)?(?:的)?(?:我)?(?:数字|数据|数)?"
_SAID = r"[说讲写打记报发弄搞输填选点按]"
_WRONG = (
    rf"(?:{_WHICH}(?P<of>[^，,。；;\s]{{1,12}}?(?={_SAID}错))?{_SAID}?(?:得|的)?(?:不对|有误|错了|错啦|错)|我?[说讲写记弄搞填](?:反|颠倒|混)了|我?[说讲写打记填选点按](?:错了?|得不对)|口误|笔误|(?:不对)+|错了|(?<=[哦啊噢呃哎唉])不是?(?=[，,\s]))"
    r"[啊呀哦了]?"
)
_SURELY = (
    r"(?:(?:正确|准确|实际|真正)(?:的|上)?(?:数字|数据|数)?(?:应该?|应当)?是|应该?是|应当是|应为|(?:应该?)?[改换]成|(?:应该?)?改为|更正[为成]|其实是)"
    r"[：:，,]?\s*"
)
_IS = rf"(?:{_SURELY}|是[：:，,]?\s*)"
_HOLD_ON = r"(?:(?:[你您先]|再)?等[一等]?下|等等|慢着|且慢|等[一]?会儿?)"
"""Whoever says so and goes on with 是 takes back what was said right before."""
_FIXED = r"(?:(?:更正|纠正|订正|改正)(?:一下|如下)?|修?改一下)"
_LEADS = (
    re.compile(rf"{_SORRY}{_WRONG}(?:{_SEPARATED}(?:{_IS})?|{_IS})(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}{_FIXED}(?:[：:，,。]\s*(?:{_IS})?|{_IS})(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}不是{_SEPARATED}{_IS}(?P<rest>.+)", re.DOTALL),
    re.compile(rf"{_SORRY}{_HOLD_ON}(?:{_SEPARATED})?{_IS}(?P<rest>.+)", re.DOTALL),
)
_GLUED = re.compile(
    rf"{_SORRY}(?:不对(?![劲外称口路味等接])|[说讲写打记报]错了)(?P<rest>(?P<name>[\u4e00-\u9fff]{{2,8}}?)(?:应该)?是(?={NUMBER}).+)",
    re.DOTALL,
)
"""A no that is joined to what is right, as it is dictated: 不对中心组是12次 13是去年."""
_POINTED_OUT = (
    re.compile(
        rf"{_SORRY}(?P<of>[^，,。；;：:！!？?、\s\d]{{1,14}}?)[那这](?:一?[个条项块处]|里)(?:应该?)?是(?P<rest>.+)"
    ),
    re.compile(rf"{_SORRY}[那这][个条项](?P<of>[^，,。；;：:！!？?、\s\d]{{2,14}}?)(?:应该?)?是(?P<rest>.+)"),
)
"""What is pointed at and told with a figure corrects it where it has another one: 学习强国那个是1.3万分."""
_WHY = re.compile(
    rf"{_SEPARATED}(?=[^，,。；;\s]*[报核查统问新算记看数])[^，,。；;\s\d一二三四五六七八九十百千万]{{3,12}}$"
)
"""Where the right figure comes from, told behind it: 复耕改成155 数刚报上来的."""
_ONLY_FIGURE = re.compile(rf"{_SORRY}{_IS}(?P<rest>.+)")
_FIGURE = rf"{NUMBER}[{UNITS}]{{0,3}}"
_NOT_THAT = (
    re.compile(
        rf"{_SORRY}(?:{_WHICH}(?:里面?)?的?)?(?P<of>)(?P<old>{_FIGURE})(?:应该?|应当|要)?[改换][成为](?P<rest>{_FIGURE})"
    ),
    re.compile(
        rf"{_SORRY}把(?P<of>)(?P<old>[^，,。；;、]{{1,20}}?)[改换][成为](?P<rest>[^，,。；;]{{1,20}})"
    ),
    re.compile(
        rf"{_SORRY}(?P<of>[^，,。；;：:、\s\d]{{0,14}}?)不是(?P<old>[^，,。；;、]{{1,20}}?)(?P<set>[，,、\s]*)(?:而|应该?|应当)?是(?P<rest>[^，,。；;]{{1,20}})"
    ),
    re.compile(
        rf"{_SORRY}是?(?P<of>)(?P<rest>[^，,。；;]{{1,20}}?)(?P<set>[，,、\s]*)(?:而)?不是(?P<old>[^，,。；;]{{1,20}})"
    ),
)
_WRONG_BEFORE = re.compile(rf"(?P<rest>[^，,。；;]{{1,40}}?)[，,。；;]\s*{_WHICH}{_SAID}错了?")
"""What was wrong may be told behind what is right: 7900头，刚才写错了."""
_SIGNS = re.compile(r"[是错误]|[哦啊噢呃哎唉]不|不对|不准|反了|应为|[改换][成为]|[更纠订改]正|改一下")
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
_A_NAME = re.compile(
    r"(?:地[点名]|村[名子]?|姓名|名[字称]|人名?|单位|公司|企业|日期|时间|[项题书]目|题目|文件|会议|活动|荣誉|奖项|称号|职务|组?长|书记)(?:名[字称]?)?"
)
"""What only says of which kind the words are that were told wrong."""
_NAMED_SURELY = re.compile(rf"{_SORRY}{_SUBJECT}{_SURELY}(?P<rest>.+)")
_PIECES = re.compile(rf"{_SEPARATED}|、|(?<=[{UNITS}\d])(?:和|以及|还有)")
_ALL_WRONG = re.compile(rf"{_SORRY}(?:{_WHICH})?(?:都|全|[两几](?:个|处)(?:数字?)?)*(?:{_WRONG}|{_FIXED})")
_ONE_WRONG = re.compile(rf"{_SORRY}(?P<of>[^，,。；;：:！!？?、\s]{{1,14}}?){_OF_IT_WRONG}")
_COUNTED = re.compile(rf"(?P<old>{NUMBER}[{UNITS}])(?P<of>[\u4e00-\u9fff]{{2,8}})")
"""What was wrong is named with what it read in front: 9个图斑."""
_IS_RIGHT = re.compile(rf"\A(?:{_IS})")


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
    near: bool = False
    """Whether it can only be looked for at the same question."""
    parts: tuple["Told", ...] = ()
    """Several figures that are corrected at once."""


def told(said: str) -> Told | None:
    """What these words correct; None if they do not read like a correction.

    They may still say something new: whether anything said before is meant, `amending` tells.
    """
    if not _SIGNS.search(said):
        return None
    plain = levelled(said).strip(EDGES)
    found, parts = _told(plain) or _told(_WHY.sub("", plain)), _several(plain)
    return replace(found or Told("", wrong=True), parts=parts) if parts else found


def _told(plain: str) -> Told | None:
    for lead in (*_LEADS, _WRONG_BEFORE):
        if (found := lead.fullmatch(plain)) and any(map(str.isalnum, found["rest"])):
            if _ANOTHER_SENSE.match(found["rest"]):
                return None
            rest = found["rest"].strip(EDGES)
            if inner := _set_against(rest):
                return replace(_instead(inner), wrong=True)
            return _said_of(found.groupdict().get("of") or "", rest)
    if found := _GLUED.fullmatch(plain):
        return _said_of("", found["rest"].strip(EDGES))
    if found := _set_against(plain):
        return _instead(found)
    if found := _ONLY_FIGURE.fullmatch(plain):
        subject, value = value_told(found["rest"])
        return Told(found["rest"], value, subject) if value else None
    return _with_its_name(plain)


def reads_like_one(text: str) -> bool:
    """Whether the text says that something was wrong, whatever that may be."""
    found = told(text)
    return found is not None and found.wrong


def is_of_a_name(meant: Told) -> bool:
    """Whether a name of some kind was told wrong: 地点说错了, 名字写错了."""
    return meant.wrong and meant.value is None and _A_NAME.fullmatch(meant.of) is not None


def _several(plain: str) -> tuple[Told, ...]:
    """Figures that are all said to have been told wrong: 户数不对，是330，次数也不对，是8次."""
    parts: list[Told] = []
    all_wrong, of, each_wrong = False, None, True
    for piece in filter(None, _PIECES.split(plain)):
        if _ALL_WRONG.fullmatch(piece):
            all_wrong = True
        elif of is None and (found := _ONE_WRONG.fullmatch(piece)):
            of = name_told(found["of"])
        else:
            right = _IS_RIGHT.sub("", piece)
            subject, value = value_told(right)
            if value is None or (of and subject) or subject.endswith("不"):
                return ()
            name, value = counted_in(of or subject, value)
            parts.append(Told(right, value, name, wrong=True, named=bool(name)))
            each_wrong, of = each_wrong and of is not None, None
    return tuple(parts) if len(parts) > 1 and of is None and (all_wrong or each_wrong) else ()


def _set_against(plain: str) -> re.Match[str] | None:
    """One thing set against another, by a mark between them or because both are figures: 是6项不是5项."""
    for one in _NOT_THAT:
        if (found := one.fullmatch(plain)) and (
            found.groupdict().get("set", "，")
            or all(value_told(found[which])[1] for which in ("old", "rest"))
        ):
            return found
    return None


def _instead(found: re.Match[str]) -> Told:
    """One thing is told to take the place of another: a subject may stand for its figure."""
    old, rest = found["old"].strip(EDGES), found["rest"].strip(EDGES)
    subject, value = value_told(rest)
    before, was = value_told(old)
    of = name_told(found["of"]) or subject or before
    if value is None:
        return Told(rest, old=old)
    if was is None:
        return Told(rest, value, name_told(old), named=True)
    return Told(rest, value, of, was.text)


def _with_its_name(plain: str) -> Told | None:
    if found := _NAMED.fullmatch(plain):
        surely = bool(found["is"] or found["joined"])
        subject, value = value_told(found["rest"].strip(EDGES))
        if not surely and (subject if value else not _A_NAME.fullmatch(name_told(found["of"]))):
            return None
        return _said_of(found["of"], found["rest"].strip(EDGES))
    if found := _NAMED_SURELY.fullmatch(plain):
        subject, value = value_told(found["rest"].strip(EDGES))
        name = name_told(found["of"])
        return Told(found["rest"], value, name + subject, named=True) if value and name else None
    if found := next(filter(None, (one.fullmatch(plain) for one in _POINTED_OUT)), None):
        subject, value = value_told(found["rest"].strip(EDGES))
        name = name_told(found["of"])
        return Told(found["rest"], value, name, named=True, near=True) if value and not subject else None
    return None


def _said_of(words: str, rest: str) -> Told:
    """What was wrong is named by its subject, by what it read, or not at all."""
    subject, value = value_told(rest)
    name = name_told(words)
    named, was = value_told(name)
    if value is not None and was is None:
        name, value = counted_in(name, value)
    if was is None and (found := _COUNTED.fullmatch(name)) and value is not None:
        named, was = found["of"], value_told(found["old"])[1]
    if value is None or was is None:
        return Told(rest, value, name + subject, wrong=True, named=bool(name))
    return Told(rest, value, named + subject, was.text, wrong=True, named=True)
