"""The slip under a spoken message: what was heard, or why nothing was, and what to do about it."""

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.clipping import clipped
from bot.interview.texts import Texts

FOLDED_FROM = 3000


def voice_card(texts: Texts, number: int, look: str, words: str) -> Card:
    """The slip of voice `number`. `look` is its state and problem, as waiting:silent; `words` were heard."""
    state, _, problem = look.partition(":")
    rows: list[tuple[Button, ...]] = []
    match state:
        case "heard" | "correcting":
            blocks = [Block(texts("voice_head"), Style.HINT), *_words(texts, words)]
            if state == "correcting":
                blocks.append(Block(texts("voice_type")))
                rows = [(_button(texts, "keep", "voice_as_heard"),), (_button(texts, "again"),)]
            else:
                rows = [
                    (_button(texts, "keep"),),
                    (_button(texts, "correct"), _button(texts, "again")),
                ]
        case "waiting" if problem:
            blocks = [Block(texts(f"voice_{problem}"))]
            rows = [(_button(texts, "retry"), _button(texts, "again"))] if problem != "limit" else []
        case "dropped" if problem:
            blocks = [Block(texts(f"voice_{problem}"))]
        case _:
            blocks = [Block(texts(f"voice_{state}"))]
    return Card(tuple(blocks), tuple(rows), draft=0, version=number)


def _words(texts: Texts, words: str) -> list[Block]:
    if len(words) <= FOLDED_FROM:
        return [Block(words, Style.SAID)]
    folded = Block(clipped(words, FOLDED_FROM) + "……", Style.SAID)
    return [folded, Block(texts("voice_folded", n=len(words)), Style.HINT)]


def _button(texts: Texts, action: str, key: str = "") -> Button:
    return button(texts, f"voice:{action}", key=key or f"voice_{action}")
