"""The cards while a report is being written, and the one honest line when it is done."""

from bot.interview.board import Board, Stand, Tally
from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.progress import bar
from bot.interview.state import DraftState
from bot.interview.texts import Texts

TEXT_SHOWN = 900
MARKS = {Stand.DONE: "mark_given", Stand.WRITING: "mark_writing", Stand.WAITING: "mark_open"}


def writing_card(state: DraftState, texts: Texts, board: Board, notice: str) -> Card:
    """Sections done, being written and waiting, and the end of the text that is growing."""
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("writing_head", title=state.outline.title), Style.HEAD))
    if board.lines:
        done = board.count(Stand.DONE)
        drawn, percent = bar(done, len(board.lines))
        lines = [
            texts("writing_line", mark=texts(MARKS[line.stand]), name=line.name)
            for line in board.lines.values()
        ]
        counts = texts(
            "writing_counts",
            done=done,
            writing=board.count(Stand.WRITING),
            waiting=board.count(Stand.WAITING),
        )
        blocks += [Block(texts("bar", bar=drawn, percent=percent), Style.HEAD), Block("\n".join(lines))]
        blocks.append(Block(counts, Style.HINT))
        if board.text:
            blocks.append(Block(board.text[-TEXT_SHOWN:], Style.FOLDED))
    else:
        blocks.append(Block(texts("writing_soon")))
    blocks.append(Block(texts("writing_hint"), Style.HINT))
    rows: tuple[tuple[Button, ...], ...] = (
        (button(texts, "stop"), button(texts, "view:question", key="to_question")),
    )
    return Card(
        tuple(blocks), rows, state.id, state.version, texts("place_view", name=texts("writing_place"))
    )


def stopped_card(state: DraftState, texts: Texts, notice: str) -> Card:
    """Writing was stopped: what is kept, and what can be done now."""
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks += [Block(texts("stopped_head"), Style.HEAD), Block(texts("stopped_text"))]
    rows = (
        (button(texts, "finish", key="write_on"), button(texts, "plain", key="write_plain")),
        (button(texts, "view:question", key="to_question"),),
    )
    return Card(tuple(blocks), rows, state.id, state.version, texts("place_view", name=texts("stopped_head")))


def tally_line(texts: Texts, tally: Tally) -> str:
    """Who wrote how much, what was found and repaired, and what went wrong; empty if no model was asked."""
    if not (tally.by_model or tally.found or tally.failed):
        return texts("tally_hand", n=tally.by_hand) if tally.by_hand else ""
    told = texts("tally", model=tally.by_model, plain=tally.by_plain)
    if tally.by_hand:
        told += texts("tally_hand", n=tally.by_hand)
    if tally.found:
        key = "tally_found" if tally.repaired else "tally_replaced"
        told += texts(key, found=tally.found, repaired=tally.repaired)
    else:
        told += texts("tally_clean")
    return told + "".join(texts(f"tally_{why}") for why in tally.failed)
