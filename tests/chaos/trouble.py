"""What goes wrong around the program all the time: Telegram's answers, its queue, and the model server."""

import asyncio
import random

from bot.writing.model import Turn
from tests.chaos.tally import Tally
from tests.doubles import BotApi
from tests.doubles.botapi.faults import Kind
from tests.doubles.modelserver import Fails, Hangs, ModelServer, Says
from tests.doubles.modelserver.behaviour import Behaviour, Json
from tests.loop.office import diligent

FAULTS: dict[str, Kind] = {
    "replies lost after the server processed them": "reply_lost",
    "calls lost before": "drop",
    "500s": 500,
    "429s": 429,
    "timeouts": "delay",
}
METHODS = (
    "sendMessage",
    "editMessageText",
    "editMessageText",
    "editMessageMedia",
    "deleteMessage",
    "setMessageReaction",
    "getUpdates",
)
LONGER_THAN_ANYBODY_WAITS = 6.0
ASKS_BACK = '{"questions": ["办好的是哪几件事，还剩哪些没办？"]}'
ODD: tuple[Json, ...] = (
    {"message": {"message_id": "odd", "date": "never"}},
    {"message": {"from": {"id": 1001}, "chat": {"id": [1], "type": "private"}, "message_id": 1, "date": 1}},
)


class Trouble:
    """Strikes now and then, at random."""

    def __init__(self, api: BotApi, chance: random.Random, tally: Tally) -> None:
        self._api, self._chance, self._tally = api, chance, tally
        self.odd = 0
        """How many updates were sent that nobody can parse."""

    async def strikes(self) -> None:
        """Perhaps let something go wrong with one of the next calls or updates."""
        dice, faults = self._chance.random, self._tally.faults
        if dice() < 0.35:
            name = self._chance.choices(list(FAULTS), (4, 3, 4, 4, 1))[0]
            method = self._chance.choice(METHODS)
            if name == "timeouts" and method == "getUpdates":
                method = "sendMessage"
            self._api.fail(method, FAULTS[name], retry_after=1, delay=LONGER_THAN_ANYBODY_WAITS)
        if dice() < 0.25:
            self._api.fail("editMessageMedia", "delay", delay=self._chance.uniform(0.2, 1.2))
        if dice() < 0.1 and (recent := [update["update_id"] for update in self._api.updates[-5:]]):
            self._api.redeliver(*self._chance.sample(recent, len(recent)))
            faults["duplicate and out-of-order redeliveries"] += 1
        if dice() < 0.02:
            self._api.inject(self._chance.choice(ODD))
            self.odd += 1
            faults["updates that do not parse"] += 1
        if dice() < 0.03:
            before = self._api.cut_off
            with self._api.outage():
                await asyncio.sleep(self._chance.uniform(0.1, 1.5))
            faults["short outages"] += self._api.cut_off > before


class Writer:
    """What the model server says: a diligent writer, on a line that fails now and then."""

    def __init__(self, server: ModelServer, chance: random.Random, tally: Tally) -> None:
        self._server, self._chance, self._tally = server, chance, tally
        self.whole: set[int] = set()
        """The calls, by their place in the server's list, that got a whole answer if nobody hung up."""
        server.answers(self._answer)

    def _answer(self, body: Json) -> Behaviour:
        number = len(self._server.asked) - 1
        self._tally.counts["model calls"] += 1
        dice = self._chance.random()
        if dice < 0.1:
            self._tally.faults["model calls that failed on purpose"] += 1
            return self._chance.choice(
                (Fails(500, "broken"), Hangs(1.0), Says("[N1] 一年来", chunk=4, cut_after=1))
            )
        self.whole.add(number)
        turns = [Turn(message["role"], message["content"]) for message in body["messages"]]
        text = ASKS_BACK if "questions" in turns[0].content else diligent(turns)
        return Says(text, chunk=60, latency=self._chance.uniform(0.1, 0.6), delay=0.03)
