"""The marks of a list that somebody typed: 1. 2. 3. at the start of lines, or within one.

Who types 2.3月底前补10顶 behind 1.宣讲5场 means the second thing and no 2.3.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

_CJK = "\u3400-\u9fff"
_AT_THE_START = re.compile(
    rf"^(?:(?P<n>\d{{1,2}})(?P<sign>[、.)）．])(?!\d)|[（(](?P<inner>\d{{1,2}})[)）]|(?P<ring>[①-⑳])"
    rf"|[-•·●▪*](?=\s|[{_CJK}]))\s*(?=.*[^\W_])"
)
_BEFORE_A_DIGIT = re.compile(r"^(?P<n>\d{1,2})(?P<sign>[、.．])(?=\d)")
_NTH = "[一二三四五六七八九十]{1,2}"
_A_HEADING = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,2}}、|[（(][一二三四五六七八九十]{{1,2}}[)）])?[{_CJK}]{{2,10}}"
)
_OFF = r"[，,、；;。：\s]*"
_FIRST_RING = "①"
_MONTH = re.compile(r"\d{1,2}月")
_PLAIN = "plain"
_CHAPTER = re.compile(rf"^{_NTH}、")


def listed_lines(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line without the marks of a list, behind what joins it to the one before it.

    A heading is followed by a colon; where another chapter begins, the sentence is over.
    """
    counted: dict[str, int] = {}
    heading: str | None = None
    for at, line in enumerate(lines):
        found = _AT_THE_START.match(line) or _counted(line, counted, lines[at + 1 :])
        plain, form, number = line, _PLAIN, 2
        if found:
            form, number = _form(found)
            counted[form] = number
            plain = _within(line[found.end() :], form) if number == 1 else line[found.end() :]
        is_below = heading is not None and form != heading and number < 2
        yield ("：" if is_below else "。" if _CHAPTER.match(plain) else "；"), plain
        heading = form if _A_HEADING.fullmatch(plain) else None


def _counted(line: str, counted: Mapping[str, int], behind: Sequence[str]) -> re.Match[str] | None:
    """A mark right before a digit, if it goes on from a line before, or the next line goes on from it."""
    found = _BEFORE_A_DIGIT.match(line)
    if found is None:
        return None
    form, number = _form(found)
    second = rf"2{re.escape(form)}" + ("" if _MONTH.match(line, found.end()) else r"(?!\d)")
    first = number == 1 and bool(behind) and re.match(second, behind[0]) is not None
    return found if first or (number > 1 and counted.get(form) == number - 1) else None


def _form(found: re.Match[str]) -> tuple[str, int]:
    """What follows or surrounds the number, and the number; 0 for a mark that counts nothing."""
    groups = found.groupdict()
    if ring := groups.get("ring"):
        return _FIRST_RING, ord(ring) - ord(_FIRST_RING) + 1
    if inner := groups.get("inner"):
        return "(", int(inner)
    return (groups["sign"], int(groups["n"])) if groups["n"] else ("", 0)


def _within(line: str, form: str) -> str:
    """The line with its other marks of that form as semicolons, as long as they count on: ；2. ；3."""
    out, rest, number = "", line, 2
    while found := re.search(_mark(form, number), rest):
        out += rest[: found.start()] + ("。" if "。" in found.group() else "；")
        rest, number = rest[found.end() :], number + 1
    return out + rest


def _mark(form: str, number: int) -> str:
    """What the mark of that number looks like, with what sets it off; a digit follows only a clear end."""
    if form == _FIRST_RING:
        return rf"{_OFF}{chr(ord(_FIRST_RING) + number - 1)}\s*"
    if form == "(":
        return rf"{_OFF}[（(]{number}[)）]\s*"
    mark = rf"{number}{re.escape(form)}"
    return rf"(?<![\d.、，]){_OFF}(?<![\d.]){mark}\s*(?=[{_CJK}“《])|[；;。]\s*{mark}(?=\d)"
