"""What a blank in a note stands for: between two clauses it is a comma, elsewhere it is nothing.

People on the phone type 工作忙 学得少 and 修路 3公里, 防疫 生猪打了1.2万头 and 党委委员 副镇长.
"""

import re

from bot.interview.told_anew import UNITS
from bot.writing.fields import is_field
from bot.writing.side_by_side import LISTED

_CJK = "\u3400-\u9fff"
JOINED = "\ue000"
"""Stands, while a line is worked on, where a blank in front of a figure was dropped."""
_BEFORE = re.compile(rf"[{_CJK}{JOINED}{LISTED}\d.%”）》】]*$")
_AFTER = re.compile(rf"[{_CJK}{JOINED}{LISTED}\d.%“（《【]*")
_LONGEST = 40
_ENOUGH = 4
"""Characters of a stretch that is taken for a clause by its length alone."""
_NUMERAL = re.compile(r"[\d.]+(?![\d. \t\u3000])")
_DATE = re.compile(r"\d{1,4}[年月](?!\d*[，。])\D{4}")
_DAY = re.compile(rf"\d{{1,4}}[年月日号][{_CJK}]{{2}}")
_FIGURE = r"(?:\d[\d.]*[%万亿千百多余来]*|[一二两三四五六七八九十百千万]+)"
_COUNTED = rf"[{_CJK}]{{2,}}{_FIGURE}[{UNITS}]"
_DONE = r"没(?!收)|未|不(?![少同])|了(?!解)|(?<![通经超])过(?!程)|得[^到了]|正在|[怕嫌懒愁]"
_QUALITY = r"..(?<!人)[多少忙慢快急大小高低强弱差难紧松严透深浅够足老累重轻贵完稳齐顺旺牢净]$"
_SAYS_WHY = re.compile(r"(?:总|就|都|是)?(?:图(?:省事|方便|保险|轻松|快)|怕麻烦|嫌麻烦)")
"""A whole reason in a few words: 图省事 习惯听汇报."""
_ALL_OF_A_NUMBER = re.compile(rf"\d+[{UNITS}]{{1,2}}(?:都|全|均)[{_CJK}]{{2}}")
"""What a number of them all did is told anew: 面积和补偿都贴出来 43户都按一个标准."""
_TOLD = re.compile(rf"{_DONE}|{_COUNTED}|{_QUALITY}|^[就才只共仅]{_FIGURE}[{UNITS}]$")
"""What is in a clause that tells something, and not in a name or a thing."""
_GOES_ON = re.compile(
    rf"其中|[今明去前后]年|年[底初]|下一步|后来|目前|(?:都|也|还|又|再|就|才|只|已|正|刚|全|没|未|不)[{_CJK}\d]|{_DONE}|[{_CJK}]+{_FIGURE}|{_QUALITY}"
)
_SAYS_HOW = re.compile(rf"都|也|还|又|再|就|才|只|已|正|刚|全|没|未|不|[{_CJK}]{{1,2}}[了过]")
_BECOME = re.compile(rf"[{_CJK}]{{2}}化")
"""What something has become: 学习不够深 碎片化."""
_WHEN = re.compile(r"[今明去前后全]年|一年|年[底初]|下一步|后来|目前|现在")
_HAS_ITS_OBJECT = re.compile(rf"[把将][{_CJK}]{{2,}}了$|了一?下$|^(?!.*[比较更最])[{_CJK}]{{3,}}[慢差难忙]$")
"""What a verb or a quality that needs no figure ends in: 把吃水的事解决了 86户 is not 解决了86户."""
_ONESELF = re.compile(rf"(?:我(?![们镇乡县村局所站])|本人)[{_CJK}]{{2}}")
"""Who speaks begins a clause: 我是分管的 我负责."""
_SHRINKS = re.compile(rf"(?:[怕嫌愁]|不敢|不愿)[{_CJK}]{{3}}")
_WHO = re.compile(r".*(?:自己|本人|我们?|有[时点]|总是|主要|就是|心里|还是|村民|群众|干部|同志|们)")
"""Who shrinks from something; anything else before it is a matter of its own: 年轻 怕得罪老同志."""
_ONLY_DONE = re.compile(rf"[{_CJK}]{{1,2}}[了过]")
"""A verb whose object follows: 解决了 不少问题."""
_HAS = re.compile(r"(?:还|另|尚|现)?[有剩]|\d")
_HAS_THAT = re.compile(rf"有(?![的些人个几点所待着利关助效无没一二三两四五六七八九十])[{_CJK}]{{2}}")
"""Something is there: 有台账 behind 每周一开碰头会."""
"""Whom something is told of: 还有2个村 没通水, 3个村 没通."""
_TOPIC = re.compile(
    rf"(?!.*(?:[们里年月日底初前后时次的中]|现在|目前|本人|主要|另外|同时|一共)$)[{_CJK}]{{2,3}}"
)
_OF_ITS_OWN = re.compile(rf"(?![都也还又再就才只已正刚全])[{_CJK}]{{3,5}}(?:了(?!解)|{_FIGURE}[{UNITS}])")
"""Somebody else, or another thing, is told of here: 生猪打了 behind 防疫."""
_LIST_OF_FIGURES = re.compile(
    rf"(?<=[{_CJK}]{{2}}\d)[ \t\u3000]+(?=(?![{UNITS}百千](?![体均级]))(?:剩|[{_CJK}]{{2,}})(?:\d|[没未]))"
    rf"|(?<=[{_CJK}]\d\d)[ \t\u3000]+(?=(?![{UNITS}百千](?![体均级]))(?:剩|[{_CJK}]{{2,}})(?:\d|[没未]))"
    rf"|(?<=\d{{3}})[ \t\u3000]+(?=(?![{UNITS}百千余多来几])[{_CJK}]{{2,}}[没未])"
)
_BEHIND_FIGURE = re.compile(
    rf"(?<=(?!第)[{_CJK}])(?P<figure>(?!123\d\d\b)\d+(?:\.\d+)?)[ \t\u3000]+"
    rf"(?=(?![{UNITS}百千余多来几至到和与及])(?P<after>[{_CJK}]{{2,}}\d|[{_CJK}]{{{_ENOUGH},}}))"
)
_MEASURE_BEGINS = r"[百千万亿元余多来几至到和与及比]|公[里斤]|平方|立方|小时|.次(?!会)|[均级]|体均"
_NEXT_OF_THEM = (
    rf"(?:(?!{_MEASURE_BEGINS})[{_CJK}]{{1,8}}\d[\d.]*[{UNITS}%]{{0,3}}|\d[\d.]*(?![年月日])[{UNITS}]{{1,2}}[{_CJK}]{{0,4}})"
    r"(?=[ \t\u3000，。；,;]|$)"
)
_ONE_OF_THEM = re.compile(
    rf"(?<=[{_CJK}])(?<!第)(?P<bare>\d[\d.]*)[ \t\u3000]+(?={_NEXT_OF_THEM})"
    rf"|(?<![\d.第])(?P<unit>\d[\d.]*(?![年月])[{UNITS}]{{1,2}})[ \t\u3000]+(?={_NEXT_OF_THEM})"
)
"""Things told each with its figure: 中心组12 支部11, 查6家 隐患9 改9."""
_PREDICATE = re.compile(rf"(?!.{{7}})[{_CJK}]{{2,}}的")
"""What something is, told by itself behind it: 1.5公里 水泥的 投资90万."""
_A_MATTER = re.compile(rf"[{_CJK}]{{2,6}}{_FIGURE}")
_FIGURE_ALONE = re.compile(rf"{_FIGURE}[{UNITS}]{{1,2}}")
_ON_A_DAY = re.compile(rf"\d[号日][{_CJK}]{{2,}}$")
_A_PLACE = re.compile(rf"[{_CJK}]{{1,4}}(?:村|社区|乡|镇)")
_SAYS_SOMETHING = re.compile(r"\d$|[了过很都还也已没未不被让是有]")


def between_figures(line: str) -> str:
    """The line with commas where a bare figure is over and something else follows.

    轮椅21 助听器33, 花了1860 农户很满意; who leaves blanks on both sides of figures means nothing by them.
    """
    return _BEHIND_FIGURE.sub(_over, _LIST_OF_FIGURES.sub("，", line))


def one_by_one(line: str) -> str:
    """The line with commas between things that are told each with its figure, and nothing else."""
    return _ONE_OF_THEM.sub(lambda found: f"{found['bare'] or found['unit']}，", line)


def _over(found: re.Match[str]) -> str:
    return f"{found['figure']}，" if _SAYS_SOMETHING.search(found["after"]) else found.group()


def blank(match: re.Match[str]) -> str:
    """What the matched blank stands for: a comma between two clauses, nothing beside a word or a mark.

    In front of a numeral a clause is over if it has a figure already or a date follows: 修路3公里 投资90万
    and 包东沟村 3月前管民政, but 投资 90 万. Short clauses are known by what they tell.
    """
    line, start, end = match.string, match.start(), match.end()
    if is_field(line[:start], line[end:]):
        return "，"
    found = _BEFORE.search(line[max(start - _LONGEST, 0) : start])
    behind = _AFTER.match(line[end : end + _LONGEST])
    before, after = (one.group() if one else "" for one in (found, behind))
    shorter = min(len(one.replace(JOINED, "")) for one in (before, after))
    if line[end].isdigit():
        return "，" if _is_over(line, end, before, shorter) else JOINED
    if line[end] == "（":
        return ""
    if shorter >= _ENOUGH or (before.endswith("】") and len(after) >= _ENOUGH):
        return "，"
    if _HAS_THAT.fullmatch(before) and line.startswith("、", end + len(after)):
        return "，"
    goes_on = bool(line[: start - len(before)].strip())
    return "，" if _both_tell(before, after) or (goes_on and _tells_by_itself(before, after)) else ""


def _is_over(line: str, end: int, before: str, shorter: int) -> bool:
    """Whether a clause is over in front of the numeral that begins at `end`."""
    if _HAS_ITS_OBJECT.search(before.replace(JOINED, "")):
        return True
    if _DAY.match(line, end) and len(before) > 2 and re.search(_DONE, before):
        return True
    if _ALL_OF_A_NUMBER.match(line, end) and re.search(rf"[来去完好掉][{JOINED}]*$|{_DONE}", before):
        return shorter >= _ENOUGH
    told = (_NUMERAL.match(line, end) and any(map(str.isdigit, before))) or _DATE.match(line, end)
    return bool(told) and (shorter >= _ENOUGH or before.endswith("】"))


def _tells_by_itself(before: str, after: str) -> bool:
    """Whether what stands behind another blank is over, because another matter begins."""
    left, right = before.replace(JOINED, ""), after.replace(JOINED, "")
    if _PREDICATE.fullmatch(left) or _FIGURE_ALONE.fullmatch(left):
        return _A_MATTER.match(right) is not None
    return False


def _both_tell(before: str, after: str) -> bool:
    """Whether two stretches, one of them short, are clauses of their own."""
    if len(before) < 2 or len(after) < 2:
        return False
    if _TOPIC.fullmatch(before) and _OF_ITS_OWN.match(after):
        return True
    if _ONESELF.match(after) and len(before) >= _ENOUGH:
        return True
    if _SHRINKS.match(after) and not _WHO.fullmatch(before):
        return True
    left, right = before.replace(JOINED, ""), after.replace(JOINED, "")
    if _SAYS_WHY.fullmatch(left) or (_SAYS_WHY.fullmatch(right) and len(left) >= _ENOUGH):
        return True
    if (_HAS_THAT.fullmatch(left) and len(right) >= _ENOUGH) or (
        _HAS_THAT.fullmatch(right) and len(left) >= _ENOUGH
    ):
        return True
    if _BECOME.fullmatch(right) and _TOLD.search(left):
        return True
    if _BECOME.fullmatch(left) and _WHEN.match(right):
        return True
    if _ON_A_DAY.search(left) and _A_PLACE.fullmatch(right):
        return True
    if (_HAS.match(left) and not left.endswith("了")) or (
        _ONLY_DONE.fullmatch(left) and not _SAYS_HOW.match(right)
    ):
        return False
    return bool(_TOLD.search(left) and (_GOES_ON.match(right) or _TOLD.search(right)))
