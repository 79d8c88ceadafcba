"""A day of the week told as another one: 每周一早上 told as 每周五早上."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .trial import Trial

_WEEKDAY = re.compile(
    "(?<![一二两三四五六七八九十半几\\d上下])(?:周|星期|礼拜)(?P<days>[二三四五六日天])(?![年岁个次户人家名位条期班届])"
)
_NAMED = re.compile("(?:周|星期|礼拜)(?P<days>[一二三四五六日天末、到至和\\-周]+)")
_SPAN, _DAILY = re.compile("[到至末\\-]"), re.compile("工作日|双休|每天|天天")


def check_weekdays(trial: Trial) -> Iterator[Finding]:
    """A day of the week needs the same one in the notes, where they name any, and no span of days."""
    notes, prose = trial.notes.text, trial.prose.text
    told = list(_WEEKDAY.finditer(prose)) if "周" in prose or "星期" in prose or "礼拜" in prose else []
    given = "".join([found["days"] for found in _NAMED.finditer(notes)]) if told else ""
    if not given or _SPAN.search(given) or _DAILY.search(notes):
        return
    days = set(given.replace("天", "日"))
    for found in told:
        if found["days"].replace("天", "日") not in days:
            yield trial.told(FindingKind.DATE_CHANGED, *found.span())
