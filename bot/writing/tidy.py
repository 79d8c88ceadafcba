"""Tidying a note into official typography, only where there is one right way to do it.

Guaranteed: no word, digit or name is added, dropped or reordered; the text only changes in widths of digits
and marks, in blanks, in list numbers at the start of lines, in emoji and in the punctuation at its end.
"""

import re
import unicodedata

_CJK = "\u3400-\u9fff"
_WIDE = {
    chr(code): chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WIDTHS = str.maketrans({**_WIDE, "％": "%", "＋": "+", "＊": "*", "／": "/"})
_WIDE_POINT = re.compile(r"(?<=\d)[．](?=\d)")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\u20e3\ufeff\u00ad]"
)
_KEPT_SIGNS = {"★", "☆", "①", "②", "③", "④", "⑤"}
_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF = re.compile(rf"(?<=[{_CJK}”’）》%])([,;:?!])|([,;:?!])(?=[{_CJK}“‘（《])")
_HALF_AFTER_DIGIT = re.compile(r"(?<=\d)([,;?!])(?!\d)")
_BRACKETS = re.compile(rf"\(([^()]*[{_CJK}][^()]*)\)")
_STOP = re.compile(rf"(?<=[{_CJK}%）”》])\.(?=$|\s|[{_CJK}])")
_LIST_MARK = re.compile(r"^(?:\d{1,2}[、.)）．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[-•·●▪*](?=\s|[㐀-鿿]))\s*")
_BLANK_BETWEEN = re.compile(
    rf"([{_CJK}\d%，。；：、！？”）》]*[{_CJK}%，。；：、！？”）》])[ \t\u3000]+(?=([{_CJK}“（《]+))"
)
_KEYCAP = re.compile(r"^[ \t\u3000]*\d\ufe0f?\u20e3[ \t\u3000]*", re.MULTILINE)
_QUOTED = re.compile(r'"([^"\n]*)"')
_DOTS = re.compile(r"\.{3,}|。{3,}|…+")
_ENOUGH_FOR_A_CLAUSE = 4
_BLANK_AT_DIGIT = re.compile(
    rf"(?<=[{_CJK}，。；：、（])[ \t\u3000]+(?=[\d〇A-Za-z])|(?<=[\d%])[ \t\u3000]+(?=[{_CJK}，。；：、）%])"
)
_DOUBLED = re.compile(r"([，。；：、！？])\1+")
_SOFT_THEN_STOP = re.compile(r"[，；：、]+(?=[。！？])|(?<=[。！？；，、：])[，；、：]+")
_ENDS = "。！？…”）》】』」"


def tidy(text: str) -> str:
    """The note as one or more whole sentences ending in a full stop; "" if nothing is left to read."""
    lines = [_line(line) for line in _clean(text).splitlines()]
    joined = ""
    for line in filter(None, lines):
        if joined and joined[-1] not in "。！？；：…，、":
            joined += "；"
        joined += line
    joined = _SOFT_THEN_STOP.sub("", _DOUBLED.sub(r"\1", joined)).strip("，；：、 。") if joined else ""
    if not joined or not any(unicodedata.category(char)[0] in "LN" or char in "【*" for char in joined):
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
    text = _EMOJI.sub(lambda match: match.group() if match.group() in _KEPT_SIGNS else "", text)
    return _WIDE_POINT.sub(".", text.translate(_WIDTHS))


def _line(line: str) -> str:
    line = _LIST_MARK.sub("", line.strip(" \t\u3000\xa0")).replace("\xa0", " ")
    line = _QUOTED.sub(r"“\1”", _BRACKETS.sub(r"（\1）", line))
    line = _DOTS.sub("……", line)
    line = _HALF.sub(lambda match: _MARKS[match.group(1) or match.group(2)], line)
    line = _HALF_AFTER_DIGIT.sub(lambda match: _MARKS[match.group(1)], line)
    line = _STOP.sub("。", line)
    line = _BLANK_AT_DIGIT.sub("", line)
    line = _BLANK_BETWEEN.sub(_blank, line)
    return line.strip()


def _blank(match: re.Match[str]) -> str:
    """A blank between two clauses stands for a comma; one beside a mark or a word or two is dropped."""
    before, after = match.group(1), match.group(2)
    clause = re.split("[，。；：、！？]", before)[-1]
    if min(len(clause), len(after)) < _ENOUGH_FOR_A_CLAUSE or after[0] == "（":
        return before
    return before + "，"
