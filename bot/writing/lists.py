"""Blanks in duties that stand for the marks of a list: 农业 农村 水利 is 农业、农村、水利.

Elsewhere people leave blanks between the parts of a sentence: 信访举报 同比下降 三成 is no list.
"""

import re

_WORD = "[\u3400-\u9fff]"
_BLANK = r"[ \t\u3000]+"
_DOES = "(?:主持|负责|主管|分管|协管|兼管|主抓|牵头|协助|协调|联系|包联|包抓|包保|挂包|指导|包|抓|管)"
_DUTY = re.compile(rf"(?P<left>{_WORD}+){_BLANK}(?={_WORD})")
_FROM_MONTH = re.compile(rf"(?<={_WORD}){_BLANK}(?=\d{{1,2}}月)")
_ONE_MORE = re.compile(rf"(?<={_WORD}{_WORD})[ \t\u3000]*还有一?[个块项](?={_WORD}{_WORD})")
_LONGEST = 7


def listed_duties(text: str) -> str:
    """Duties with the marks of a list between their names; what somebody does stays with its object."""
    return _FROM_MONTH.sub("，", _DUTY.sub(_behind, _ONE_MORE.sub("、", text)))


def _behind(found: re.Match[str]) -> str:
    left, rest = found["left"], found.string[found.end() :]
    if re.fullmatch(_DOES, left):
        return left
    if re.match(rf"{_DOES}{_WORD}", rest):
        return f"{left}，"
    short = re.match(f"{_WORD}+", rest)
    both_short = len(left) <= _LONGEST and short is not None and len(short.group()) <= _LONGEST
    return f"{left}、" if both_short else found.group()
