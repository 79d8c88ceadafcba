"""The cards about the day a report is due: choosing it and the hour of reminders, and the reminder."""

from collections.abc import Collection
from datetime import date

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.cards.ending import place_of
from bot.interview.cards.progress import progress_line
from bot.interview.reminding import HOURS, Due, to_come
from bot.interview.state import DraftState
from bot.interview.texts import Texts

WEEKDAYS = "一二三四五六日"


def day_words(day: date, texts: Texts) -> str:
    """12月20日."""
    return texts("on_day", month=day.month, day=day.day)


def deadline_line(due: Due, today: date, texts: Texts) -> str:
    """The day and how far it is."""
    weekday = WEEKDAYS[due.day.weekday()]
    return texts(
        "deadline_line", day=day_words(due.day, texts), weekday=weekday, left=_left(due.day, today, texts)
    )


def deadline_card(
    state: DraftState,
    texts: Texts,
    *,
    due: Due | None,
    today: date,
    spent: Collection[int],
    reminds: bool,
    notice: str,
) -> Card:
    """Asks for the day, shows the one that stands, and offers the hours; `spent` reminders come no more.

    Without `reminds` the channel cannot write first, and no hours are offered.
    """
    blocks = [Block(notice, Style.HINT)] if notice else []
    blocks.append(Block(texts("deadline_head", title=state.outline.title), Style.HEAD))
    rows: list[tuple[Button, ...]] = []
    if due is not None:
        blocks.append(Block(deadline_line(due, today, texts)))
        if reminds:
            blocks.append(Block(_reminders(due, spent, texts)))
            hours = [Button(texts(f"hour_{hour}"), f"remind:{hour}") for hour in HOURS]
            rows += [tuple(hours[:2]), tuple(hours[2:])]
        else:
            blocks.append(Block(texts("deadline_silent"), Style.HINT))
    blocks.append(Block(texts("deadline_ask" if due is None else "deadline_change"), Style.HINT))
    if due is not None:
        if due.hour is not None:
            rows.append((button(texts, "remind:off", key="deadline_quiet"),))
        rows.append((button(texts, "remind:clear", key="deadline_clear"),))
    rows.append((button(texts, "view:question", key="to_question"),))
    return Card(
        tuple(blocks), tuple(rows), state.id, state.version, texts("place_view", name=texts("to_deadline"))
    )


def reminder_card(state: DraftState, texts: Texts, due: Due, *, today: date, version: int) -> Card:
    """What comes by itself some days before the deadline, without a sound."""
    head = texts("reminder_head", title=state.outline.title, line=deadline_line(due, today, texts))
    blocks = (
        Block(head, Style.HEAD),
        Block(texts("reminder_text", progress=progress_line(state, texts), place=place_of(state, texts))),
    )
    rows = (
        (
            button(texts, f"draft:{state.id}", key="resume"),
            button(texts, "quiet", key="reminder_quiet"),
        ),
    )
    return Card(blocks, rows, 0, version, "", quiet=True)


def _reminders(due: Due, spent: Collection[int], texts: Texts) -> str:
    if due.hour is None:
        return texts("deadline_no_reminder")
    days = "、".join(day_words(day, texts) for day in to_come(due, spent))
    if not days:
        return texts("deadline_too_near")
    return texts("deadline_reminders", days=days, hour=texts(f"hour_{due.hour}"))


def _left(day: date, today: date, texts: Texts) -> str:
    days = (day - today).days
    if days < 0:
        return texts("left_gone")
    return texts("left_today") if days == 0 else texts("left_days", n=days)
