"""The double as a test uses it."""

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager

from .faults import Fault, Kind
from .flood import FloodControl
from .phone import Phone
from .pushing import push
from .server import Call, Server
from .waiting import settled, until
from .wire import Json

TOKEN = "7000000002:AAshuzhi_double_token_for_tests_only"
STRANGER = "7000000003:AAa_token_nobody_ever_issued"


class BotApi:
    """A Bot API on a free loopback port of the running event loop, with the people who write to the bot."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self._server = Server(token, 10**8 + secrets.randbelow(8 * 10**8), port)
        self._phones: dict[tuple[int, int], Phone] = {}
        self.token = token

    async def start(self) -> None:
        await self._server.start()

    async def stop(self) -> None:
        await self._server.stop()

    # -- for the bot

    @property
    def base_url(self) -> str:
        return f"{self._server.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self._server.url}/file/bot"

    # -- people

    def phone(self, user_id: int = 1001, first_name: str = "王", **about: str) -> Phone:
        """The phone of this person in their private chat with the bot; the same object every time."""
        chat = {"id": user_id, "type": "private", "first_name": first_name, **about}
        return self._phone(user_id, first_name, chat, about)

    def group(
        self,
        title: str = "镇政府工作群",
        chat_id: int = -1001001,
        user_id: int = 1001,
        first_name: str = "王",
    ) -> Phone:
        """The phone of a person looking at a group the bot is in."""
        chat = {"id": chat_id, "type": "supergroup", "title": title}
        return self._phone(user_id, first_name, chat, {})

    def channel(self, title: str = "镇政府发布", chat_id: int = -1002001) -> Phone:
        """A channel the bot is in: its posts have no author."""
        return self._phone(0, title, {"id": chat_id, "type": "channel", "title": title}, {})

    def _phone(self, user_id: int, first_name: str, chat: Json, about: dict[str, str]) -> Phone:
        person: Json = {
            "id": user_id,
            "is_bot": False,
            "first_name": first_name,
            "language_code": "zh-hans",
            **about,
        }
        key = (user_id, int(chat["id"]))
        if key not in self._phones:
            self._phones[key] = Phone(self._server, person, self._server.world.chat(chat))
        return self._phones[key]

    # -- updates

    @property
    def pending(self) -> list[int]:
        """The ids of the unconfirmed updates, oldest first."""
        return [int(raw["update_id"]) for raw in self._server.updates.pending]

    @property
    def updates(self) -> list[Json]:
        """Every update ever queued, as sent."""
        return list(self._server.updates.everything)

    @property
    def deliveries(self) -> Counter[int]:
        """How often each update was handed out."""
        return self._server.updates.deliveries

    def inject(self, raw: Json) -> int:
        """Queue a raw update, sound or not; an update_id is filled in when missing."""
        return self._server.updates.inject(raw)

    def redeliver(self, *update_ids: int) -> None:
        """Hand these updates out once more, in this order, although they are confirmed."""
        self._server.updates.redeliver(*update_ids)

    def restart_update_ids(self, at: int | None = None) -> None:
        """The next update ids start at `at`, a low random number by default."""
        self._server.updates.restart_ids(secrets.randbelow(10**6) + 1 if at is None else at)

    def held(self, *, backwards: bool = False) -> AbstractContextManager[None]:
        """`with`: updates queued inside arrive in one burst on leaving, newest first if `backwards`."""
        return self._server.updates.held(backwards=backwards)

    def forget_queries(self) -> None:
        """From now on every press so far is too old to be answered."""
        for query in self._server.world.queries.values():
            query.fresh = False

    @asynccontextmanager
    async def pushing(self) -> AsyncIterator[None]:
        """`with`: updates are pushed to the webhook whenever one is set; without it nobody pushes."""
        pushing = asyncio.create_task(push(self._server))
        try:
            yield
        finally:
            pushing.cancel()
            await asyncio.gather(pushing, return_exceptions=True)

    # -- faults

    def fail(
        self,
        method: str,
        kind: Kind,
        *,
        times: int = 1,
        skip: int = 0,
        delay: float = 0.0,
        processed: bool = False,
        retry_after: int | None = None,
        description: str = "",
    ) -> None:
        """
        Order a fault for the next calls of `method` ("*": all but getUpdates; "file": downloads; "push": what
        Telegram calls itself, which can only be delayed).

        `reply_lost`: done, then the connection is cut. `drop`: not done, cut. `delay`: done, `delay` s late.
        A number (500, 429 …): that answer; the call is done first if `processed`. `times=-1`: until `heal()`.
        """
        self._server.faults.add(Fault(method, kind, times, skip, delay, processed, retry_after, description))

    def controls_floods(self, rate: float, burst: int) -> FloodControl:
        """Refuse what goes to one chat faster than so many messages a second, after a burst."""
        self._server.flood = FloodControl(rate, burst)
        return self._server.flood

    def heal(self) -> None:
        """Forget all ordered faults."""
        self._server.faults.clear()

    def outage(self) -> AbstractContextManager[None]:
        """`with`: the network is gone; every connection is cut, also the long poll in progress."""
        return self._server.outage()

    # -- what the bot did

    @property
    def calls(self) -> list[Call]:
        """Every call, in the order of the answers, getUpdates included."""
        return list(self._server.calls)

    @property
    def counts(self) -> Counter[str]:
        """Calls by method, counted on arrival; downloads are `file`."""
        return self._server.counts

    @property
    def in_replies(self) -> Counter[str]:
        """Calls by method that came along with the answers to pushes; they are not among `counts`."""
        return self._server.in_replies

    @property
    def cut_off(self) -> int:
        """How many calls came while the network was gone."""
        return self._server.cut_off

    @property
    def complaints(self) -> list[str]:
        """What Telegram would spoil without a word, and methods it does not have."""
        return list(self._server.world.complaints)

    @property
    def commands(self) -> dict[str, list[Json]]:
        """The commands set, by scope and language; the plain ones under `default`."""
        return self._server.identity.commands

    @property
    def texts(self) -> dict[str, str]:
        """`name`, `description` and `short_description` as set; those of a language with its code behind."""
        return self._server.identity.texts

    @property
    def webhook(self) -> Json | None:
        return self._server.identity.webhook

    def watch(self, watcher: Callable[[Call], None]) -> None:
        """Tell the watcher of every call as soon as it is done, before the bot is told."""
        self._server.watchers.append(watcher)

    def calls_of(self, *methods: str) -> list[Call]:
        return [call for call in self._server.calls if call.method in methods]

    # -- waiting

    async def waits_for(self, condition: Callable[["BotApi"], object], timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Until the condition holds; AssertionError after `timeout`."""
        await until(lambda: condition(self), timeout, lambda: f"calls: {dict(self.counts)}")

    async def settles(self, quiet: float = 0.1, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Until every update is confirmed and the bot has been silent for `quiet` seconds."""
        await settled(self._server, quiet, timeout, lambda: f"calls: {dict(self.counts)}")

    @property
    def polling(self) -> bool:
        """A bot waits in a long poll right now."""
        return self._server.updates.polling

    async def polled(self, timeout: float = 30.0) -> None:  # noqa: ASYNC109
        """Until a bot waits in a long poll."""
        await self.waits_for(lambda api: api.polling, timeout)


@asynccontextmanager
async def bot_api(token: str = TOKEN, port: int = 0) -> AsyncIterator[BotApi]:
    """A running BotApi, gone at the end of the block."""
    api = BotApi(token, port)
    await api.start()
    try:
        yield api
    finally:
        await api.stop()
