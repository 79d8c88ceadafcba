"""Words without what stands between them: two messages that say the same are told by them."""

import re

from bot.widths import levelled

_MARKS = re.compile(r"[\s，,。.；;、！!：:…—~～“”\"‘’'「」（）()]+")
_FIGURE = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿几半XxＸｘ]")


def bare(text: str) -> str:
    """The words without blanks and marks, but for those inside figures: 3、5月 is not 35月."""
    return _MARKS.sub(_inside_a_figure, levelled(text))


def _inside_a_figure(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    inside = _FIGURE.match(text[start - 1 : start]) and _FIGURE.match(text[end : end + 1])
    return found.group() if inside else ""
