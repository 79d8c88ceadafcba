"""From a card to a Telegram message: HTML with everything escaped, and an inline keyboard."""

from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Any

from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from bot.interview.card import Block, Button, Card, Style
from bot.interview.clipping import clipped, units

ELLIPSIS = "……"
_TAGS = {
    Style.HEAD: ("<b>", "</b>"),
    Style.HINT: ("<i>", "</i>"),
    Style.SAID: ("<blockquote>", "</blockquote>"),
    Style.PLAIN: ("", ""),
    Style.REPORT: ("", ""),
    Style.FOLDED: ("<blockquote expandable>", "</blockquote>"),
}

_QUOTES = (Style.SAID, Style.FOLDED)
_MOST_DATA = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
_MOST_SET_OFF = int(MessageLimit.MESSAGE_ENTITIES)
_MOST_TEXT = int(MessageLimit.MAX_TEXT_LENGTH)


def html(card: Card) -> str:
    """The card's text as Telegram HTML, never longer than a message may be, with everything escaped."""
    blocks = _fitting(_joined(card.blocks))
    text = _block(blocks[0])
    for before, block in pairwise(blocks):
        text += _between(before, block) + _block(block)
    return text


def buttons(card: Card) -> dict[str, Any]:
    """The card's buttons as parameters of a call; each carries draft, version and action.

    Plain data: objects of the library would be taken apart again for every card.
    """
    if not card.buttons:
        return {}
    return {
        "reply_markup": {"inline_keyboard": [[_button(card, one) for one in row] for row in card.buttons]}
    }


def _button(card: Card, button: Button) -> dict[str, Any]:
    if button.copy:
        return {"text": button.label, "copy_text": {"text": button.copy}}
    return {"text": button.label, "callback_data": _data(card, button.action)}


def _data(card: Card, action: str) -> str:
    data = f"{card.draft}:{card.version}:{action}"
    assert len(data.encode()) <= _MOST_DATA, data
    return data


def _block(block: Block) -> str:
    before, after = _TAGS[block.style]
    return before + escape(block.text, quote=False) + after


def _between(before: Block, block: Block) -> str:
    """An empty line where another kind of text begins; a quote stands off by itself."""
    quoted = block.style in _QUOTES or before.style in _QUOTES
    return "\n" if block.style is before.style or quoted else "\n\n"


def _joined(blocks: tuple[Block, ...]) -> list[Block]:
    """Neighbouring quotes become one, so that the phone shows one quote."""
    out: list[Block] = []
    for block in blocks:
        if out and block.style is Style.SAID is out[-1].style:
            out[-1] = Block(f"{out[-1].text}\n{block.text}", Style.SAID)
        else:
            out.append(block)
    return out


def _fitting(blocks: list[Block]) -> list[Block]:
    """The blocks, the longest cut short where all together would be more than a message holds.

    What is set off beyond the entities that a message may have is shown as plain text.
    """
    while (over := _length(blocks) - _MOST_TEXT) > 0:
        longest = max(range(len(blocks)), key=lambda index: units(blocks[index].text))
        keep = max(units(blocks[longest].text) - over - len(ELLIPSIS), 1)
        blocks[longest] = replace(blocks[longest], text=clipped(blocks[longest].text, keep) + ELLIPSIS)
    if len(blocks) <= _MOST_SET_OFF:
        return blocks
    set_off = [index for index, block in enumerate(blocks) if any(_TAGS[block.style])]
    for index in set_off[_MOST_SET_OFF:]:
        blocks[index] = replace(blocks[index], style=Style.PLAIN)
    return blocks


def _length(blocks: list[Block]) -> int:
    """How long they are together, as Telegram counts; of what is short anyway, at most so long."""
    most = sum(2 * len(block.text) + 2 for block in blocks)
    if most <= _MOST_TEXT:
        return most
    return sum(units(block.text) + 2 for block in blocks)
