"""Acknowledging notes by a reaction on the person's own message, where others would send a message."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

from telegram import Bot
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest, Forbidden

from bot.telegram.beside import Beside
from bot.telegram.calling import calling
from bot.telegram.plain import react
from storage import StorageError

HEAD_START = 0.25
"""Seconds that a card has before the reaction goes out too: sent together they hold each other up."""
NOTED, CORRECTED = ReactionEmoji.THUMBS_UP.value, ReactionEmoji.WRITING_HAND.value


def sign_of(*, corrected: bool) -> str:
    """What says that a message was kept, or that it was corrected."""
    return CORRECTED if corrected else NOTED


class Reactions(Beside):
    """Sets reactions beside the answers, one per message: the same twice changes nothing.

    Where one fails, the note is kept all the same. One that a kill leaves out is set by the next start.
    """

    def __init__(self, bot: Bot, acknowledged: Callable[[str, int], "asyncio.Future[None]"]) -> None:
        """`acknowledged` notes that a person's message is done with."""
        super().__init__()
        self._bot, self._acknowledged = bot, acknowledged

    def acknowledge(self, person: str, chat: int, message_id: int, *, corrected: bool = False) -> None:
        """Let the person see that this message was kept."""
        self.later(chat, partial(self._react, person, chat, message_id, sign_of(corrected=corrected)))

    @contextmanager
    def behind(self, person: str, chat: int, message_id: int, *, corrected: bool) -> Iterator[None]:
        """`with` what is shown first: the reaction comes behind it, or beside it if it takes long."""
        waiting = [partial(self.acknowledge, person, chat, message_id, corrected=corrected)]

        def acknowledge() -> None:
            while waiting:
                waiting.pop()()

        beside = asyncio.get_running_loop().call_later(HEAD_START, acknowledge)
        try:
            yield
            acknowledge()
        finally:
            beside.cancel()

    async def _react(self, person: str, chat: int, message_id: int, sign: str) -> None:
        try:
            await calling(partial(react, self._bot, chat, message_id, sign), repeatable=True)
        except (BadRequest, Forbidden):
            self.settle(person, message_id)
            raise
        self.settle(person, message_id)

    def settle(self, person: str, message_id: int) -> None:
        """Note that this message is done with."""
        with suppress(StorageError):
            self._acknowledged(person, message_id).add_done_callback(_let_be)


def _let_be(noted: "asyncio.Future[None]") -> None:
    """What could not be noted is set once more by the next start, which changes nothing."""
    if not noted.cancelled():
        noted.exception()
