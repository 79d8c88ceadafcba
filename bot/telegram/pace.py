"""Keeping to the number of messages that Telegram takes, so that floods stay the exception."""

import asyncio
import time
from dataclasses import dataclass, field

from telegram.constants import FloodLimit
from telegram.request import RequestData

AT_ONCE = 8
"""Messages one chat may get in a row before it has to wait; Telegram allows short bursts."""
MOST_CHATS = 10_000
DRAFT = "sendMessageDraft"


@dataclass(slots=True)
class _Bucket:
    rate: float
    most: float
    left: float
    at: float

    def next(self, now: float) -> float:
        """Take one; returns the seconds until it may be used."""
        self.left = min(self.most, self.left + (now - self.at) * self.rate) - 1
        self.at = now
        return max(-self.left / self.rate, 0.0)

    def full(self, now: float) -> bool:
        """Whether nobody has to wait here, as if it had never been used."""
        return self.left + (now - self.at) * self.rate >= self.most


@dataclass(slots=True)
class Pace:
    """When the next message may go to a chat: in order within a chat, and none waits for another chat's turn.

    Edits, reactions, drafts and answers to presses are no new messages and do not wait.
    """

    per_chat: float = FloodLimit.MESSAGES_PER_SECOND_PER_CHAT
    in_all: float = FloodLimit.MESSAGES_PER_SECOND
    _chats: dict[str, _Bucket] = field(default_factory=dict)
    _all: _Bucket | None = None

    async def keep(self, url: str, request: RequestData | None) -> None:
        """Wait until this request may be made."""
        chat = request.parameters.get("chat_id") if request else None
        method = url.rpartition("/")[2]
        if chat is not None and method.startswith("send") and method != DRAFT:
            await self.turn(str(chat))

    async def turn(self, chat: str) -> None:
        """Wait until a message may be sent there."""
        await asyncio.sleep(self._of_chat(chat).next(time.monotonic()))
        if self._all is None:
            self._all = _Bucket(self.in_all, self.in_all, self.in_all, time.monotonic())
        await asyncio.sleep(self._all.next(time.monotonic()))

    def _of_chat(self, chat: str) -> _Bucket:
        now = time.monotonic()
        if len(self._chats) >= MOST_CHATS:
            self._chats = {name: bucket for name, bucket in self._chats.items() if not bucket.full(now)}
        return self._chats.setdefault(chat, _Bucket(self.per_chat, AT_ONCE, AT_ONCE, now))
