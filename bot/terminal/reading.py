"""From a typed line to a move."""

import re

from bot.interview.card import Card
from bot.interview.move import Command, Move, Press, Say

_COMMAND = re.compile(r"[/／]([A-Za-z]\w*)(?:@\w+)?(?:\s|$)")


def read(line: str, card: Card) -> Move:
    """A command, a button of the card by its number or its label, or else something said.

    A number with a blank in front is always something said, without the blank.
    """
    if command := _COMMAND.match(line):
        return Command(command.group(1).lower())
    if re.fullmatch(r"[ \u3000]+\d+\s*", line):
        return Say(line.strip())
    buttons = card.labels()
    typed = line.strip()
    if typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= len(buttons):
        return Press(card.draft, card.version, buttons[int(typed) - 1].action)
    for button in buttons:
        if typed == button.label:
            return Press(card.draft, card.version, button.action)
    return Say(line)
