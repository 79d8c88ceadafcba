"""Numbers in front of headings and items: 一、（一）1. and 一是."""

import re

from bot.interview.outline import Numbering
from bot.numerals import chinese

MOST_ITEMS = 10
LONGEST_HEADING = 40

_FORMS: tuple[tuple[Numbering, re.Pattern[str]], ...] = (
    ("chinese", re.compile(r"([一二三四五六七八九十百]+)[、.．]\s*")),
    ("paren", re.compile(r"[（(]([一二三四五六七八九十百]+)[）)]、?\s*")),
    ("digit", re.compile(r"\d{1,2}[.．、](?!\d)\s*")),
)


def heading_number(style: Numbering, number: int) -> str:
    """What stands in front of a heading, per GB/T 9704-2012, 7.3.3: 一、 then （一） then 1."""
    match style:
        case "chinese":
            return f"{chinese(number)}、"
        case "paren":
            return f"（{chinese(number)}）"
        case "digit":
            return f"{number}."


def item_number(number: int) -> str:
    """What opens an item in running text: 一是."""
    return f"{chinese(number)}是"


def heading_form(line: str) -> Numbering | None:
    """How the number of a line is written, if the line is a numbered heading; a whole sentence is none."""
    if len(line) > LONGEST_HEADING or line.endswith(("。", "！", "？", "；")):
        return None
    return next((style for style, form in _FORMS if form.match(line)), None)


def unnumbered(heading: str) -> str:
    """A heading without its number."""
    found = next((match for _, form in _FORMS if (match := form.match(heading))), None)
    return heading[found.end() :] if found and heading_form(heading) else heading
