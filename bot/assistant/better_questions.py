"""Better follow-up questions: a model thinks of one while the card already stands, and the card is edited.

Nobody waits for it. What comes too late, or does not pass, is dropped; the rule's question stands then.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from bot.assistant.asking_back import asked_before
from bot.assistant.desk import Assistant
from bot.assistant.showing import Reply
from bot.interview.decision import QUESTION
from bot.interview.follow_up import BY_MODEL, may_ask
from bot.interview.state import DraftState
from storage import follow_ups, people

LONGEST = 2000
"""A longer message may be the beginning of a paste whose end must be seen first, for marks of secrecy."""


@dataclass(frozen=True, slots=True)
class Better:
    """A question, for a draft at a version."""

    draft: int
    version: int
    text: str


class BetterQuestions:
    """Finds one question to the note that a person said last, and puts it on the card of that note."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    @property
    def on(self) -> bool:
        """Whether there is anybody to ask for them."""
        return self._assistant.writer.asks_back and self._assistant.writer.has_models

    async def find(self, person: str) -> Better | None:
        """What a model would ask now; None if nothing, or if nothing is to be asked."""
        found = await self._assistant.store.read(lambda db: self._open(db, person))
        if found is None:
            return None
        state, before = found
        text = await self._assistant.writer.ask_back(person, state, before)
        return Better(state.id, state.version, text) if text else None

    async def put(self, person: str, better: Better) -> Reply | None:
        """The card with that question, wanted from now on; None if it is too late for it."""

        def job(db: Database) -> Reply | None:
            found = self._open(db, person)
            if found is None or (found[0].id, found[0].version) != (better.draft, better.version):
                return None
            name = f"{BY_MODEL}{better.version}"
            follow_ups.ask(db, better.draft, found[0].cursor, name, better.version, better.text)
            screen = people.screen(db, person)
            people.want(db, person, view=screen.view, notice=screen.notice, newest_message_id=None)
            return self._assistant.presented(db, person)

        return await self._assistant.store.write(job)

    def _open(self, db: Database, person: str) -> tuple[DraftState, list[str]] | None:
        """The draft and what was asked back already, while the card of the last note stands."""
        screen = people.screen(db, person)
        if screen.view != QUESTION or screen.wanted != screen.shown or screen.message_id is None:
            return None
        state = self._assistant.state_of(db, person)
        if state is None or not follow_ups.wanted(db, person):
            return None
        asked = asked_before(db, state)
        thought_of = any(seen.by_model and seen.version == state.version for seen in asked)
        if thought_of or not may_ask(state, asked) or state.newest is None:
            return None
        if len(state.newest.text) > LONGEST:
            return None
        return state, [seen.text for seen in asked if seen.text]
