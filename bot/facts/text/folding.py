"""One spelling for text as phones write it: half width, simplified, without blanks, with the way back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.widths import HALF

_WIDTH = {code: chr(half) for code, half in HALF.items()}
_SIGNS = {
    ord("—"): "-",
    ord("–"): "-",
    ord("―"): "-",
    ord("−"): "-",
    ord("～"): "~",
    ord("〜"): "~",
    ord("×"): "X",
    ord("✕"): "X",
    ord("∶"): ":",
    ord("・"): "·",
    ord("℃"): "度",
    ord("•"): "·",
    ord("﹪"): "%",
    ord("「"): "“",
    ord("」"): "”",
    ord("『"): "“",
    ord("』"): "”",
    ord("\r"): "\n",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
}
_CIRCLED = dict.fromkeys(range(0x2460, 0x2474), ",")
"""① to ⑳ part what they count."""
BASE_FOLDS: Mapping[int, str] = _WIDTH | _SIGNS | _CIRCLED
"""Folds that hold for every text; a lexicon adds its traditional characters."""

_COMMA = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_ROMAN = r"(?<![A-Za-z])(?:III|II|IV|VI|V|I)(?=[类级])"
_ROMANS = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6"}
_BLANK = re.compile(
    r"(?P<pause>(?<!\n没有)(?<!\A没有)(?!(?<=\s没)[^\S\n]+[弄搞办做修建批动开装通挖拆验完])(?!(?<=[\d余多][万亿])[^\S\n]+(?:元(?!旦)|亩|吨|斤|公里|公斤|平方米|户(?!籍)|人次))(?!(?<=[少多增减升降涨跌]了)[^\S\n]+[一二两三四五六七八九十百千万几半近约好大])(?<=[\u4e00-\u9fff%)”》】])[^\S\n]+(?=[\u4e00-\u9fff“《(【])(?!(?:上下|左右|出头|以上|以下|以内)(?![\u4e00-\u9fff]))|(?<=[万亿千百%wW])[^\S\n]+(?=\d)|(?<=\d[亩户家人个吨座处件起条项名次场台套斤米])[^\S\n]+(?=\d)|(?<=\d)[^\S\n]+(?=余\d|位置|位于|名字|名叫|处理|处罚|处置|处于|条例|项目|个别|个人|个体|人手|人才|户籍|户主|家里|家庭|家长|场地|场面|台风|公开|公示|公益|日常|日子|分别|分红|起火|期间|班子|班组|级别|组长|组织|队长|队伍|部分|部门|支部|支书|口粮|只有|只剩|种植|种粮|种的|周边|小组|小学|成了|成立|成员|处方|门面|成\d|条件|台账|场镇|人居|人均|户均|名单|家医|次日)|(?<=\d{3})[^\S\n]+(?=[百千])|(?<=\d)[^\S\n]+(?!出头)(?=[^\s个户家人名次亩元万亿千百十%余多来项处条件场台公平吨斤里米年月天日分起宗株棵所座栋幢间盏套辆本份篇册张期轮遍趟回届级层组班队支位口头只羽尾匹艘架门类种样号岁周小星钟季倍成块毛角毫厘克升立方瓦度几左以课学工桌床字棚村社镇]))"
    rf"|(?P<roman>{_ROMAN})|{_COMMA.pattern}|[^\S\n]+|{_CONTROL.pattern}"
)
_SLASH = re.compile(
    r"(?<=[\u4e00-\u9fff\d%”》)]{2})(?<![元块斤])/(?!(?:亩|户|人|次|[年月天日周]|个|公?[斤里顷]|[吨米度方斤台辆件头只株间村组季晚场桶车桌]|平|立方|小?时|课|升|千瓦)(?:[^\u4e00-\u9fff]|$))(?=[^\d/,。;:\s][^/,。;:\s]{2}|\d+(?:\.\d+)?[\u4e00-\u9fff][^/,。;:\s]*)"
)
"""Between stretches of a note a slash is a comma; 600元/亩 has another."""
_MAY_GO = re.compile(
    r"[\x00-\x09\x0b-\x20\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeffIV]"
)
"""The characters with which `_ANY_BLANK` may begin: quickly looked for, and in most texts there are none."""
_ANY_BLANK = re.compile(rf"[^\S\n]|{_CONTROL.pattern}|{_ROMAN}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for every character of it, the place in the original. `places` has one extra end."""

    text: str
    places: tuple[int, ...] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original that the folded span stands for."""
        if self.places is None or end <= start:
            places = self.places or ()
            return (places[start], places[start]) if places else (start, end)
        return self.places[start], self.places[end - 1] + 1


def fold(text: str, folds: Mapping[int, str]) -> Folded:
    """Fold a text. Thousands separators, blanks and control characters go; newlines stay; IV类 becomes 4类.

    A blank between two words is how a phone writes a comma, and becomes one.
    """
    level = text.translate(folds)
    if "/" in level:
        level = _SLASH.sub(",", level)
    blank = _MAY_GO.search(level) and _ANY_BLANK.search(level)
    if blank is None and _COMMA.search(level) is None:
        return Folded(level, None)
    places: list[int] = []
    kept: list[str] = []
    at = 0
    for gone in _BLANK.finditer(level):
        kept.append(level[at : gone.start()])
        places.extend(range(at, gone.start()))
        if gone["pause"] or gone["roman"]:
            kept.append(_ROMANS[gone["roman"]] if gone["roman"] else ",")
            places.append(gone.start())
        at = gone.end()
    kept.append(level[at:])
    places.extend(range(at, len(level) + 1))
    return Folded("".join(kept), tuple(places))
