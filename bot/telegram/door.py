"""The door: what comes from people who may not use the bot goes no further, and is stored nowhere."""

import logging
import re
from typing import Any

from sqlite_utils import Database
from telegram import Bot
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.assistant.desk import Assistant
from bot.telegram.calling import calling
from bot.telegram.incoming import person_id
from bot.telegram.raw import chat_type, content, sender
from bot.telegram.telling import Teller
from storage import access

log = logging.getLogger(__name__)

_INVITED = re.compile(r"/start(?:@\w+)?\s+([\w-]{16,64})\s*")


class PutOut(Exception):
    """Somebody who was let in before is not any more."""


class Door:
    """Lets updates of members through, in order; others are counted, and told so once a day.

    Updates of groups and channels are left alone, and so is what the bot itself has caused. Of somebody who
    is not let in only the number is kept. Whoever was let in once is not looked up anew before their update
    is read, but in the transaction that stores it.
    """

    def __init__(self, bot: Bot, assistant: Assistant, teller: Teller) -> None:
        self._bot = bot
        self._assistant = assistant
        self._teller = teller
        self._known: set[int] = set()
        """Who was let in when they were looked up last."""

    def private(self, updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The updates that come from people, to the bot alone."""
        private = [update for update in updates if chat_type(update) in (ChatType.PRIVATE, None)]
        ours = [update for update in private if sender(update) == self._bot.id]
        for update in ours:
            self._teller.later(self._tidy(update))
        return [update for update in private if update not in ours] if ours else private

    async def let_in(self, private: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The updates that go on to the inbox. Raises StorageError; then none of them is acknowledged."""
        senders = _senders(private)
        if senders <= self._known:
            return private
        admitted = await self._assistant.store.read(lambda db: self._admitted(db, senders))
        if strangers := senders - admitted:
            knocking = [update for update in private if sender(update) in strangers]
            invited, to_tell = await self._assistant.store.write(lambda db: self._knock(db, knocking))
            admitted |= invited
            for stranger in to_tell:
                self._teller.tell(stranger, self._assistant.shelf.texts("stranger", id=stranger))
        self._known |= admitted
        return [update for update in private if sender(update) in admitted or sender(update) is None]

    def keep(self, db: Database, private: list[dict[str, Any]]) -> None:
        """Be sure, where they are stored, that their senders are still let in. Raises PutOut."""
        senders = _senders(private)
        if self._admitted(db, senders) != senders:
            raise PutOut

    def forget(self) -> None:
        """Look everybody up again."""
        self._known.clear()

    def _admitted(self, db: Database, senders: set[int]) -> set[int]:
        persons = {person_id(who): who for who in senders}
        return {persons[person] for person in self._assistant.access.admitted(db, persons)}

    async def _tidy(self, update: dict[str, Any]) -> None:
        """Take away the line by which Telegram says that the bot has pinned something."""
        message = content(update)
        if "pinned_message" not in message:
            return
        chat, number = message["chat"]["id"], message["message_id"]
        try:
            await calling(lambda: self._bot.delete_message(chat, number), repeatable=True)
        except TelegramError as problem:
            log.info("the line about a pin in chat %s stays: %s", chat, type(problem).__name__)

    def _knock(self, db: Database, updates: list[dict[str, Any]]) -> tuple[set[int], list[int]]:
        """Who comes in by an invitation, and who is to be told that they do not.

        Whoever is new at the door makes room: knocks and invitations of long ago are forgotten.
        """
        invited: set[int] = set()
        to_tell: list[int] = []
        for update in updates:
            who = sender(update)
            if who is None or who in invited:
                continue
            secret = _INVITED.fullmatch(str((update.get("message") or {}).get("text") or ""))
            if secret and access.redeem(db, secret.group(1), person_id(who)):
                invited.add(who)
            elif access.knock(db, person_id(who)):
                to_tell.append(who)
        if invited or to_tell:
            access.tidy(db)
        return invited, [stranger for stranger in to_tell if stranger not in invited]


def _senders(updates: list[dict[str, Any]]) -> set[int]:
    return {found for update in updates if (found := sender(update)) is not None}
