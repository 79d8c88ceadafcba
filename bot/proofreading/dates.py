"""Dates that no calendar has."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_DATE = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]|(?<!\d)(?P<alone>\d{1,2})月(?=[底初份上中下])"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def dates(reading: Reading) -> Iterator[Finding]:
    """Months beyond 12 and days beyond the month."""
    for match in _DATE.finditer(reading.text):
        month = int(match["month"] or match["alone"])
        day = int(match["day"] or 1)
        if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
            yield reading.finding("figures.date", match.start(), match.end())
