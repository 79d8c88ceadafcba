"""Tidying a note into official typography, only where there is one right way to do it.

Guaranteed: no word, digit or name is added, dropped or reordered, but for a sound like 嗯， in front;
the text only changes in widths of digits and marks, in blanks, in the numbers of a list, in emoji and in
the punctuation at its end.
"""

import re
import unicodedata

from bot.interview.hesitating import without_hesitation
from bot.widths import HALF
from bot.writing.blanks import JOINED, between_figures, blank, one_by_one
from bot.writing.list_marks import listed_lines
from bot.writing.side_by_side import LISTED, listed_names

_CJK = "\u3400-\u9fff"
_WIDTHS = {wide: half for wide, half in HALF.items() if chr(half).isalnum() or chr(half) in "%+*/"}
_WIDE_POINT = re.compile(r"(?<=\d)[．](?=\d)")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\u20e3\ufeff\u00ad]"
)
_FACES = re.compile(
    r"\[(?:微笑|撇嘴|发呆|得意|流泪|害羞|大哭|尴尬|发怒|调皮|呲牙|惊讶|难过|囧|抓狂|偷笑|愉快|白眼|憨笑|疑问|晕|衰|再见|擦汗|鼓掌|坏笑"
    r"|委屈|快哭了|可怜|笑脸|生病|脸红|破涕为笑|失望|无语|嘿哈|捂脸|奸笑|机智|皱眉|耶|吃瓜|加油|汗|天啊|Emm|旺柴|好的|打脸|哇|翻白眼|666"
    r"|让我看看|叹气|苦涩|裂开|爱心|心碎|拥抱|强|弱|握手|胜利|抱拳|勾引|拳头|OK|合十|啤酒|咖啡|蛋糕|玫瑰|凋谢|太阳|庆祝|礼物|红包|福|烟花)\]"
)
"""Faces as WeChat copies them."""
_KEPT_SIGNS = {"★", "☆", "①", "②", "③", "④", "⑤"}
_MARKS = str.maketrans(",;:?!", "，；：？！")
_HALF = re.compile(rf"(?<=[{_CJK}”’）》】%])([,;:?!]+)|([,;:?!]+)(?=[{_CJK}“‘（《【])")
_HALF_AFTER_DIGIT = re.compile(r"(?<=\d)([,;?!])(?!\d)")
_BRACKETS = re.compile(rf"\(([^()]*[{_CJK}][^()]*)\)")
_STOP = re.compile(rf"(?<=[{_CJK}%）”》】])[.．](?=$|\s|[{_CJK}])")
_BLANK = r"[ \t\u3000]+"
_BLANK_BETWEEN = re.compile(rf"(?<=[{_CJK}%，。；：、！？”）》】]){_BLANK}(?=[{_CJK}“（《【])")
_BLANK_BEFORE_DIGIT = re.compile(rf"(?<=[{_CJK}，。；：、（】%]){_BLANK}(?=[\d〇A-Za-z])")
_BLANK_AFTER_DIGIT = re.compile(
    rf"(?<=\d){_BLANK}(?=[{_CJK}，。；：、）%])|(?<=%){_BLANK}(?=[，。；：、）%])"
)
_BLANK_BETWEEN_FIGURES = re.compile(
    rf"(?<=\d{{3}}){_BLANK}(?=[百千])|(?<=[一二两三四五六七八九十百千万亿]){_BLANK}(?=[一二两三四五六七八九十])"
)
"""去年6100 百头以上, 九万 九万六: joined, the two would be another figure. 3 百头 and 6 万 are one."""
_BLANK_BEFORE_MORE = re.compile(
    rf"(?<=[{_CJK}][\d.]{{2}}|[{_CJK}\d][\d.]\d){_BLANK}(?=(?:有|没|其中|还有|另有|都)[{_CJK}\d]{{3}})"
)
"""合格158 有两批超标: what comes is told besides."""
_KEYCAP = re.compile(r"^[ \t\u3000]*\d\ufe0f?\u20e3[ \t\u3000]*", re.MULTILINE)
_QUOTED = re.compile(r'"([^"\n]*)"')
_DOTS = re.compile(r"\.{3,}|。{3,}|…+")
_DOUBLED = re.compile(r"([，。；：、！？])\1+")
_SOFT_THEN_STOP = re.compile(r"[，；：、,;.．]+(?=[。！？])|(?<=[。！？；，、：])[，；、：]+")
_NO_START = "，；：、。 \t\u3000"
_NO_END = _NO_START + ".．,;:"


def tidy(text: str) -> str:
    """The note as one or more whole sentences ending in a full stop; "" if nothing is left to read."""
    lines = [line for line in _clean(text).splitlines() if line.strip(" \t\u3000\xa0")]
    joined = ""
    for sign, listed in listed_lines(lines):
        line = _line(listed)
        if joined and line and joined[-1] not in "。！？；：…，、":
            joined += sign
        joined += line
    joined = _SOFT_THEN_STOP.sub("", _DOUBLED.sub(r"\1", joined))
    joined = _DOUBLED.sub(r"\1", joined).strip(_NO_START).rstrip(_NO_END)
    if not joined or not any(unicodedata.category(char)[0] in "LN" for char in joined):
        return ""
    return joined if joined[-1] in "！？…" else joined + "。"


def bare(text: str) -> str:
    """A short value as it stands inside a sentence of ours: tidied, without a full stop."""
    return tidy(text).rstrip("。")


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = "".join(
        char
        for char in text
        if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    text = _KEYCAP.sub("", text)
    text = _FACES.sub("", text)
    text = _EMOJI.sub(lambda match: match.group() if match.group() in _KEPT_SIGNS else "", text)
    return _WIDE_POINT.sub(".", text.translate(_WIDTHS))


def _line(line: str) -> str:
    line = without_hesitation(line.replace("\xa0", " "))
    line = _QUOTED.sub(r"“\1”", _BRACKETS.sub(r"（\1）", line))
    line = _DOTS.sub("……", line)
    line = _HALF.sub(lambda match: match.group().translate(_MARKS), line)
    line = _HALF_AFTER_DIGIT.sub(lambda match: match.group().translate(_MARKS), line)
    line = _STOP.sub("。", line)
    line = listed_names(one_by_one(_BLANK_BETWEEN_FIGURES.sub("，", line)))
    line = _BLANK_BEFORE_DIGIT.sub(blank, line)
    line = between_figures(_BLANK_BEFORE_MORE.sub("，", line))
    line = _BLANK_AFTER_DIGIT.sub("", line)
    line = _BLANK_BETWEEN.sub(blank, line)
    return line.replace(JOINED, "").replace(LISTED, "、").strip()
