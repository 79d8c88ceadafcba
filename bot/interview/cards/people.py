"""The administrators' card: who asks to come in, who uses the bot how much, open invitations."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.interview.card import Block, Button, Card, Style
from bot.interview.cards.buttons import button
from bot.interview.texts import Texts

LISTED = 10
"""People on one card; whoever wrote last comes first, so nobody waits unseen for long."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody who wrote without being let in; `last` is a date."""

    number: str
    count: int
    last: str


@dataclass(frozen=True, slots=True)
class Using:
    """Somebody who may use the bot, or was shut out, and what they used: counts only, never words."""

    number: str
    shut_out: bool
    messages: int
    messages_today: int
    drafts: int
    finished: int
    may_be_shut_out: bool = True


def people_card(
    asking: Sequence[Asking],
    using: Sequence[Using],
    open_invitations: int,
    texts: Texts,
    *,
    version: int,
) -> Card:
    """Requests with a button each, then people with their counts and a button each."""
    blocks = [Block(texts("people_head"), Style.HEAD)]
    rows: list[tuple[Button, ...]] = []
    blocks.append(Block(texts("people_asking", n=len(asking)) if asking else texts("people_nobody_asks")))
    asked = {one.number for one in asking[:LISTED]}
    for one in asking[:LISTED]:
        blocks.append(Block(texts("people_asks", id=one.number, n=one.count, date=one.last)))
        rows.append(
            (
                button(texts, f"admit:{one.number}", key="people_admit", id=one.number),
                button(texts, f"dismiss:{one.number}", key="people_dismiss", id=one.number),
            )
        )
    if using:
        blocks.append(Block(texts("people_using", n=len(using))))
    for person in using[:LISTED]:
        blocks.append(Block(_use(person, texts)))
        if person.may_be_shut_out and not (person.shut_out and person.number in asked):
            verb = "admit" if person.shut_out else "revoke"
            rows.append((button(texts, f"{verb}:{person.number}", key=f"people_{verb}", id=person.number),))
    if len(asking) > LISTED or len(using) > LISTED:
        blocks.append(Block(texts("people_more", n=LISTED), Style.HINT))
    if open_invitations:
        blocks.append(Block(texts("people_invitations", n=open_invitations)))
    rows.append((button(texts, "invite", key="people_invite"),))
    return Card(tuple(blocks), tuple(rows), 0, version, texts("place_view", name=texts("people_head")))


def _use(person: Using, texts: Texts) -> str:
    if person.shut_out:
        return texts("people_shut_out", id=person.number)
    return texts(
        "people_uses",
        id=person.number,
        messages=person.messages,
        today=person.messages_today,
        drafts=person.drafts,
        finished=person.finished,
    )
