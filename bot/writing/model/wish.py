"""What the person wants of a section beyond their notes."""

from dataclasses import dataclass

from bot.report import Sentence


@dataclass(frozen=True, slots=True)
class Wish:
    """`text` in the person's words (短一点); `again` counts their wishes for another try.

    `own` are sentences the person wrote by hand: they stand as they are, in place of the notes they rest on.
    """

    text: str = ""
    again: int = 0
    own: tuple[Sentence, ...] = ()


NO_WISH = Wish()
