"""The finished report section by section: read it, have it written again, correct it by hand, compare."""

from collections.abc import Sequence

from bot.interview.board import Tally
from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button, copying
from bot.interview.cards.paging import page_of, turning, within
from bot.interview.cards.words import shortened
from bot.interview.cards.writing import tally_line
from bot.interview.finished import Part
from bot.interview.state import DraftState
from bot.interview.texts import Texts

LINES_ON_A_PAGE = 8
LINE_SHOWN = 140


def report_card(state: DraftState, texts: Texts, parts: tuple[Part, ...], tally: Tally, notice: str) -> Card:
    """All sections, a button each."""
    blocks = _head(notice, texts("report_head", title=state.outline.title))
    if told := tally_line(texts, tally):
        blocks.append(Block(told))
    blocks.append(Block(texts("report_hint"), Style.HINT))
    named = [Button(part.name, f"view:part:{part.key}:0") for part in parts]
    rows = [tuple(named[at : at + 2]) for at in range(0, len(named), 2)]
    rows.append(
        (button(texts, "finish", key="files_again"), button(texts, "view:question", key="to_question"))
    )
    return _card(state, texts, blocks, rows, texts("report_place"))


def part_card(
    state: DraftState, texts: Texts, part: Part, pages: tuple[str, ...], page: int, notice: str
) -> Card:
    """One section to be read, and what can be done with it."""
    page = within(page, len(pages))
    head = texts("part_head", name=part.name)
    if len(pages) > 1:
        head += texts("part_page", page=page + 1, pages=len(pages))
    blocks = [*_head(notice, head), Block(pages[page], Style.REPORT)]
    if told := tally_line(texts, part.tally):
        blocks.append(Block(told, Style.HINT))
    rows = turning(texts, f"part:{part.key}", page, len(pages))
    doing = [button(texts, f"view:lines:{part.key}:0", key="mend")]
    if part.rewritable:
        doing.insert(0, button(texts, f"view:wish:{part.key}", key="rewrite"))
    if part.has_others:
        doing.append(button(texts, f"view:compare:{part.key}", key="compare"))
    rows.append(tuple(doing))
    rows.append((button(texts, "view:report", key="all_parts"), button(texts, "finish", key="files_again")))
    return _card(state, texts, blocks, rows, part.name)


def short_card(
    state: DraftState, texts: Texts, spoken: Sequence[tuple[str, int]], summary: str, notice: str
) -> Card:
    """Shorter versions to choose from: `spoken` by name and minutes, and one of a page."""
    blocks = [*_head(notice, texts("short_head")), Block(texts("short_text"))]
    lasting = [Button(texts("short_minutes", minutes=m), f"shorter:{name}") for name, m in spoken]
    rows = [tuple(lasting[at : at + 2]) for at in range(0, len(lasting), 2)]
    rows.append((Button(texts("short_summary"), f"shorter:{summary}"),))
    rows.append(
        (button(texts, "view:report", key="to_report"), button(texts, "view:finished", key="to_finished"))
    )
    return _card(state, texts, blocks, rows, texts("short_head"))


def wish_card(state: DraftState, texts: Texts, part: Part, notice: str) -> Card:
    """Asks how a section is to be written again."""
    blocks = _head(notice, texts("wish_head", name=part.name))
    blocks.append(Block(texts("wish_text")))
    if part.wish:
        blocks.append(Block(texts("wish_before", text=part.wish), Style.SAID))
    blocks.append(Block(texts("wish_hint"), Style.HINT))
    quick = [
        Button(texts("wish_shorter"), f"rewrite:{part.key}:shorter"),
        Button(texts("wish_longer"), f"rewrite:{part.key}:longer"),
        Button(texts("wish_plainer"), f"rewrite:{part.key}:plainer"),
        Button(texts("wish_again"), f"rewrite:{part.key}:again"),
    ]
    rows = [tuple(quick[:2]), tuple(quick[2:]), (button(texts, f"view:part:{part.key}:0", key="leave_it"),)]
    return _card(state, texts, blocks, rows, part.name)


def lines_card(
    state: DraftState, texts: Texts, part: Part, lines: tuple[str, ...], page: int, notice: str
) -> Card:
    """The sentences of a section, numbered, a button each to correct it by hand."""
    shown = page_of(lines, page, LINES_ON_A_PAGE)
    blocks = _head(notice, texts("lines_head", name=part.name))
    listed = [texts("lines_line", n=n, text=shortened(line, LINE_SHOWN)) for n, line in shown.numbered()]
    blocks.append(Block("\n".join(listed) if listed else texts("lines_none"), Style.REPORT))
    numbered = [Button(str(n), f"view:mend:{part.key}:{part.id}:{n - 1}") for n, _ in shown.numbered()]
    rows = [tuple(numbered[at : at + 4]) for at in range(0, len(numbered), 4)]
    rows += turning(texts, f"lines:{part.key}", shown.number, shown.pages)
    rows.append((button(texts, f"view:part:{part.key}:0", key="leave_it"),))
    return _card(state, texts, blocks, rows, part.name)


def mend_card(state: DraftState, texts: Texts, part: Part, line: str, notice: str) -> Card:
    """One sentence, to be sent back as it should read."""
    blocks = _head(notice, texts("mend_head", name=part.name))
    blocks += [Block(line, Style.SAID), Block(texts("mend_text")), Block(texts("mend_hint"), Style.HINT)]
    rows = [(*copying(texts, line), button(texts, f"view:lines:{part.key}:0", key="leave_it"))]
    return _card(state, texts, blocks, rows, part.name)


def compare_card(
    state: DraftState, texts: Texts, part: Part, present: str, other: str, other_id: int, notice: str
) -> Card:
    """The version that stands and another, one under the other; either can be kept."""
    blocks = _head(notice, texts("compare_head", name=part.name))
    blocks += [
        Block(texts("compare_present", n=_length(present))),
        Block(present, Style.FOLDED),
        Block(texts("compare_other", n=_length(other))),
        Block(other, Style.FOLDED),
    ]
    rows: list[tuple[Button, ...]] = [
        (
            button(texts, f"view:part:{part.key}:0", key="keep_present"),
            button(texts, f"keep:{part.key}:{other_id}", key="keep_other"),
        )
    ]
    if part.rewritable:
        rows.append((button(texts, f"view:wish:{part.key}", key="rewrite"),))
    return _card(state, texts, blocks, rows, part.name)


def _head(notice: str, head: str) -> list[Block]:
    return [Block(notice, Style.HINT)] * bool(notice) + [Block(head, Style.HEAD)]


def _card(
    state: DraftState, texts: Texts, blocks: list[Block], rows: Sequence[tuple[Button, ...]], place: str
) -> Card:
    return Card(tuple(blocks), tuple(rows), state.id, state.version, texts("place_view", name=place))


def _length(text: str) -> int:
    return len("".join(text.split()))
