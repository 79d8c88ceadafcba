"""How wide a line of type is, counted in Chinese characters."""

from unicodedata import east_asian_width

_HALF = frozenset({"Na", "H", "N"})
_WIDE_QUOTES = "“”‘’…—"


def width(text: str) -> float:
    """Characters of full width; letters and Arabic figures count as half."""
    return sum(0.5 if east_asian_width(char) in _HALF and char not in _WIDE_QUOTES else 1 for char in text)
