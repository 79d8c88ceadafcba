"""The writer: writes one order with the models, beside everything else, and stores what came of it."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.assistant import results
from bot.assistant.ask_models import AskModels
from bot.assistant.boards import Boards
from bot.assistant.edition import NOTHING, plain_sections
from bot.assistant.faults import how_it_failed
from bot.assistant.files import report_of
from bot.assistant.loop_thread import LoopThread
from bot.assistant.metering import Limits, Meter
from bot.assistant.paid_calls import KeptApart, PaidCalls
from bot.assistant.question_back import QuestionBack
from bot.assistant.recall import OutlineGone, recall
from bot.assistant.section_versions import (
    NewSection,
    SectionVersion,
    basis_of,
    by_section,
    chosen_versions,
    wishes_of,
)
from bot.assistant.tallies import tally_of_calls, tally_of_sections
from bot.interview.board import Board, Tally
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.models import Models, Patience, Provider
from bot.report import CONCLUSION, OPENING, Report
from bot.writing import model as prose
from bot.writing.model import Complete, Wish
from storage import StorageError, Store, drafts
from storage.writings import Writing

if TYPE_CHECKING:
    from bot.writing.model import House

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be written, of what was said until it was asked for. `wish` is the event's text."""

    writing: Writing
    state: DraftState
    chosen: dict[str, SectionVersion]
    wish: str


class Writer:
    """Writes orders in a thread of its own: checking prose would hold up other chats.

    Whatever the models do, an order ends with a complete, correct report. Cancelled or killed in the middle,
    it stays an order, and what was paid for is kept. Nothing is opened before the first order.
    """

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        providers: Sequence[Provider] = (),
        *,
        limits: Limits | None = None,
        patience: Patience | None = None,
        today: Callable[[], date] = date.today,
        asks_back: bool = False,
    ) -> None:
        self.asks_back = asks_back
        """Whether the models are asked for follow-up questions too."""
        self.store = store
        self.shelf = shelf
        self.models = Models(providers, patience)
        self._calls = PaidCalls(self.models, Meter(store, limits or Limits(), today))
        self._question_back = QuestionBack(shelf, self._calls)
        self._boards = Boards()
        self._thread = LoopThread("writing")

    @property
    def has_models(self) -> bool:
        """Whether there is anybody to ask."""
        return bool(self.models.providers)

    @property
    def limits_people(self) -> bool:
        """Whether one person may have only so much written on one day."""
        return self._calls.meter.limits.by_person

    def board(self, draft: int) -> Board:
        """How far this draft's report has come; an empty board before it is begun."""
        return self._boards.of(draft)

    async def write(self, writing: Writing) -> None:
        """Write it and store it. Raises StorageError if it could not be stored: it is to be tried again."""
        try:
            await self._thread.run(self._write(writing))
        finally:
            self._boards.end(writing.draft)

    async def ask_back(self, person: str, state: DraftState, before: Sequence[str]) -> str:
        """As `QuestionBack.think` does, beside everything else."""
        return await self._thread.run(self._question_back.think(person, state, before))

    async def end_calls(self, person: str) -> None:
        """End what goes on for a stopped order of this person: no newer one is about to ask for it."""
        await self._calls.end(person)

    async def give_up(self, writing: Writing) -> None:
        """Call the order off because it cannot be written; its person is told."""
        await self.store.write(lambda db: results.called_off(db, self.shelf, writing, "trouble"))

    def close(self) -> None:
        """Stop everything under way; orders stay what they are."""
        self._thread.close()
        self._calls.close()

    async def _write(self, writing: Writing) -> None:
        try:
            order = await self.store.read(lambda db: self._order(db, writing))
        except OutlineGone:
            await self.store.write(lambda db: results.called_off(db, self.shelf, writing, "outline_gone"))
            return
        try:
            house = self._house(order.state)
            await (self._section(order, house) if writing.section else self._whole(order, house))
        except StorageError:
            raise
        except Exception as problem:  # noqa: BLE001 - whatever models and checks do, there is a report
            log.error("draft %s could not be written with a model: %s", writing.draft, how_it_failed(problem))
            await self.store.write(lambda db: self._without_models(db, order))

    def _house(self, state: DraftState) -> "House":
        from bot.assistant.house import house_of

        return house_of(state, self.shelf)

    def _order(self, db: Database, writing: Writing) -> _Order:
        row = drafts.get(db, writing.draft)
        if row is None:
            raise OutlineGone(f"draft {writing.draft} was deleted")
        state = recall(db, self.shelf, row, until=writing.seq)
        asked = next((event.text for event in drafts.events(db, row.id) if event.seq == writing.seq), "")
        return _Order(writing, state, chosen_versions(db, row.id), asked)

    async def _whole(self, order: _Order, house: "House") -> None:
        plain = report_of(order.state, self.shelf)
        floor = by_section(plain.blocks)
        wishes = wishes_of(order.chosen)
        complete, kept = self._asked(order.writing)
        self._boards.begin(order.writing.draft, _names(order.state, floor, house))
        made = await prose.write_report(
            order.state,
            house,
            complete,
            kept=kept,
            seals=self.models.seals,
            wishes=wishes,
            on_progress=self._boards.watcher(order.writing.draft),
        )
        blocks = by_section((*made.report.blocks, *made.frame))
        sections = [
            NewSection(
                tally.key,
                basis_of(floor.get(tally.key, plain.blocks)),
                wishes.get(tally.key, Wish()),
                blocks[tally.key],
                tally_of_sections([tally]),
            )
            for tally in made.sections
            if tally.key in blocks
        ]
        asked = self.has_models and not order.writing.plain
        tally = tally_of_calls(made.sections, made.spent if asked else None)
        await self.store.write(
            lambda db: results.whole(db, self.shelf, order.writing, made.base, sections, tally)
        )

    async def _section(self, order: _Order, house: "House") -> None:
        key = order.writing.section
        old = order.chosen.get(key)
        wish = (old.wish if old else Wish()).with_words(order.wish)
        complete, kept = self._asked(order.writing)
        made = await prose.rewrite_section(
            order.state,
            house,
            complete,
            key,
            wish,
            [block.text for other, own in order.chosen.items() if other != key for block in own.blocks],
            kept=kept,
            seals=self.models.seals,
            on_progress=self._boards.watcher(order.writing.draft),
        )
        tally = tally_of_calls([made.tally] if made.tally else [], made.spent)
        new: NewSection | None = None
        if tally.by_model:
            plain = report_of(order.state, self.shelf)
            floor = by_section(plain.blocks).get(key, plain.blocks)
            new = NewSection(key, basis_of(floor), wish, made.blocks, tally)
        await self.store.write(lambda db: results.section(db, self.shelf, order.writing, new, tally))

    def _without_models(self, db: Database, order: _Order) -> None:
        if order.writing.section:
            results.section(db, self.shelf, order.writing, None, Tally(failed=("down",)))
            return
        plain: Report = report_of(order.state, self.shelf)
        base, sections = plain_sections(plain, order.state.declarations)
        results.whole(db, self.shelf, order.writing, base, sections, NOTHING)

    def _asked(self, writing: Writing) -> tuple[Complete, KeptApart]:
        models = Models(()) if writing.plain else self.models
        ask = AskModels(models, self.shelf.guard.personal)
        return self._calls.asked(ask, writing.person, writing.draft)


def _names(state: DraftState, written: Collection[str], house: "House") -> dict[str, str]:
    """What is going to be written, in the report's order, as the chat calls it."""
    frames = house.book.frames
    sections = {part.key: part.name for part in state.outline.sections if part.key in written}
    return {OPENING: frames[OPENING], **sections, CONCLUSION: frames[CONCLUSION]}
