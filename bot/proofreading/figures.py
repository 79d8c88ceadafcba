"""Figures as rules on reckoning find them: how they are written, what they are worth, when one is off."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

NUMBER = r"\d{1,9}(?:\.\d{1,4})?"
UNIT = (
    "万元|亿元|万亩|万吨|万人|人次|户次|家次|公里|公斤|公顷|元|户|人|家|个|件|起|次|亩|吨|斤|项|处|条|场|名|座|台|份"
    "|头|只|株|天"
)
FARTHEST = 80
"""Characters of a sentence before a figure that are looked through for what it was reckoned from."""
AMOUNT = re.compile(rf"({NUMBER})({UNIT})")
"""A figure and its unit."""
TOLERANCE = Decimal("0.6")
"""So far may a figure be off that was rounded."""
_CLOSE = Decimal("0.15")
"""The same where a percentage is told with a decimal."""

Judge = Callable[[Reading, re.Match[str]], Iterator[Finding]]
"""What is wrong with the figures of one match of the shape that it is for."""


def judged(reading: Reading, judges: tuple[tuple[re.Pattern[str], Judge], ...]) -> Iterator[Finding]:
    """What each judge says of every match of its shape."""
    for shape, judge in judges:
        for match in shape.finditer(reading.text):
            yield from judge(reading, match)


def value(match: re.Match[str], name: str) -> Decimal:
    """What the figure of that group is worth."""
    return Decimal(match[name])


def shown(amount: Decimal) -> str:
    """The amount as a finding tells it, to one place."""
    return f"{amount.quantize(Decimal('0.1')):f}".removesuffix(".0")


def amounts_before(reading: Reading, at: int) -> list[tuple[str, str]]:
    """Figures with their units between the beginning of the sentence and `at`."""
    return AMOUNT.findall(re.split("[。；\n]", reading.text[max(0, at - FARTHEST) : at])[-1])


def held_against(
    reading: Reading, match: re.Match[str], due: Decimal, name: str = "r", unit: str = "%"
) -> Iterator[Finding]:
    """The figure of that group against what is due, rounding allowed for; the span holds its unit too."""
    tolerance = _CLOSE if unit == "%" and "." in match[name] else TOLERANCE
    if abs(due - value(match, name)) > tolerance:
        end = match.end(name) + len(unit)
        yield reading.finding("figures.reckoned", match.start(name), end, due=f"{shown(due)}{unit}")
