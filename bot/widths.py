"""Full-width signs as input methods leave them, and the half-width ones they stand for."""

HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""For `str.translate`: every sign of ASCII that there is in full width."""
_OF_FIGURES = {ord(sign): HALF[ord(sign)] for sign in "０１２３４５６７８９．／－"}


def levelled(text: str) -> str:
    """The text, of the same length, with figures and the signs inside them in half width: １．５ as 1.5."""
    return text.translate(_OF_FIGURES)
