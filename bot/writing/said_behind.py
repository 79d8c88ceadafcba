"""A bare figure sent right behind a note that lacks it: 参加了几次征地拆迁, and then 5次."""

import re
from collections.abc import Sequence

from bot.interview.told_anew import Value, value_told
from bot.report import Sentence

_HOW_MANY = r"(?<![十百千万好])好?(?:几|多少)"


def with_figures(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with each bare figure in the one before it: in the place of 好几次, or behind a comma.

    A sentence of several, or one that ends in a figure of that kind itself, keeps to itself.
    """
    out: list[Sentence] = []
    for sentence in sentences:
        subject, value = value_told(sentence.text.removesuffix("。"))
        joined = _joined(out[-1].text, value) if out and value is not None and not subject else None
        if joined is None:
            out.append(sentence)
        else:
            out[-1] = Sentence(joined, out[-1].sources + sentence.sources)
    return out


def _joined(before: str, value: Value) -> str | None:
    if not before.endswith("。") or "。" in before[:-1] or not value.unit:
        return None
    counted = rf"{_HOW_MANY}{re.escape(value.unit)}"
    if re.search(rf"(?:[\d一二两三四五六七八九十百千万亿来多余]|[十百]几){re.escape(value.unit)}", before):
        return None
    if len(re.findall(counted, before)) == 1:
        return re.sub(counted, value.text, before)
    return None if re.search(r"\d", before) else f"{before[:-1]}，{value.text}。"
