"""From what the loop counted to what a person is told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.interview.board import Tally

if TYPE_CHECKING:
    from bot.writing.model import SectionTally, Spent


def tally_of_sections(sections: Sequence["SectionTally"]) -> Tally:
    """Who wrote how many sentences of these sections, and what was found in them."""
    return Tally(
        by_model=sum(section.by_model for section in sections),
        by_plain=sum(section.by_plain for section in sections),
        by_hand=sum(section.by_hand for section in sections),
        found=sum(len(section.found) for section in sections),
        repaired=sum(section.repaired for section in sections),
    )


def tally_of_calls(sections: Sequence["SectionTally"], spent: "Spent | None") -> Tally:
    """The same with the reasons why calls failed; `spent` is None where nobody could be asked."""
    counted = tally_of_sections(sections)
    failed = tuple(sorted(spent.whys)) if spent else ()
    return Tally(counted.by_model, counted.by_plain, counted.by_hand, counted.found, counted.repaired, failed)
