"""The cards that belong to no single draft's question: the welcome, the list of drafts, help, cancelling."""

from collections.abc import Sequence

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.ending import place_of
from bot.interview.outline import Outline
from bot.interview.state import DraftState, Status
from bot.interview.texts import Texts

DRAFTS_LISTED = 8


def start_card(
    outlines: Sequence[Outline],
    texts: Texts,
    *,
    version: int,
    current: DraftState | None,
    outside: str,
    notice: str,
) -> Card:
    """What this is, and the kinds of report to choose from; a draft in progress is offered first.

    `outside` says more on what does not belong here, and why, to somebody who is here for the first time.
    """
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks += [
        Block(texts("start_head"), Style.HEAD),
        Block(texts("start_text")),
        Block(outside or texts("start_secret"), Style.HINT),
    ]
    rows: list[tuple[Button, ...]] = []
    if current is not None:
        again = texts("start_again", title=current.outline.title, place=place_of(current, texts))
        blocks.append(Block(again))
        rows.append((button(texts, f"draft:{current.id}", key="resume"),))
    blocks.append(Block(texts("start_choose")))
    blocks.append(Block("\n".join(texts("outline_line", title=o.title, summary=o.summary) for o in outlines)))
    rows += [(Button(outline.title, f"new:{outline.id}"),) for outline in outlines]
    return Card(tuple(blocks), tuple(rows), 0, version, texts("place_view", name=texts("start_head")))


def drafts_card(
    drafts: Sequence[tuple[DraftState, str]], current: int | None, texts: Texts, *, version: int
) -> Card:
    """A person's drafts, the newest first, each with the date it was begun."""
    blocks = [Block(texts("drafts_head"), Style.HEAD)]
    if not drafts:
        blocks.append(Block(texts("drafts_none")))
    rows: list[tuple[Button, ...]] = []
    for number, (state, date) in enumerate(list(reversed(drafts))[:DRAFTS_LISTED], 1):
        line = texts(
            "drafts_line",
            n=number,
            title=state.outline.title,
            state=texts(f"state_{state.status}"),
            date=date,
            done=sum(state.answer(key).given for key in state.keys),
            all=len(state.keys),
        )
        blocks.append(Block(line + (texts("current") if state.id == current else "")))
        if state.status is Status.CANCELLED:
            label = texts("restore", title=f"{number}. {state.outline.title}")
            rows.append((Button(label, f"restore:{state.id}"),))
        else:
            rows.append((Button(f"{number}. {state.outline.title} {date}", f"draft:{state.id}"),))
    rows.append((button(texts, "view:start", key="new"),))
    return Card(tuple(blocks), tuple(rows), 0, version, texts("place_view", name=texts("drafts_head")))


def resume_card(drafts: Sequence[tuple[DraftState, str]], texts: Texts, *, version: int) -> Card:
    """Several drafts are in progress: each with the place and the day it was left at, the newest first."""
    shown = list(enumerate(drafts[:DRAFTS_LISTED], 1))
    lines = [
        texts("resume_line", n=n, title=state.outline.title, date=date, place=place_of(state, texts))
        for n, (state, date) in shown
    ]
    rows = [
        (Button(f"{n}. {state.outline.title} {date}", f"draft:{state.id}"),) for n, (state, date) in shown
    ]
    blocks = (Block(texts("resume_head"), Style.HEAD), Block("\n".join(lines)))
    return Card(blocks, tuple(rows), 0, version, texts("place_view", name=texts("resume_head")))


def cancel_card(state: DraftState, texts: Texts) -> Card:
    """Asks before a draft is set aside."""
    title = state.outline.title
    blocks = (Block(texts("cancel_head", title=title), Style.HEAD), Block(texts("cancel_text")))
    rows = ((button(texts, "view:question", key="cancel_no"), button(texts, "cancel", key="cancel_yes")),)
    return Card(blocks, rows, state.id, state.version, texts("place_view", name=texts("cancel_yes")))


def help_card(texts: Texts, state: DraftState | None, *, hears: bool, typed: bool) -> Card:
    """How it works, on one screen; of voice messages it speaks only where somebody hears them.

    Where lines are only `typed` nothing is said of changing messages and replying to them.
    """
    ways = texts("help_ways_heard" if hears else "help_ways")
    mend = texts("help_mend_typed" if typed else "help_mend")
    blocks = (Block(texts("help_head"), Style.HEAD), Block(texts("help_text", ways=ways, mend=mend)))
    rows: tuple[tuple[Button, ...], ...] = ()
    if state is not None:
        rows = ((button(texts, "view:question", key="to_question"),),)
    return Card(
        blocks,
        rows,
        state.id if state else 0,
        state.version if state else 0,
        texts("place_view", name=texts("help_head")),
    )
