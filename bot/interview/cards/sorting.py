"""The card that asks which gap some words fill."""

from bot.interview.answer import Note
from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.ending import GAPS_ON_A_PAGE
from bot.interview.cards.paging import page_of, turning
from bot.interview.cards.words import gap_line, shortened
from bot.interview.state import DraftState
from bot.interview.texts import Texts

SHOWN = 160


def sorting_card(state: DraftState, texts: Texts, note: Note, page: int) -> Card:
    """The words, the gaps with a button each, and one that leaves the words where they are."""
    shown = page_of(state.report_gaps, page, GAPS_ON_A_PAGE)
    blocks = (
        Block(texts("sort_head"), Style.HEAD),
        Block(shortened(note.text, SHOWN), Style.SAID),
        Block("\n".join(gap_line(texts, gap, number) for number, gap in shown.numbered())),
        Block(texts("sort_hint"), Style.HINT),
    )
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                texts("fill_this", label=f"{number}. {gap.question.label}"), f"fill:{note.seq}:{number - 1}"
            ),
        )
        for number, gap in shown.numbered()
    ]
    rows += turning(texts, f"sort:{note.seq}", shown.number, shown.pages)
    rows.append((button(texts, "view:gaps:0", key="sort_other"),))
    return Card(blocks, tuple(rows), state.id, state.version, texts("place_view", name=texts("to_gaps")))
