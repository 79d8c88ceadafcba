"""A number with its unit as a fact, with the hedges around it."""

from __future__ import annotations

import re
from decimal import Decimal

from ..fact import Fact, FactKind, Hedge
from ..lexicon import Lexicon, Measure
from .hedging import EXACT, LONG, hedge_after, hedge_before

_QUANTITY, _COUNT = FactKind.QUANTITY, FactKind.COUNT
_COMPARED_TO = re.compile("(?:(?<![占同环对])比|(?<!计)较)[前上这头往]?$")
"""白鹭比前两年多: there are more of them, not more than two years."""
NO_UNIT = Measure("", Decimal(1))
PERCENT = Measure("percent", Decimal(1))


def measured(
    text: str,
    span: tuple[int, int],
    value: tuple[Decimal, Decimal | None],
    unit: str,
    measure: Measure,
    lexicon: Lexicon,
    hedge: Hedge = EXACT,
    scale: str = "",
) -> Fact:
    """The number written in a span. Hedges beside it widen the span; `hedge`, said inside it, counts more."""
    start, before = hedge_before(text, span[0], lexicon, measure.group)
    end, after = hedge_after(text, span[1], lexicon, measure.group)
    if end > span[1] and text[end - 1] == "多" and _COMPARED_TO.search(text, max(0, start - 3), start):
        end, after = span[1], EXACT
    kind = _QUANTITY
    if value[1] is not None:
        kind = FactKind.RANGE
    elif measure.group in {"percent", "point"}:
        kind = FactKind.PERCENTAGE
    elif measure.factor == 1 and measure.group not in LONG and unit:
        kind = _COUNT
    return Fact(
        kind,
        start,
        end,
        text[start:end],
        *value,
        unit,
        measure.group,
        measure.factor,
        scale,
        hedge or (before if before and text[end - 1] == "吧" else after or before),
    )
