"""A whole report pasted as an answer, last year's most often: told by what stands around what it says."""

import re

_SHORTEST = 120
_ENOUGH = 3
_CHAPTERS = re.compile(r"^[ \t\u3000]*[一二三四五六七八][、.．]", re.MULTILINE)
_AROUND = (
    re.compile(r"\A.{0,80}(?:述[职责德学][述职责德学廉法]*|工作)(?:情况)?(?:报告|总结)", re.DOTALL),
    re.compile(r"(?:各位(?:领导|同志|代表)|同志们|组织部|考核组|党委)[^。\n]{0,12}[：:]"),
    re.compile(r"(?:现将|现就|我将|下面)[^。\n]{0,60}(?:如下|报告|汇报|述职)"),
    re.compile(r"特此报告|(?:请|敬请)[^。\n]{0,16}(?:评议|审议|批评指正|指正)|(?:述职|报告)人[：:]"),
)

_PART = 300
"""Characters of the shortest part of a report that is pasted for itself."""
_ITEMS = re.compile(r"[一二三四五六]是|^[ \t\u3000]*\d{1,2}[.．、]", re.MULTILINE)


def is_whole_report(text: str) -> bool:
    """Whether the text is a report from its title or salutation to its end, and no answer to one question."""
    if len(text) < _SHORTEST:
        return False
    signs = sum(one.search(text) is not None for one in _AROUND)
    return signs + (len(_CHAPTERS.findall(text)) > 1) >= _ENOUGH


def is_part_of_one(text: str) -> bool:
    """Whether a text may be what follows in a report that was pasted in parts."""
    marks = len(_CHAPTERS.findall(text)) + len(_ITEMS.findall(text)) + (_AROUND[-1].search(text) is not None)
    return len(text) >= _PART and marks > 1
