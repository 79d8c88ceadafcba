"""What the person wants of a section beyond their notes."""

from dataclasses import dataclass, replace

from bot.report import Sentence, Source


@dataclass(frozen=True, slots=True)
class OwnLead:
    """A sentence by hand that rests on no note: before or `behind` what is told of the note `beside`.

    Without `beside` it is the lead of the section's paragraph that has no notes.
    """

    text: str
    beside: Source | None = None
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """`text` in the person's words (短一点); `again` counts their wishes for another try.

    `own` are sentences the person wrote by hand: they stand as they are, in place of the notes they rest on;
    one without words has been taken out.
    `own_leads` stand in place of the leads there.
    """

    text: str = ""
    again: int = 0
    own: tuple[Sentence, ...] = ()
    own_leads: tuple[OwnLead, ...] = ()

    @property
    def by_hand(self) -> tuple[str, ...]:
        """Every sentence the person wrote."""
        texts = (*(sentence.text for sentence in self.own), *(lead.text for lead in self.own_leads))
        return tuple(text for text in texts if text)

    def with_words(self, said: str) -> "Wish":
        """The wish for the next version: what is said now too; without words another try. By hand stays."""
        if not said:
            return replace(self, again=self.again + 1)
        return replace(self, text=f"{self.text}；{said}" if self.text else said, again=0)


NO_WISH = Wish()
