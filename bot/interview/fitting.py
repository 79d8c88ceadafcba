"""Which of several choices somebody means who types words instead of pressing: 组织部, 副科, 2026."""

import re
from collections.abc import Sequence

from bot.interview.outline import Question
from bot.interview.profile import in_digits, year_in
from bot.numerals import digit

LONGEST_SHORT_FORM = 6
"""Characters of an abbreviation, which are told in any order: 副科 for 乡科级副职."""

_MARKS = re.compile(r"[^\w%％]|_")
_AROUND = re.compile(
    r"^(?:那|就|我|要|想|选|是|应该|可能|好像|大概|大约|约|差不多|[报交递送写]给?|给|按|用)*(?P<said>.+?)"
    r"(?:左右|上下|以内|[那这]个|[那这]种|[那这]项|看|听|念|上|吧|的|了|呢|啊)*$"
)
_NTH = re.compile(r"第(?P<nth>[一二三四五六七八九1-9])[个项种]?|(?P<last>最后)一?[个项种]")
_OF_LEVEL = re.compile(r"[县乡镇]里")
"""Who is above: 报给镇里 means what begins with 镇, and so does 乡里."""
_SOME = re.compile(r"(?<=\d)[来把](?=字|$)")
_DIGITS = re.compile(r"\d+")
_PIECES = re.compile(r"[，,、。；;.！!~…\s]+")
_SOUND = re.compile(r"[嗯呃噢哦啊哎唉额]+|对的?|是的?|就是")
_MOST_PIECES = 6
_SHORT_YEAR = 2
_YEAR = re.compile(r"[\d〇零一二三四五六七八九０-９]{2,4}年?度?")
_THIS_YEAR, _LAST_YEAR = {"今年", "本年", "本年度"}, {"去年", "上年", "上一年", "上年度"}


def fitting(text: str, choices: Sequence[str]) -> tuple[str, ...]:
    """Every choice that these words may stand for and say nothing else; the whole words count before parts.

    Words that are only a part of what somebody wants to tell stand for none.
    """
    said = _bare(text) if choices else ""
    if len(said) < 2:
        return ()
    return _meant(said, choices) or _in_each_piece(text, choices)


def _in_each_piece(text: str, choices: Sequence[str]) -> tuple[str, ...]:
    """The one choice that is said more than once, and nothing beside it: 副科级吧，嗯，副科."""
    pieces = [piece for piece in _PIECES.split(text) if piece and not _SOUND.fullmatch(piece)]
    found = {_meant(_bare(piece), choices) for piece in pieces} if len(pieces) < _MOST_PIECES else {()}
    only = found.pop() if len(found) == 1 else ()
    return only if len(only) == 1 else ()


def _meant(said: str, choices: Sequence[str]) -> tuple[str, ...]:
    if len(said) < 2:
        return ()
    whole = tuple(choice for choice in choices if _bare(choice) == said)
    if whole:
        return whole
    if level := _OF_LEVEL.fullmatch(said):
        return tuple(choice for choice in choices if choice.startswith(level[0].replace("乡", "镇")[0]))
    if nth := _NTH.fullmatch(said):
        number = digit(nth["nth"]) if nth["nth"] else len(choices)
        return tuple(choices[number - 1 : number]) if number else ()
    numbers = set(_DIGITS.findall(said))
    inside = tuple(c for c in choices if said in _bare(c) and numbers <= set(_DIGITS.findall(c)))
    if inside or numbers or len(said) > LONGEST_SHORT_FORM:
        return inside
    return tuple(choice for choice in choices if set(said) <= set(choice))


def choice_in(question: Question, text: str, years: Sequence[str]) -> str:
    """The choice, or the year, that the words stand for as an answer to it; nothing if in doubt."""
    if question.suggest_years:
        return fitting_year(text, years)
    meant = fitting(text, question.choices)
    return meant[0] if len(meant) == 1 else ""


def fitting_year(text: str, years: Sequence[str]) -> str:
    """The text, if a year is all it tells: 2026, 26年, 二〇二六年度; for 去年 that one of those offered."""
    said = _bare(text)
    if years and said in _THIS_YEAR | _LAST_YEAR:
        return max(years) if said in _THIS_YEAR else min(years)
    if said.isdigit() and (meant := [year for year in years if year[:4].endswith(said)]):
        return meant[0] if len(said) == _SHORT_YEAR else text.strip()
    return text.strip() if _YEAR.fullmatch(said) and year_in(said) else ""


def _bare(text: str) -> str:
    """The words without marks and without what people put around a choice."""
    words = _SOME.sub("", in_digits(_MARKS.sub("", text).lower()))
    found = _AROUND.match(words)
    return found["said"] if found else words
