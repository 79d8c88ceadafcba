"""The cards on a report that came back from Word: how much reads differently, and one sentence at a time."""

from collections.abc import Sequence

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.parts import button, shortened
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.interview.word_back import WordChange

FIXED_SHOWN = 8
FIXED_LENGTH = 40


def returned_card(
    state: DraftState, texts: Texts, changes: Sequence[WordChange], seq: int, notice: str = ""
) -> Card:
    """How many changes are open, how many of them are doubtful, and what cannot be taken."""
    open_ = [change for change in changes if change.free]
    fixed = [change for change in changes if not change.free]
    doubtful = sum(bool(change.doubts) for change in open_)
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("returned_head"), Style.HEAD))
    if open_:
        key = "returned_counts" if doubtful else "returned_plain"
        blocks.append(Block(texts(key, n=len(open_), m=doubtful)))
    else:
        blocks.append(Block(texts("returned_done")))
    if fixed:
        told = [texts("returned_fixed", n=len(fixed))]
        told += [_fixed(texts, change) for change in fixed[:FIXED_SHOWN]]
        blocks.append(Block("\n".join(told)))
    rows: list[tuple[Button, ...]] = []
    if open_:
        rows.append((button(texts, f"view:change:{seq}:0", key="returned_see"),))
    if len(open_) > doubtful:
        rows.append((button(texts, f"takeall:{seq}", key="returned_take_all"),))
    rows.append((button(texts, "finish", key="files_again"), button(texts, "view:report", key="to_report")))
    return _card(state, texts, blocks, rows)


def _fixed(texts: Texts, change: WordChange) -> str:
    now = shortened(change.now, FIXED_LENGTH) or texts("returned_taken_out")
    return texts("returned_fixed_line", old=shortened(change.before, FIXED_LENGTH), new=now)


def change_card(
    state: DraftState, texts: Texts, changes: Sequence[WordChange], seq: int, number: int, notice: str = ""
) -> Card:
    """Change `number` from 0 of those that may be taken; behind the last one how much is still open."""
    open_ = [change for change in changes if change.free]
    if number >= len(open_):
        return returned_card(state, texts, changes, seq, notice)
    change = open_[number]
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("returned_place", n=number + 1, m=len(open_)), Style.HEAD))
    blocks.append(Block(texts("returned_before", text=change.before), Style.SAID))
    if change.now:
        blocks.append(Block(texts("returned_now", text=change.now), Style.SAID))
    else:
        blocks.append(Block(texts("returned_gone")))
    for doubt in change.doubts:
        if doubt.reason:
            blocks.append(Block(texts("returned_guarded", reason=doubt.reason)))
            continue
        key = "returned_doubt" if doubt.note else "returned_unsaid"
        blocks.append(Block(texts(key, excerpt=doubt.excerpt, note=doubt.note)))
    doubted = "_doubted" if any(doubt.note for doubt in change.doubts) else ""
    rows: list[tuple[Button, ...]] = [
        (
            button(texts, f"take:{seq}:{number}", key=f"returned_take{doubted}"),
            button(texts, f"leave:{seq}:{number}", key=f"returned_leave{doubted}"),
        ),
        (
            button(texts, f"view:change:{seq}:{number + 1}", key="returned_later"),
            button(texts, f"view:returned:{seq}", key="proof_leave"),
        ),
    ]
    return _card(state, texts, blocks, rows)


def _card(state: DraftState, texts: Texts, blocks: list[Block], rows: list[tuple[Button, ...]]) -> Card:
    place = texts("place_view", name=texts("returned_head"))
    return Card(tuple(blocks), tuple(rows), state.id, state.version, place)
