"""What a channel reports back, cards shown and reactions set, and what a restart has to make up for."""

import asyncio
from functools import partial

from sqlite_utils import Database

from bot.assistant.showing import Reply
from storage import Store, acknowledgements, deliveries, drafts, follow_ups, people
from storage.acknowledgements import Owed


class Reported:
    """Notes it, so that after a stop or a kill the channel knows what is left to be done."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def shown(self, reply: Reply, message_id: int) -> "asyncio.Future[None]":
        """The channel has shown the reply's card as this message: it is being noted."""
        return self._store.write_begun(partial(_note_shown, reply=reply, message_id=message_id))

    def shown_again(self, reply: Reply, message_id: int) -> "asyncio.Future[None]":
        """The same of a message that stood there before: it is noted by the way, and nobody has to wait.

        Lost by a kill, it costs one more edit, which changes nothing.
        """
        return self._store.write_soon(partial(_note_shown, reply=reply, message_id=message_id))

    def acknowledged(self, person: str, message_id: int) -> "asyncio.Future[None]":
        """A message has its reaction, or cannot have one: noted by the way, nobody has to wait."""
        return self._store.write_soon(lambda db: acknowledgements.settle(db, person, message_id))

    async def owed(self, channel: str) -> list[Owed]:
        """The messages that were kept and may not have been acknowledged: what a restart makes up for."""
        return await self._store.read(lambda db: acknowledgements.owed(db, channel))

    async def unfinished(self, channel: str) -> list[str]:
        """Whose screen is not as it should be, or who still waits for a file: what a restart takes up."""

        def job(db: Database) -> list[str]:
            return sorted({*people.behind(db, channel), *deliveries.people_waiting(db, channel)})

        return await self._store.read(job)


def _note_shown(db: Database, *, reply: Reply, message_id: int) -> None:
    person, card = reply.screen.person, reply.card
    before, sections = reply.screen.message_id, reply.left.sections
    if before is not None and before != message_id and sections:
        drafts.remember_lines(db, person, before, int(reply.screen.about.partition(":")[0]), sections)
    people.shown(db, person, message_id=message_id, wanted=reply.wanted, about=card.about, place=card.place)
    if card.question and (before, reply.screen.about) != (message_id, card.about):
        drafts.remember_card(db, person, message_id, card.draft, card.question)
    if card.follow_up:
        follow_ups.ask(db, card.draft, card.question, card.follow_up, card.version, card.asks_back)
