"""Growth told beside its two figures: 由120万元增长到150万元，增长20%."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_NUMBER = r"\d{1,12}(?:\.\d{1,4})?"
_GROWTH = re.compile(
    rf"[由从](?:[^，。；\d]|(?:20)?\d\d年){{0,10}}?(?P<old>{_NUMBER})(?P<unit>[\u4e00-\u9fff]{{1,3}}?)"
    rf"[^，。；\d]{{0,6}}?(?P<way>增长|增加|提高|上升|提升|下降|减少|降低|降)(?:到|至|为)了?"
    rf"(?:[^，。；\d]|(?:20)?\d\d年){{0,8}}?(?P<new>{_NUMBER})(?P=unit)[^。；\d]{{0,10}}?"
    rf"(?:增长|增幅|增加|提高|上升|提升|下降|减少|降低|降幅)[达为了]{{0,2}}(?P<told>(?P<rate>{_NUMBER})[%％])"
)
_TOLERANCE = Decimal("0.6")


def growth(reading: Reading) -> Iterator[Finding]:
    """A rate that does not follow from the two figures beside it, rounding allowed for."""
    for match in _GROWTH.finditer(reading.text):
        old, new = Decimal(match["old"]), Decimal(match["new"])
        if not old:
            continue
        rate = abs(new - old) * 100 / old
        if abs(rate - Decimal(match["rate"])) > _TOLERANCE:
            shown = f"{rate.quantize(Decimal('0.1')).normalize():f}%"
            yield reading.finding("figures.growth", *match.span("told"), due=shown)
