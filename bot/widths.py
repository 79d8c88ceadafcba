"""Full-width signs as input methods leave them, and the half-width ones they stand for."""

import re

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""For `str.translate`: every sign of ASCII that there is in full width."""
_FULL = "０１２３４５６７８９．／－"
_OF_FIGURES = {ord(sign): HALF[ord(sign)] for sign in _FULL}
_ANY = re.compile(f"[{_FULL}]")
"""Most texts have none, and to look for one costs a tenth of translating."""


def levelled(text: str) -> str:
    """The text, of the same length, with figures and the signs inside them in half width: １．５ as 1.5."""
    return text.translate(_OF_FIGURES) if _ANY.search(text) else text
