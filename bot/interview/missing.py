"""What a placeholder in a note stands for, in a few words: 隐患数 for 查出隐患XX处, 投资 for 投资XX万元."""

import re

from bot.interview.figures import bare
from bot.interview.gap import Placeholder
from bot.interview.told_anew import UNITS

LONGEST = 8
_PARTICLES = "吧呢啊呀嘛"
_CUT_OFF = 4
"""Characters behind a placeholder that are kept: what is as long may go on."""
_FOUND = re.compile(
    r"^(?:查出|查到|查摆|查找|发现|排查出?|梳理出?|收到|接到|受理|我|本人|自己|又|再|还|先后|[\u4e00-\u9fff]{1,2}了)+(?=..)"
)
_WORDS = re.compile(
    rf"(?!.*(?:比|[比和与跟被把让得没不未])$)(?!.*第)[\u4e00-\u9fff]{{2,{LONGEST}}}(?<![的地第每约近超多少比和与])"
)
_IS_A_FIGURE = re.compile(
    r"(?:[数量额率值资积幅税费款价比产收入度]|收入|人次|户次|家次|次数|投入|支出|预算|资金|经费|名次|里程|金额|面积)$"
)
_UNIT = re.compile(
    rf"(?P<unit>人次|户次|家次|公里|公斤|公顷|平方米?|[百千]?[万亿]?(?:元|块)|[万亿]|[{UNITS}])(?P<noun>.*)"
)
_CALLED = {
    "%": "比例",
    "％": "比例",
    **dict.fromkeys(("亩", "公顷", "平方", "平方米"), "面积"),
    **dict.fromkeys(("次", "场", "回", "趟", "期", "遍"), "次数"),
    **dict.fromkeys(("人", "名", "位"), "人数"),
    **{unit: f"{unit}数" for unit in ("户", "家", "人次", "户次", "家次", "公里", "份", "天", "字", "页")},
    **dict.fromkeys(("吨", "斤", "公斤"), "数量"),
}
_MONEY = re.compile(r"[万亿元块]$")


def missing(place: Placeholder) -> str:
    """What is missing there, as the note calls it; nothing where the note does not tell."""
    said = _FOUND.sub("", bare(place.before))
    if place.before and not said and (alone := _UNIT.match(place.after)):
        return _CALLED.get(alone["unit"], "") if alone["unit"] not in "%％" else ""
    if not _WORDS.fullmatch(said):
        return ""
    found = _UNIT.match(place.after)
    if _IS_A_FIGURE.search(said):
        return said
    if found is None:
        return ""
    unit, noun = found["unit"], found["noun"].rstrip(_PARTICLES) if len(place.after) < _CUT_OFF else ""
    called = "金额" if _MONEY.search(unit) else _CALLED.get(unit, f"{noun}数")
    return said + called if len(said + called) <= LONGEST + 2 else ""
