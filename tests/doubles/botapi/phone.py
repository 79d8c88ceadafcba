"""A person with a phone: what they do, see and wait for."""

import time
from collections.abc import Callable

from .hand import Hand
from .keyboard import reply_labels
from .screen import Document, Screen, Seen, Toast, screen_of
from .waiting import settled, until


class Phone(Hand):
    """One person looking at one chat with the bot."""

    # -- looking

    @property
    def screen(self) -> Screen:
        """The visible messages, oldest first, as they are after all edits."""
        return screen_of(self._chat)

    @property
    def card(self) -> Seen:
        """The newest message with buttons."""
        card = self.screen.card
        assert card is not None, f"no message has buttons\n{self.screen}"
        return card

    @property
    def documents(self) -> list[Document]:
        return [seen.document for seen in self.screen if seen.document]

    @property
    def toasts(self) -> list[Toast]:
        """The answers to this person's presses in this chat, in the order of the presses."""
        queries = self._server.world.queries.values()
        mine = [
            q for q in queries if q.answered and (q.user_id, q.chat_id) == (self.person["id"], self._chat.id)
        ]
        return [Toast(query.text, query.alert, query.data, query.id) for query in mine]

    @property
    def actions(self) -> list[str]:
        """The chat actions (`typing` …) seen so far."""
        return list(self._chat.actions)

    @property
    def drafts(self) -> list[tuple[int, str]]:
        """The message drafts streamed so far: id and text, one entry for each change."""
        return list(self._chat.drafts)

    def message(self, message_id: int) -> Seen:
        found = next((seen for seen in self.screen if seen.message_id == message_id), None)
        assert found is not None, f"no message #{message_id}\n{self.screen}"
        return found

    def shows(self, text: str) -> Seen:
        """The newest message of the bot with this text in it or on its buttons."""
        for seen in reversed(self.screen.bot):
            if text in seen.text or any(text in label for label in seen.labels):
                return seen
        raise AssertionError(f"the bot does not show {text!r}\n{self.screen}")

    def shows_not(self, text: str) -> None:
        """The bot shows this text nowhere."""
        assert text not in self.screen.text, f"the bot shows {text!r}\n{self.screen}"

    # -- pressing

    async def presses(self, label: str) -> str:
        """
        Press the button with this label, else the newest that contains it; returns the query's id.

        Looks through the messages from the newest up, first for the exact label; then under the input field,
        where a press just says the label (and returns "").
        """
        newest_first = list(reversed(self.screen))
        exact = [seen for seen in newest_first if label in seen.labels]
        for seen in exact or newest_first:
            button = seen.button(label)
            if button:
                assert button.data, f"{button.label!r} sends nothing to the bot, it opens {button.url!r}"
                return await self.presses_data(button.data, seen.message_id)
        under_input = [text for text in reply_labels(self._chat.reply_keyboard) if label in text]
        assert under_input, f"no button {label!r}\n{self.screen}"
        await self.says(label if label in under_input else under_input[0])
        return ""

    async def presses_data(self, data: str, message_id: int | None = None) -> str:
        """
        Send a press with any data, as from a stale or forged screen; by default on the bot's newest message.

        On a message that is gone the bot gets an inaccessible message, as from Telegram.
        """
        if message_id is None:
            message_id = self.screen.bot[-1].message_id
        server, chat = self._server, self._chat
        message = chat.messages.get(message_id)
        if message is None or message.deleted:
            shown = {"chat": dict(chat.api), "message_id": message_id, "date": 0}
        else:
            shown = server.world.shown(chat, message)
        query = server.world.query(self.person["id"], chat.id, data)
        where = {"message": shown, "chat_instance": str(chat.id * 7919), "data": data}
        server.updates.put("callback_query", {"id": query.id, "from": dict(self.person), **where})
        return query.id

    async def blocks(self, blocked: bool = True) -> None:
        """Block the bot; everything it sends is refused with 403 until `unblocks`."""
        self._chat.blocked = blocked
        member = {"user": dict(self._server.world.bot), "status": "member"}
        kicked = {**member, "status": "kicked", "until_date": 0}
        old, new = (member, kicked) if blocked else (kicked, member)
        who = {"chat": dict(self._chat.api), "from": dict(self.person), "date": int(time.time())}
        self._server.updates.put("my_chat_member", {**who, "old_chat_member": old, "new_chat_member": new})

    async def unblocks(self) -> None:
        await self.blocks(False)

    # -- waiting

    async def waits_for(self, condition: Callable[[Screen], object], timeout: float = 10.0) -> Screen:  # noqa: ASYNC109
        """The first screen that fulfils the condition; AssertionError with the screen after `timeout`."""
        await until(lambda: condition(self.screen), timeout, lambda: self.screen)
        return self.screen

    async def settles(self, quiet: float = 0.1, timeout: float = 10.0) -> Screen:  # noqa: ASYNC109
        """The screen once every update is confirmed and the bot has been silent for `quiet` seconds."""
        await settled(self._server, quiet, timeout, lambda: self.screen)
        return self.screen
