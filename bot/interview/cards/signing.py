"""What a card asks about a signing date that was not told in full."""

from dataclasses import replace
from datetime import date

from bot.interview.asked import END
from bot.interview.card import Block, Card
from bot.interview.cards.buttons import button
from bot.interview.signing import day_meant, in_full
from bot.interview.state import DraftState
from bot.interview.texts import Texts


def with_date(card: Card, state: DraftState, texts: Texts, today: date) -> Card:
    """The card of that question, or one behind the last question, which also shows the date in full."""
    day = day_meant(state, today) if state.cursor in ("sign_date", END) else None
    if day is None:
        return card
    said = state.answer("sign_date").value
    asks = Block(texts("date_ask", said=said, full=in_full(day)))
    takes = button(texts, f"dated:{day.isoformat()}", key="date_take", full=in_full(day))
    return replace(card, blocks=(*card.blocks, asks), buttons=((takes,), *card.buttons))
