"""Cutting text short without cutting what people see as one character."""

import unicodedata

ZERO_WIDTH_JOINER = "\u200d"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_TAGS = ("\U000e0020", "\U000e007f")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


def units(text: str) -> int:
    """How long Telegram counts a text: most emoji and rare characters count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clipped(text: str, most: int) -> str:
    """The longest beginning of at most `most` units that ends where a visible character ends."""
    if units(text) <= most:
        return text
    start = text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore")
    end = len(start)
    while end and _inside(text, end):
        end -= 1
    return text[:end]


def _inside(text: str, at: int) -> bool:
    """Whether a cut at `at` would fall inside a visible character."""
    before, after = text[at - 1], text[at]
    if ZERO_WIDTH_JOINER in (before, after) or (before, after) == ("\r", "\n"):
        return True
    if unicodedata.category(after) in ("Mn", "Me", "Mc") or _between(after, _SKIN_TONES):
        return True
    if _between(after, _TAGS):
        return True
    letters = 0
    while letters < at and _between(text[at - 1 - letters], _FLAG_LETTERS):
        letters += 1
    return _between(after, _FLAG_LETTERS) and letters % 2 == 1


def _between(character: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= character <= ends[1]
