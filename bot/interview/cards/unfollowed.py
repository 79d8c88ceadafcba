"""What a card tells of sentences by hand whose notes have changed since, and how the person settles it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.interview.card import Block, Button, Card
from bot.interview.cards.buttons import button
from bot.interview.cards.words import shortened
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.interview.unfollowed import Unfollowed

SHOWN = 120
LISTED = 6


def with_unfollowed(card: Card, state: DraftState, texts: Texts, found: Sequence[Unfollowed]) -> Card:
    """The card of a question, which also asks which holds: its note, or the sentence by hand."""
    here = [one for one in found if one.question == state.cursor]
    if not here:
        return card
    blocks = [Block(_asked(texts, one)) for one in here]
    rows = [
        (
            button(texts, f"holds:note:{one.key}", key="note_holds"),
            button(texts, f"holds:hand:{one.key}", key="hand_holds"),
        )
        for one in here
    ]
    return replace(card, blocks=(*card.blocks, *blocks), buttons=(*rows, *card.buttons))


def unfollowed_lines(texts: Texts, found: Sequence[Unfollowed]) -> list[Block]:
    """That the report has such sentences, each with what was said since."""
    if not found:
        return []
    lines = [texts("unfollowed_open", n=len(found))]
    lines += [_listed(texts, one) for one in found[:LISTED]]
    return [Block("\n".join(lines))]


def unfollowed_button(texts: Texts, found: Sequence[Unfollowed]) -> list[tuple[Button, ...]]:
    """The way to the first of them."""
    return [(button(texts, f"go:{found[0].question}", key="to_unfollowed"),)] if found else []


def newly_unfollowed(texts: Texts, found: Sequence[Unfollowed], asked_at: str) -> str:
    """A remark on each sentence that does not follow what was just said, but that of the card which asks."""
    return "".join(
        texts("unfollowed_gone" if not one.sentence else "unfollowed", **_values(one))
        for one in found
        if one.question != asked_at
    )


def _asked(texts: Texts, one: Unfollowed) -> str:
    return texts("unfollowed_ask_gone" if not one.sentence else "unfollowed_ask", **_values(one))


def _listed(texts: Texts, one: Unfollowed) -> str:
    return texts("unfollowed_line_gone" if not one.sentence else "unfollowed_line", **_values(one))


def _values(one: Unfollowed) -> dict[str, str]:
    return {
        "label": one.label,
        "note": shortened(one.note, SHOWN),
        "sentence": shortened(one.sentence, SHOWN),
    }
