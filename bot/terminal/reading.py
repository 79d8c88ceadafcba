"""From a typed line to a move."""

import re

from bot.interview.card import Card
from bot.interview.move import Command, Move, Press, Say

_COMMAND = re.compile(r"[/／]([A-Za-z]\w*)(?:@\w+)?(?:\s|$)")


def read(line: str, card: Card, *, piped: bool = False) -> Move:
    """A command, a button of the card by its number or its label, or else something said.

    A number with a blank in front is always something said, without the blank. Piped numbers answer a
    question, unless what they number answers it: nobody sees there which buttons a question will have. What
    signs a declaration has no number: it is typed.
    """
    if command := _COMMAND.match(line):
        return Command(command.group(1).lower())
    if re.fullmatch(r"[ \u3000]+\d+\s*", line):
        return Say(line.strip())
    buttons = card.numbered()
    typed = line.strip()
    if typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= len(buttons):
        button = buttons[int(typed) - 1]
        if not (piped and card.question) or button.answers:
            return Press(card.draft, card.version, button.action)
    for button in card.labels():
        if typed == button.label:
            return Press(card.draft, card.version, button.action)
    return Say(line)
