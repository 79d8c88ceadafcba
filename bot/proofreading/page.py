"""A text as a proofreader sees it: lines with their ordinals, sentences, title, headings, sections."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from bot.numerals import worth

NUMERALS = "一二三四五六七八九十"
LONGEST_HEADING = 45
BODY_LENGTH = 25
_BLANK = " \t\r\u3000\ufeff\xa0"
_LEVELS = (
    re.compile(rf"(?P<n>[{NUMERALS}]{{1,3}})(?P<mark>、(?![{NUMERALS}]{{1,2}}[、产])|\.|．|[，：,:](?=\S))"),
    re.compile(rf"(?P<open>[（(])(?P<n>[{NUMERALS}]{{1,3}})(?P<close>[)）])(?P<mark>[、.．，]?)"),
    re.compile(r"(?P<n>\d{1,2})(?P<mark>[.．]、|[.．、])(?!\d)"),
    re.compile(r"(?P<open>[（(])(?P<n>\d{1,2})(?P<close>[)）])(?P<mark>[、.．，]?)"),
)
_TITLE = re.compile(r"[^。；：]*报告")
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?[”’）】]?")


def number(numeral: str) -> int:
    """The value of 一..九十九 or of digits; 0 for what is no number."""
    return int(worth(numeral) or 0)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The ordinal a line begins with: level 1 一、 2 （一） 3 1. 4 （1）; places count in the whole text."""

    level: int
    value: int
    start: int
    end: int
    written: str
    numeral: str
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `start` and `end` bound its text without outer blanks; the raw line begins at `at`."""

    number: int
    at: int
    start: int
    end: int
    text: str
    ordinal: Ordinal | None

    @property
    def is_heading(self) -> bool:
        """An ordinal and a few words with no full stop inside."""
        if self.ordinal is None or len(self.text) > LONGEST_HEADING:
            return False
        return not re.search(r"[。！？；](?!$)", self.text)

    @property
    def is_body(self) -> bool:
        """A paragraph, no heading and no title."""
        return len(self.text) > BODY_LENGTH and not self.is_heading


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run up to 。！？； with its place in the whole text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Page:
    """The text and what can be seen in it; nothing is changed or left out."""

    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold something."""
        lines = []
        at = 0
        for number_, raw in enumerate(self.text.split("\n"), 1):
            bare = raw.strip(_BLANK)
            if bare:
                start = at + len(raw) - len(raw.lstrip(_BLANK))
                lines.append(Line(number_, at, start, start + len(bare), bare, _ordinal(bare, start)))
            at += len(raw) + 1
        return tuple(lines)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        starts.extend(at + 1 for at, char in enumerate(self.text) if char == "\n")
        return starts

    def line_number(self, at: int) -> int:
        """The number of the line at that place, from 1."""
        return bisect_right(self._starts, at)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every line, without ordinals taken off."""
        found = []
        for line in self.lines:
            for match in _SENTENCE.finditer(line.text):
                found.append(Sentence(line.start + match.start(), line.start + match.end(), match.group()))
        return tuple(found)

    @cached_property
    def title(self) -> Line | None:
        """The first line, if it is unnumbered and no sentence: short, or, however long the post, a 报告."""
        if not self.lines or self.lines[0].ordinal is not None:
            return None
        first = self.lines[0]
        short = len(first.text) <= LONGEST_HEADING and not first.text.endswith(("。", "；", "，", "："))
        return first if short or _TITLE.fullmatch(first.text) else None

    @cached_property
    def sections(self) -> tuple[tuple[Line, tuple[Line, ...]], ...]:
        """Each heading of the first level with the lines under it."""
        tops = [index for index, line in enumerate(self.lines) if line.ordinal and line.ordinal.level == 1]
        ends = [*tops[1:], len(self.lines)]
        return tuple(
            (self.lines[top], self.lines[top + 1 : end]) for top, end in zip(tops, ends, strict=False)
        )

    @cached_property
    def length(self) -> int:
        """Non-blank characters."""
        return sum(1 for char in self.text if not char.isspace())

    @property
    def is_whole(self) -> bool:
        """Long enough, and in sections: a report, not an excerpt."""
        return self.length >= 600 and len(self.sections) >= 2


def _ordinal(text: str, start: int) -> Ordinal | None:
    for level, shape in enumerate(_LEVELS, 1):
        match = shape.match(text)
        if match and number(match["n"]):
            return Ordinal(
                level,
                number(match["n"]),
                start,
                start + match.end(),
                match.group(),
                match["n"],
                match["mark"],
            )
    return None
