"""Names, places and figures that look as if a draft had been made anonymous and these forgotten."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

PLACEHOLDER = re.compile(r"[XxＸ×]{2,}|\*{2,}|＊{2,}|[○〇]{2,}|某某|(?<![A-Za-z])X(?=[\u4e00-\u9fff])")
MANY = 5
_FIGURE = re.compile(
    r"(?<![\dA-Za-z.第“《“、])\d+(?:\.\d+)?(?:、\d+)*余?(?P<unit>万元|万人|亿元|[家个件次户名条处份亩元人场项起座台公米吨头])"
)
_EXAMPLE = re.compile(
    r"(?:以|学习|像|向)(?P<name>[\u4e00-\u9fff]{2,3}?)(?=等一?[批些位]|同志|等先进|精神|为榜样)"
)
_HEDGED = ("个方面", "次全", "个意识", "个自信", "个维护", "次会议", "个确立")


def strangers(reading: Reading) -> Iterator[Finding]:
    """Only in a text with several placeholders; each is a question."""
    if len(PLACEHOLDER.findall(reading.text)) < MANY:
        return
    text, book = reading.text, reading.book
    for match in _FIGURE.finditer(text):
        if not text.startswith(_HEDGED, match.start("unit")):
            yield reading.finding("leftovers.figure", match.start(), match.end("unit"))
    places = book.words("places")
    if places:
        for match in re.finditer("|".join(map(re.escape, places)), text):
            yield reading.finding("leftovers.place", match.start(), match.end())
    surnames, known = frozenset(book.words("surnames")), frozenset(book.words("models"))
    for match in _EXAMPLE.finditer(text):
        name = match["name"]
        if name[0] in surnames and name not in known:
            yield reading.finding("leftovers.person", *match.span("name"))
