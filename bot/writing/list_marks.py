"""The marks of a list that somebody typed: 1. 2. 3. at the start of lines, or within one.

Who types 2.3月底前补10顶 behind 1.宣讲5场 means the second thing and no 2.3.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.interview.marks_or_figures import is_decimal
from bot.writing.chapters import CHAPTERS, chapter

_CJK = "\u3400-\u9fff"
_AT_THE_START = re.compile(
    rf"^(?:(?P<n>\d{{1,2}})(?P<sign>[、.)）．])(?!\d)|[（(](?P<inner>\d{{1,2}})[)）]|(?P<ring>[①-⑳])"
    rf"|[-•·●▪*](?=\s|[{_CJK}]))\s*(?=.*[^\W_])"
)
_BEFORE_A_DIGIT = re.compile(r"^(?P<n>\d{1,2})(?P<sign>[、.．])(?=\d)")
_A_HEADING = re.compile(rf"[{_CJK}]{{2,12}}")
_OFF = r"[，,、；;。：\s]*"
_FIRST_RING = "①"
_MONTH = re.compile(r"\d{1,2}月")
_PLAIN = "plain"
_BLANKS = " \t\u3000\xa0"
_OF_THEM = "其中"
_LONG = re.compile(r"[；。]")
_IN_BRACKETS = re.compile(rf"【(?P<title>(?!待补)[{_CJK}]{{2,10}})】")
_FIRST_WITHIN = re.compile(
    rf"(?<=[{_CJK}\d]){_OFF}(?<![\d.])(?:1(?P<sign>[.、)）．])|[（(]1[)）])\s*(?=[{_CJK}“《])"
)


def listed_lines(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line without the marks of a list, behind what joins it to the one before it.

    A heading is followed by a colon; where another chapter begins (whose number `chapters` leaves out), the
    sentence is over; what is set in below a line, or numbered in another way below its number, or told as
    其中 of it, is a part of it.
    """
    counted: dict[str, int] = {}
    heading: str | None = None
    nesting = _Nesting()
    plains = [line.strip(_BLANKS) for line in lines]
    for at, (typed, line) in enumerate(zip(lines, plains, strict=True)):
        begun = chapter(line)
        found = _AT_THE_START.match(line) or _counted(line, counted, plains[at + 1 :])
        plain, form, number = _titled(line), _PLAIN, 2
        if begun:
            form, plain = begun
        elif found:
            form, number = _form(found)
            counted[form] = number
            plain = _within(line[found.end() :], form) if number == 1 else line[found.end() :]
        elif plain == line:
            plain = _begun_within(line)
        is_part = not begun and nesting.is_part(len(typed) - len(typed.lstrip(_BLANKS)), form, number, plain)
        if begun:
            nesting = _Nesting()
        is_below = heading is not None and form != heading and (number < 2 or heading in CHAPTERS)
        is_titled = at > 0 and _IN_BRACKETS.fullmatch(plains[at - 1]) is not None
        begins = begun or _IN_BRACKETS.fullmatch(line)
        apart = "，" if is_part and not _LONG.search(plain) else "；"
        yield ("：" if is_below or is_titled else "。" if begins else apart), plain
        heading = form if _A_HEADING.fullmatch(plain) else None


class _Nesting:
    """Which lines of a list are parts of the one above them."""

    def __init__(self) -> None:
        self.indent: int | None = None
        self.outer = self.inner = ""
        self.among = False

    def is_part(self, indent: int, form: str, number: int, plain: str) -> bool:
        """Whether the next line is; each is asked about once, in order."""
        marked = form not in (_PLAIN, "")
        set_in = self.indent is not None and indent > self.indent
        below = marked and form != self.outer and (form == self.inner or (bool(self.outer) and number == 1))
        among = not marked and (plain.startswith(_OF_THEM) or (self.among and bool(self.outer)))
        if below:
            self.inner = form
        elif marked:
            self.outer, self.inner = form, ""
        self.among = among
        if not set_in:
            self.indent = indent
        return set_in or below or among


def _titled(line: str) -> str:
    """A heading without the brackets around it."""
    found = _IN_BRACKETS.fullmatch(line)
    return found["title"] if found else line


def _begun_within(line: str) -> str:
    """The line with a colon for its first mark and semicolons for the others, where a second one follows."""
    for first in _FIRST_WITHIN.finditer(line):
        form, rest = first["sign"] or "(", line[first.end() :]
        if re.search(_mark(form, 2), rest):
            return f"{line[: first.start()]}：{_within(rest, form)}"
    return line


def _counted(line: str, counted: Mapping[str, int], behind: Sequence[str]) -> re.Match[str] | None:
    """A mark right before a digit, if it goes on from a line before, or the next line goes on from it."""
    found = _BEFORE_A_DIGIT.match(line)
    if found is None or is_decimal(line):
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
