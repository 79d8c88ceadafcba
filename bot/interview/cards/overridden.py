"""What a card tells of words set in Word that an answer has put out of force since, and the way back."""

from dataclasses import replace

from bot.interview.by_hand import DECLARED, Overridden
from bot.interview.card import Block, Card
from bot.interview.cards.buttons import button
from bot.interview.cards.words import shortened
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.interview.word_back import DECLARATION

SHOWN = 120


def with_overridden(card: Card, state: DraftState, texts: Texts) -> Card:
    """The card of a question, which also tells what its answer has put out of force, with a way back."""
    here = [(n, one) for n, one in enumerate(state.by_hand.overridden) if _told_at(state, one)]
    if not here:
        return card
    blocks = [Block(_told(texts, one)) for _, one in here]
    rows = [
        (button(texts, f"again:{number}", key="word_take_again", what=_name(texts, one)),)
        for number, one in here
    ]
    return replace(card, blocks=(*card.blocks, *blocks), buttons=(*rows, *card.buttons))


def newly_overridden(before: DraftState, after: DraftState, texts: Texts) -> str:
    """One line on what a move has put out of force, where the card that follows does not tell it itself."""
    known = {one.place for one in before.by_hand.overridden}
    lost = (one for one in after.by_hand.overridden if one.place not in known and not _told_at(after, one))
    names = dict.fromkeys(_name(texts, one) for one in lost if _counts(after, one))
    return texts("word_gone_elsewhere", what="、".join(names)) if names else ""


def _told_at(state: DraftState, one: Overridden) -> bool:
    return state.cursor in one.by and _counts(state, one)


def _counts(state: DraftState, one: Overridden) -> bool:
    """Whether the place is in the report at all: a declaration that is not confirmed is not."""
    return one.kind != DECLARED or any(state.answer(key).declared == "yes" for key in one.by)


def _told(texts: Texts, one: Overridden) -> str:
    if not one.text:
        return texts("word_gone_taken_out", what=_name(texts, one))
    return texts("word_gone", what=_name(texts, one), text=shortened(one.text, SHOWN))


def _name(texts: Texts, one: Overridden) -> str:
    return texts(f"returned_at_{DECLARATION if one.kind == DECLARED else one.kind}")
