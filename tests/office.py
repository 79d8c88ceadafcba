"""An office to test in: a small outline, a real assistant over a real file, and people who talk to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.assistant.desk import Assistant
from bot.assistant.showing import Reply
from bot.interview.card import Card, Style
from bot.interview.event import Event, EventKind, NewEvent
from bot.interview.folding import fold
from bot.interview.move import Command, Correct, Move, Press, Say, Unusable
from bot.interview.outline import Outline
from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.library.shelf import Shelf, read_shelf
from bot.report import Report
from bot.writing.whole import write_plain
from storage import Key, Store

TODAY = date(2026, 12, 1)
EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))
MAYOR = EXAMPLES[0].with_name("mayor.yaml")

shipped = cache(read_shelf)
"""Everything in prompts/, read once for all tests of one process."""

SMALL = Path(__file__).parent / "interview" / "small.yaml"
"""A kind of report with thirteen questions."""


def small_outline(**changes: Any) -> Outline:
    """The small kind of report; `changes` replace what stands at its top."""
    return Outline.model_validate({**yaml.safe_load(SMALL.read_text("utf-8")), **changes})


def shelf_with(*outlines: Outline) -> Shelf:
    """The shipped shelf with only these outlines on it."""
    return replace(shipped(), outlines={outline.id: outline for outline in outlines})


def note(key: str, text: str) -> NewEvent:
    """One message in answer to that question."""
    return NewEvent(EventKind.NOTE, key, text)


def happened(*new: NewEvent) -> list[Event]:
    """These events as they come back from storage, numbered from 1."""
    return [
        Event(seq, e.kind, datetime(2026, 1, 1, tzinfo=UTC), e.question_key, e.text, e.target, e.message_id)
        for seq, e in enumerate(new, 1)
    ]


def recalled(outline: Outline, new: Iterable[NewEvent]) -> DraftState:
    """The state of a draft after these events."""
    return fold(1, outline, happened(*new))


def written(outline: Outline, new: Iterable[NewEvent]) -> Report:
    """The plain writer's report after these events, by the shipped phrases and year packs."""
    state = recalled(outline, new)
    return write_plain(state, shipped().phrases, shipped().pack(reporting_year(state)))


@dataclass(frozen=True)
class Seen:
    """A card as the person sees it."""

    card: Card
    notice: str = ""

    @property
    def text(self) -> str:
        """Everything on it that can be read, without the buttons."""
        return "\n".join(block.text for block in self.card.blocks)

    @property
    def labels(self) -> list[str]:
        """What its buttons say."""
        return [button.label for button in self.card.labels()]

    @property
    def said(self) -> list[str]:
        """What it repeats of the person's words."""
        return [block.text for block in self.card.blocks if block.style is Style.SAID]

    def shows(self, text: str) -> bool:
        """Whether this stands on the card or in the remark that came with it."""
        return text in self.text or text in self.notice

    def offers(self, label: str) -> bool:
        """Whether there is such a button."""
        return label in self.labels

    def press(self, label: str) -> Press:
        """The press of that button, now or later."""
        found = [button for button in self.card.labels() if button.label == label]
        assert found, f"no button {label} among {self.labels}"
        return Press(self.card.draft, self.card.version, found[0].action)


class Interview:
    """One person talking to the real assistant, over a database that can be closed and opened again."""

    def __init__(
        self,
        db: Path,
        shelf: Shelf,
        person: str = "terminal:me",
        *,
        today: Callable[[], date] = lambda: TODAY,
        key: Key | None = None,
    ) -> None:
        self.db, self.shelf, self.person, self.today, self.key = db, shelf, person, today, key
        self.later = timedelta()
        """By how much the program's clock is ahead: waiting without waiting."""
        self.assistant = self._assistant()
        self.card = Seen(Card(()))
        self.messages = 0

    async def does(self, move: Move, message_id: int | None = None) -> Seen:
        """Make any move."""
        reply: Reply = await self.assistant.take(self.person, move, message_id=message_id)
        await self.assistant.reported.shown(reply, 0)
        self.card = Seen(reply.card, reply.notice)
        return self.card

    async def says(self, *texts: str) -> Seen:
        """Send messages, one after the other."""
        for text in texts:
            self.messages += 1
            await self.does(Say(text, self.messages), self.messages)
        return self.card

    async def presses(self, *labels: str) -> Seen:
        """Press buttons, each on the card that is on the screen then."""
        for label in labels:
            await self.does(self.card.press(label))
        return self.card

    async def commands(self, name: str) -> Seen:
        """Send /name."""
        self.messages += 1
        return await self.does(Command(name, self.messages), self.messages)

    async def edits(self, message: int, text: str) -> Seen:
        """Change a message sent earlier."""
        return await self.does(Correct(text, message))

    async def sends(self, what: str) -> Seen:
        """Send something that is no text."""
        return await self.does(Unusable(what))

    async def begins(self, title: str = "小提纲") -> Seen:
        """Start a report of that kind."""
        await self.commands("new")
        return await self.presses(title)

    async def reaches(self, label: str) -> Seen:
        """Go to a question by way of the overview, as a person would."""
        await self.commands("overview")
        for button in self.card.card.labels():
            if button.action.startswith("view:section:"):
                section = await self.does(Press(self.card.card.draft, self.card.card.version, button.action))
                found = [b.label for b in section.card.labels() if b.label.endswith(f". {label}")]
                if found:
                    return await self.presses(found[0])
        raise AssertionError(f"no question {label} in the overview")

    async def finishes(self) -> str:
        """Send /finish and read the text that comes."""
        await self.commands("finish")
        assert self.card.shows(self.shelf.texts("finished_head")), self.card.text
        return await self.receives()

    async def receives(self) -> str:
        """Take all files that are on their way; return the newest report as text."""
        waiting = await self.assistant.files.waiting(self.person)
        newest = [delivery for delivery in waiting if delivery.format == "txt"][-1]
        file = await self.assistant.files.made(newest)
        for delivery in waiting:
            await self.assistant.files.arrived(delivery, None)
        return file.content.decode("utf-8-sig")

    async def looks(self) -> Seen:
        """What stands on the screen without doing anything."""
        reply = await self.assistant.present(self.person)
        return Seen(reply.card, reply.notice)

    def restarts(self, shelf: Shelf | None = None) -> None:
        """Stop the program and start it again on the same file, perhaps with other prompts."""
        self.leaves()
        self.shelf = shelf or self.shelf
        self.assistant = self._assistant()

    def _assistant(self) -> Assistant:
        def now() -> datetime:
            return datetime.now(UTC) + self.later

        return Assistant(Store(self.db, self.key), self.shelf, today=self.today, now=now)

    def leaves(self) -> None:
        """Stop the program."""
        self.assistant.store.close()
