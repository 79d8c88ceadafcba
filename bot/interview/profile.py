"""Reading the profile: the few answers that decide how the rest is asked and written."""

import re

from bot.interview.answer import Answer
from bot.interview.state import DraftState
from bot.numerals import digit, in_figures

_THOUSANDS = re.compile(r"([1-9一二两三四五六七八九])千(?:([1-9一二三四五六七八九])百?)?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|(?<!\d)(\d\d)(?=年)")


def year_in(text: str) -> int | None:
    """The year a person means by 2026, ２０２６年, 二〇二六年 or 26年; None if there is none."""
    found = _YEAR.search(in_figures(text))
    if found is None:
        return None
    return int(found.group(1) or "20" + found.group(2))


def in_digits(text: str) -> str:
    """The text with thousands as a phone hears them written in digits: 两千五百字 as 2500字."""
    return _THOUSANDS.sub(_thousands, text)


def wanted_length(state: DraftState) -> int | None:
    """How many characters the report is to have; None as long as nobody has said."""
    return state.answer("length").once(_length)


def reporting_year(state: DraftState) -> int | None:
    """The year the report is about; None as long as nobody has said."""
    return state.answer("year").once(_year)


def _length(answer: Answer) -> int | None:
    found = re.search(r"\d{3,5}", in_figures(in_digits(answer.value)))
    return int(found.group()) if found else None


def _year(answer: Answer) -> int | None:
    return year_in(answer.value)


def _thousands(found: re.Match[str]) -> str:
    high, low = (digit(part or "0") or 0 for part in found.groups())
    return str(high * 1000 + low * 100)
