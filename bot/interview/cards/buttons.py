"""Buttons, with the words on them."""

from bot.interview.card import Button
from bot.interview.clipping import units
from bot.interview.texts import Texts

COPIED = 256
"""As much as a button can put on the clipboard."""


def button(texts: Texts, action: str, *, key: str = "", **values: object) -> Button:
    """A button whose label stands in the texts under `key`, or under its action."""
    return Button(texts(key or action, **values), action)


def copying(texts: Texts, text: str) -> tuple[Button, ...]:
    """A button that copies a short text; none for one that no clipboard button can carry."""
    return (Button(texts("copy"), "", text),) if text and units(text) <= COPIED else ()
