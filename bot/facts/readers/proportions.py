"""Reading proportions: 1:6, 1比6, 三比一."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..lexicon import Lexicon
from ..text.spans import Claims
from .hedging import hedge_after, hedge_before
from .number_forms import parse_amount

_SIDE = r"\d{1,4}(?:\.\d+)?|[一二两三四五六七八九十]{1,3}"
_SAID = re.compile(
    rf"(?<![\d.一二三四五六七八九十百千万第])(?P<one>{_SIDE})比(?P<two>{_SIDE})(?![\d.%百千万亿个年月])"
)
_WRITTEN = re.compile(r"(?<![\d.:])(?P<one>\d{1,4}(?:\.\d+)?):(?P<two>\d{1,4}(?:\.\d+)?)(?![\d.:])")
_ABOUT = re.compile(r"比|配|例|率|赔|压")
_AROUND = 16


def read_proportions(text: str, lexicon: Lexicon, claims: Claims) -> Iterator[Fact]:
    """Read every proportion. `value` is the first side divided by the second, so that 2:12 is 1:6.

    A written one is told from a time of day by a word near it that speaks of proportions.
    """
    said = _SAID.finditer(text) if "比" in text else ()
    written = _WRITTEN.finditer(text) if ":" in text else ()
    for found in (*said, *written):
        if claims.touches(found.start(), found.end()):
            continue
        if found.re is _WRITTEN and not _ABOUT.search(
            text, max(0, found.start() - _AROUND), found.end() + _AROUND
        ):
            continue
        one, two = parse_amount(found["one"]), parse_amount(found["two"])
        if one is None or not two:
            continue
        start, before = hedge_before(text, found.start(), lexicon, "proportion")
        end, after = hedge_after(text, found.end(), lexicon, "proportion")
        claims.take(start, end)
        yield Fact(
            FactKind.RATIO,
            start,
            end,
            text[start:end],
            one / two,
            unit=":",
            measure="proportion",
            hedge=after or before,
        )
