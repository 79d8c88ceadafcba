"""What a card asks about a note that seems to correct another one, and that several are undecided."""

import re
from dataclasses import replace

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.words import shortened
from bot.interview.corrections import Correcting, correcting, undecided
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.interview.way import Way

AROUND_SHOWN = 16
BEFORE_SHOWN = 60
READS_SHOWN = 300
_BREAKS = re.compile(r"[，,。；;！!？?\n]")


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


def undecided_button(state: DraftState, texts: Texts) -> list[tuple[Button, ...]]:
    """The way to the first of them."""
    open_ = undecided(state)
    return [(button(texts, f"go:{open_[0].key}", key="to_corrections"),)] if open_ else []


def _question(asked: Correcting, state: DraftState, texts: Texts) -> list[Block]:
    notes = {one.before.seq: one for one in asked.ways}
    last = state.answer(asked.key).words[-1].seq == asked.note.seq
    said = shortened(asked.note.text, BEFORE_SHOWN)
    which = texts("correction_last") if last else texts("correction_earlier", text=said)
    if len(notes) > 1:
        return [Block(texts("correction_ask_which", which=which))]
    one = asked.ways[0]
    label, before = one.question.label, shortened(one.before.reading, BEFORE_SHOWN)
    if one.question.key == state.cursor:
        blocks = [Block(texts("correction_ask", which=which, before=before))]
    else:
        blocks = [Block(texts("correction_ask_elsewhere", which=which, label=label, before=before))]
    if len(asked.ways) == 1:
        if one.way.old:
            blocks.append(Block(texts("correction_change", old=one.way.old, new=one.way.new), Style.SAID))
        blocks.append(Block(texts("correction_reads", text=shortened(one.way.text, READS_SHOWN)), Style.SAID))
    return blocks


def _answers(asked: Correcting, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    no = button(texts, "instead:no", key="correction_no")
    if len(asked.ways) == 1:
        return ((button(texts, "instead:0", key="correction_yes"), no),)
    each = [Button(label, f"instead:{number}") for number, label in enumerate(choices(asked, texts))]
    return (*((one,) for one in each), (no,))


def choices(asked: Correcting, texts: Texts) -> list[str]:
    """What the buttons say where several figures may be meant: which, and what takes its place."""
    several = len({one.before.seq for one in asked.ways}) > 1
    return [
        texts(
            "correction_this",
            old=shortened(_around(one.way), AROUND_SHOWN) if several else one.way.old,
            new=one.way.new,
        )
        for one in asked.ways
    ]


def _around(way: Way) -> str:
    """The words in front of what changes, with it."""
    return _BREAKS.split(way.text[: way.at])[-1] + way.old
