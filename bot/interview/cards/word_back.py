"""The cards on a report that came back from Word: how much reads differently, and one sentence at a time."""

from collections.abc import Sequence

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.words import shortened
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.interview.word_back import DECLARATION, WordChange

NOT_TAKEN_SHOWN = 8
NOT_TAKEN_LENGTH = 40


def change_card(
    state: DraftState,
    texts: Texts,
    changes: Sequence[WordChange],
    seq: int,
    number: int,
    *,
    older: bool,
    notice: str,
) -> Card:
    """Change `number` from 0 of those that may be taken; behind the last one how much is still open."""
    open_ = [change for change in changes if change.free]
    if number >= len(open_):
        return _returned_card(state, texts, changes, seq, older=older, notice=notice)
    change = open_[number]
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("returned_place", n=number + 1, m=len(open_)), Style.HEAD))
    if change.place:
        blocks.append(Block(texts(f"returned_at_{change.place}")))
    if change.before:
        blocks.append(Block(texts("returned_before", text=change.before), Style.SAID))
    if change.since:
        blocks.append(Block(texts("returned_since", text=change.since), Style.SAID))
    if change.now:
        key = "returned_now" if change.before else "returned_new"
        blocks.append(Block(texts(key, text=change.now), Style.SAID))
    else:
        blocks.append(Block(texts("returned_gone")))
    for doubt in change.doubts:
        if doubt.reason:
            blocks.append(Block(texts("returned_guarded", reason=doubt.reason)))
        elif doubt.note:
            blocks.append(Block(texts("returned_doubt", excerpt=doubt.excerpt, note=doubt.note)))
    if unsaid := [doubt.excerpt for doubt in change.doubts if not (doubt.note or doubt.reason)]:
        blocks.append(Block(texts("returned_unsaid", excerpt="”“".join(unsaid))))
    blocks += _asked(texts, change)
    take, leave = _deciding(change)
    rows: list[tuple[Button, ...]] = [
        (
            button(texts, f"take:{seq}:{number}", key=f"returned_{take}"),
            button(texts, f"leave:{seq}:{number}", key=f"returned_{leave}"),
        ),
        (
            button(texts, f"view:change:{seq}:{number + 1}", key="returned_later"),
            button(texts, f"view:returned:{seq}", key="proof_leave"),
        ),
    ]
    return _card(state, texts, blocks, rows)


def _asked(texts: Texts, change: WordChange) -> list[Block]:
    """What is asked besides of a sentence that was changed twice, and of a declaration."""
    asked = []
    if change.since:
        asked.append(Block(texts("returned_which")))
    if change.place == DECLARATION:
        asked.append(Block(texts("returned_declare" if change.now else "returned_declare_gone")))
    return asked


def _deciding(change: WordChange) -> tuple[str, str]:
    """The texts of the buttons that take the change, and that leave the place as it is."""
    if change.place == DECLARATION:
        return "declare_yes" if change.now else "declare_out", "leave"
    if change.since:
        return "take_doubted", "leave_since"
    if any(doubt.note for doubt in change.doubts):
        return "take_doubted", "leave_doubted"
    return "take", "leave" if change.before else "leave_out"


def _returned_card(
    state: DraftState,
    texts: Texts,
    changes: Sequence[WordChange],
    seq: int,
    *,
    older: bool,
    notice: str,
) -> Card:
    """How many changes are open, how many are decided one by one, and what cannot be taken, and why."""
    open_ = [change for change in changes if change.free]
    doubtful = sum(bool(change.doubts) for change in open_)
    against = sum(change.disagrees for change in open_)
    apart = sum(change.alone and not change.doubts for change in open_)
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("returned_head"), Style.HEAD))
    if older:
        blocks.append(Block(texts("returned_older")))
    if open_:
        counts = texts("returned_plain", n=len(open_))
        if against:
            counts = texts("returned_counts", n=len(open_), m=against)
        if marked := doubtful - against:
            counts += texts("returned_marked", n=marked)
        blocks.append(Block(counts + (texts("returned_apart", n=apart) if apart else "")))
    else:
        blocks.append(Block(texts("returned_done")))
    blocks += _not_taken(texts, [change for change in changes if not change.free])
    rows: list[tuple[Button, ...]] = []
    if open_:
        rows.append((button(texts, f"view:change:{seq}:0", key="returned_see"),))
    if len(open_) > doubtful + apart:
        rows.append((button(texts, f"takeall:{seq}", key="returned_take_all"),))
    rows.append((button(texts, "finish", key="files_again"), button(texts, "view:report", key="to_report")))
    return _card(state, texts, blocks, rows)


def _not_taken(texts: Texts, changes: Sequence[WordChange]) -> list[Block]:
    """What is not taken, each reason with its lines."""
    blocks = []
    for why in dict.fromkeys(change.why for change in changes):
        lines = [_line(texts, change) for change in changes if change.why == why]
        told = [texts(why, n=len(lines)), *lines[:NOT_TAKEN_SHOWN]]
        blocks.append(Block("\n".join(told)))
    return blocks


def _line(texts: Texts, change: WordChange) -> str:
    now = shortened(change.now, NOT_TAKEN_LENGTH) or texts("returned_taken_out")
    if not change.before:
        return texts("returned_new_line", new=now)
    return texts("returned_fixed_line", old=shortened(change.before, NOT_TAKEN_LENGTH), new=now)


def _card(state: DraftState, texts: Texts, blocks: list[Block], rows: list[tuple[Button, ...]]) -> Card:
    place = texts("place_view", name=texts("returned_head"))
    return Card(tuple(blocks), tuple(rows), state.id, state.version, place)
