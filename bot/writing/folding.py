"""Text as it is compared with what a word processor gave back."""

from bot.widths import HALF

_QUOTES = dict.fromkeys(map(ord, "“”„‟＂«»"), '"') | dict.fromkeys(map(ord, "‘’‚‛＇`´"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–－"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FOLDED = {**HALF, **_QUOTES, **_DASHES, **_INVISIBLE}


def folded(text: str) -> str:
    """Without blanks; marks and figures of full and of half width, straight and curly quotes are the same."""
    return "".join(text.split()).translate(_FOLDED)
