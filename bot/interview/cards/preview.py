"""The preview: the report as it stands, section by section, each folded and with its ways to change it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button, copying
from bot.interview.cards.paging import turning, within
from bot.interview.clipping import units
from bot.interview.state import DraftState
from bot.interview.texts import Texts

PAGE = 3600
SECTIONS_ON_A_PAGE = 5


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A section of the report, or a piece of a long one.

    `change` is the section of the interview that it comes from, `rewrite` the key by which a model can write
    it again; each is empty where there is none.
    """

    name: str
    text: str
    change: str = ""
    rewrite: str = ""


def preview_card(state: DraftState, texts: Texts, excerpts: Sequence[Excerpt], page: int) -> Card:
    """One page of the report as it stands; each page fits into one message and nothing is cut."""
    place = texts("place_view", name=texts("preview"))
    last = (button(texts, "view:question", key="to_question"), button(texts, "finish"))
    if not excerpts:
        return Card((Block(texts("preview_empty")),), (last,), state.id, state.version, place)
    pages = list(_pages(excerpts))
    page = within(page, len(pages))
    blocks = [Block(texts("preview_head", page=page + 1, pages=len(pages)), Style.HEAD)]
    rows: list[tuple[Button, ...]] = []
    for excerpt in pages[page]:
        blocks += [Block(texts("preview_section", name=excerpt.name)), Block(excerpt.text, Style.FOLDED)]
        if row := _row(excerpt, texts):
            rows.append(row)
    rows += [*turning(texts, "preview", page, len(pages)), last]
    return Card(tuple(blocks), tuple(rows), state.id, state.version, place)


def _row(excerpt: Excerpt, texts: Texts) -> tuple[Button, ...]:
    row = []
    if excerpt.change:
        row.append(button(texts, f"view:section:{excerpt.change}:0", key="preview_change", name=excerpt.name))
    if excerpt.rewrite:
        row.append(button(texts, f"view:wish:{excerpt.rewrite}", key="rewrite"))
    return (*row, *copying(texts, excerpt.text))


def _pages(excerpts: Sequence[Excerpt]) -> Sequence[Sequence[Excerpt]]:
    pages: list[list[Excerpt]] = [[]]
    filled = 0
    for excerpt in excerpts:
        size = units(excerpt.text) + units(excerpt.name)
        if pages[-1] and (filled + size > PAGE or len(pages[-1]) == SECTIONS_ON_A_PAGE):
            pages.append([])
            filled = 0
        pages[-1].append(excerpt)
        filled += size
    return pages
