"""Speech without commas, cut where a speaker would take breath: 钻井一百二十米|水不多|明年想再打一口."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ALL = re.compile(".*", re.DOTALL)
_LONG, _LEAST = 15, 5
_BREATH = re.compile(
    r"(?=正在|已经|目前|现在|还[有在没]|年底[前能]|但是?|不过|就是|因为|所以|后来)|"
    r"(?:[了的过]|[\d一二两三四五六七八九十百千万亿半](?:[亩户家人个吨座处件起条项次场天台套斤米万亿元名口眼宗]|公里|块钱))"
    r"(?=[我你他她咱还剩其有没都现今明去年打准后另再又就才也是不]|[\u4e00-\u9fff]{2,4}(?:[那这]边|搞|是|有|想|才|还))"
)


def breaths(found: re.Match[str]) -> Iterator[re.Match[str]]:
    """The match itself; of one that is longer than anybody writes without a comma, its parts in order.

    Every part has six characters and more.
    """
    text, start, end = found.string, found.start(), found.end()
    if end - start <= _LONG:
        yield found
        return
    for breath in _BREATH.finditer(text, start, end):
        if breath.end() - start >= _LEAST and end - breath.end() >= _LEAST:
            yield _span(text, start, breath.end())
            start = breath.end()
    yield _span(text, start, end)


def _span(text: str, start: int, end: int) -> re.Match[str]:
    part = _ALL.match(text, start, end)
    assert part is not None
    return part
