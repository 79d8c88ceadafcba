"""The card that asks about a doubtful message."""

from bot.interview.card import Block, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.words import shortened
from bot.interview.texts import Texts

SHOWN = 600


def held_card(
    number: int, text: str, reason: str, texts: Texts, *, version: int, notice: str, editable: bool
) -> Card:
    """The message, what makes it doubtful, and the two answers; `editable` where a message can be changed."""
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks += [
        Block(texts("held_head"), Style.HEAD),
        Block(texts("held_text", reason=reason)),
        Block(shortened(text, SHOWN), Style.SAID),
        Block(texts("held_hint" if editable else "held_hint_again"), Style.HINT),
    ]
    rows = (
        (button(texts, f"held:yes:{number}", key="held_yes"),),
        (button(texts, f"held:no:{number}", key="held_no"),),
    )
    return Card(tuple(blocks), rows, 0, version)
