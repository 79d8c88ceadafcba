"""Blanks that stand for the marks of a list: 农业 农村 水利 is 农业、农村、水利."""

import re

_WORD = "[\u3400-\u9fff]"
_BLANK = r"[ \t\u3000]+"
_NO_NAME = "了的是在和与及对从把被将给为我您他她们这那很都也还就再又不没有"
"""Who has one of these in a word tells a sentence, with blanks in it."""
_NO_ITEM = "今年|去年|全年|上半年|下半年|每[年月周天]|平时|主要|先后|另外|其中|目前|现在|一共|总共|全部"
_ITEM = f"(?![{_NO_NAME}])(?!{_NO_ITEM}){_WORD}(?:(?![{_NO_NAME}]){_WORD}){{1,3}}"
_LIST = re.compile(
    rf"(?<![^，。；：、\s]){_ITEM}(?:(?:{_BLANK}|、){_ITEM}){{2,}}(?=[，。；：、！？,.;:!?\n]|$)",
    re.MULTILINE,
)
_DOES = "(?:主持|负责|主管|分管|协管|兼管|主抓|牵头|协助|协调|联系|包联|包抓|包保|挂包|指导|包|抓|管)"
_DUTY = re.compile(rf"(?P<left>{_WORD}+){_BLANK}(?={_WORD})")
_FROM_MONTH = re.compile(rf"(?<={_WORD}){_BLANK}(?=\d{{1,2}}月)")
_LONGEST = 7


def listed(text: str) -> str:
    """The text where blanks between three or more short names are the marks of a list."""
    return _LIST.sub(lambda found: re.sub(_BLANK, "、", found.group()), text)


def listed_duties(text: str) -> str:
    """The same for duties, where two names are a list already; what somebody does stays with its object."""
    return _FROM_MONTH.sub("，", _DUTY.sub(_behind, text))


def _behind(found: re.Match[str]) -> str:
    left, rest = found["left"], found.string[found.end() :]
    if re.fullmatch(_DOES, left):
        return left
    if re.match(rf"{_DOES}{_WORD}", rest):
        return f"{left}，"
    short = re.match(f"{_WORD}+", rest)
    both_short = len(left) <= _LONGEST and short is not None and len(short.group()) <= _LONGEST
    return f"{left}、" if both_short else found.group()
