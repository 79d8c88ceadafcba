"""What a card asks about a note that seems to correct another one, and that several are undecided."""

from dataclasses import replace

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.parts import button, shortened
from bot.interview.corrections import Correcting, correcting, undecided
from bot.interview.state import DraftState
from bot.interview.texts import Texts

BEFORE_SHOWN = 60
READS_SHOWN = 300


def with_correction(card: Card, state: DraftState, texts: Texts) -> Card:
    """The card, which also asks whether a note takes the place of another, if there is one to ask about."""
    asked = correcting(state)
    if asked is None:
        return card
    blocks = (*card.blocks, *_question(asked, state, texts))
    return replace(card, blocks=blocks, buttons=(*_answers(asked, texts), *card.buttons))


def undecided_line(state: DraftState, texts: Texts) -> list[Block]:
    """That there are such notes, and at which questions."""
    labels = dict.fromkeys(state.asked.by_key[one.key].label for one in undecided(state))
    return [Block(texts("corrections_open", labels="、".join(labels)))] if labels else []


def _question(asked: Correcting, state: DraftState, texts: Texts) -> list[Block]:
    before = shortened(asked.before.reading, BEFORE_SHOWN)
    if asked.question.key == state.cursor:
        blocks = [Block(texts("correction_ask", before=before))]
    else:
        blocks = [Block(texts("correction_ask_elsewhere", label=asked.question.label, before=before))]
    if len(asked.ways) == 1:
        blocks.append(
            Block(texts("correction_reads", text=shortened(asked.ways[0].text, READS_SHOWN)), Style.SAID)
        )
    return blocks


def _answers(asked: Correcting, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    no = button(texts, "instead:no", key="correction_no")
    if len(asked.ways) == 1:
        return ((button(texts, "instead:0", key="correction_yes"), no),)
    each = [
        button(texts, f"instead:{number}", key="correction_this", old=way.old, new=way.new)
        for number, way in enumerate(asked.ways)
    ]
    return (*((one,) for one in each), (no,))
