"""The chat as a table of contents: of every section that was answered one line stays behind."""

from dataclasses import dataclass

from sqlite_utils import Database

from bot.assistant.view_names import FINISHED
from bot.interview.card import Card
from bot.interview.cards.question import section_line
from bot.interview.cards.sections import sections
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from storage import drafts
from storage.people import Screen


@dataclass(frozen=True, slots=True)
class Lines:
    """What the card on the screen leaves behind when another takes over below it.

    `sections` are those whose lines are in `text`; no lines, no text: the card goes. `older` is the message
    with the line of the section just left, if it has one, and `renewed` what that message should say.
    """

    text: str = ""
    sections: tuple[str, ...] = ()
    older: int | None = None
    renewed: str = ""


def lines_left(db: Database, screen: Screen, state: DraftState | None, card: Card, texts: Texts) -> Lines:
    """The lines of all answered sections before that of `card` that do not stand in the chat yet.

    A card that asks nothing leaves the section under the cursor as it is: the person comes back to it. For
    the last section stands the card that comes after it.
    """
    draft, _, key = screen.about.partition(":")
    if state is None or draft != str(state.id):
        return Lines(screen.place if key == FINISHED else "")
    parts = sections(state, texts("profile_name"))
    place = state.asked.part_of
    here, there = place.get(key), place.get(card.question or state.cursor)
    until = len(parts) - 1 if there is None else there
    stand = drafts.lines(db, screen.person, state.id)
    owed = [
        name
        for name, _, asked in parts[:until]
        if name not in stand and any(state.answer(question.key).given for question in asked)
    ]
    known = {name for name, _, _ in parts}
    text = "\n".join(section_line(state, name, texts) for name in owed)
    if key == FINISHED and screen.place:
        text = f"{text}\n{screen.place}".strip()
    older = stand.get(parts[here][0]) if here is not None and here != there else None
    renewed = "\n".join(
        section_line(state, name, texts) for name, at in stand.items() if at == older and name in known
    )
    return Lines(text, tuple(owed), older, renewed)
