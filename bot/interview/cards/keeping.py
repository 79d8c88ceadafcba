"""The cards before and after everything of a person is deleted."""

from dataclasses import dataclass

from bot.interview.card import Block, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.texts import Texts


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept of a person."""

    reports: int
    finished: int
    said: int
    messages: int
    written: int


def forget_card(
    kept: Kept, texts: Texts, *, backup_days: int | None, models: bool, counts: bool, version: int
) -> Card:
    """What is kept, what deleting does and what it cannot reach; asks once.

    With `counts` today's numbers are kept until the day is over.
    """
    elsewhere = _counts(texts, counts), _backups(texts, backup_days), texts("forget_models") if models else ""
    blocks = [
        Block(texts("forget_head"), Style.HEAD),
        Block(
            texts(
                "forget_kept",
                reports=kept.reports,
                finished=kept.finished,
                said=kept.said,
                messages=kept.messages,
                written=kept.written,
            )
        ),
        Block(texts("forget_text")),
        Block("".join(elsewhere)),
    ]
    rows = (
        (button(texts, "forget", key="forget_yes"), button(texts, "view:question", key="forget_no")),
        (button(texts, "mydata"),),
    )
    return Card(tuple(blocks), rows, 0, version, texts("place_view", name=texts("forget_head")))


def forgotten_card(texts: Texts, *, backup_days: int | None, counts: bool) -> Card:
    """Says that it is done, and what is left elsewhere."""
    blocks = (
        Block(texts("forgotten_head"), Style.HEAD),
        Block(texts("forgotten_text") + _counts(texts, counts) + _backups(texts, backup_days)),
    )
    return Card(blocks, (), 0, 0, "")


def _counts(texts: Texts, kept: bool) -> str:
    return texts("forget_counts") if kept else ""


def _backups(texts: Texts, days: int | None) -> str:
    return texts("forget_backups", n=days) if days is not None else texts("forget_backups_unknown")
