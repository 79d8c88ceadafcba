"""The numbers of chapters in an old report that is pasted into an answer: 一、 and （一）.

The report numbers its own headings, so that theirs are left out; the words of a heading lead what follows it.
"""

import re

from bot.numerals import digit

_CJK = "\u3400-\u9fff"
_NTH = "[一二三四五六七八九十]{1,2}"
_NO_RANGE = rf"(?=[{_CJK}“《])(?![一二三四五六七八九十百两几])"
"""一、二级响应 and 三、四月份 count nothing."""
_AT_THE_START = re.compile(rf"(?:(?P<big>{_NTH})、|[（(](?P<small>{_NTH})[)）][、.．]?)\s*{_NO_RANGE}")
_LEADS = re.compile(rf"(?P<heading>[{_CJK}]{{2,12}})[。.]\s*(?=\S)")
CHAPTERS = _BIG, _SMALL = "一、", "（一）"
"""The forms of such numbers."""


def chapter(line: str) -> tuple[str, str] | None:
    """The form of the number that a line begins with, and the line without it and those that go on from it.

    None for a line that begins with no chapter.
    """
    found = _AT_THE_START.match(line)
    if found is None:
        return None
    form = _BIG if found["big"] else _SMALL
    number = digit(found["big"] or found["small"])
    return form, _within(line[found.end() :], form, number)


def _within(rest: str, form: str, number: int | None) -> str:
    out = ""
    while number is not None and (found := _mark(form, number + 1).search(rest)):
        out += _led(rest[: found.start()]).rstrip("。；;，, ") + "。"
        rest, number = rest[found.end() :], number + 1
    return out + _led(rest)


def _led(words: str) -> str:
    """A heading with a colon where it was set off by a full stop."""
    return _LEADS.sub(r"\g<heading>：", words, count=1) if _LEADS.match(words) else words


def _mark(form: str, number: int) -> re.Pattern[str]:
    nth = "一二三四五六七八九十"[number - 1] if number <= 10 else "(?!)"
    sign = f"{nth}、" if form == _BIG else rf"[（(]{nth}[)）][、.．]?"
    return re.compile(rf"[。；;，,\s]+{sign}\s*{_NO_RANGE}")
