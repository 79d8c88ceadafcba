"""People who type whole interviews in bursts, order reports, and do not wait for answers."""

import asyncio
import random
from dataclasses import dataclass, field
from pathlib import Path

from bot.interview.outline import Outline
from tests.chaos.looking import unfinished
from tests.chaos.tally import Tally
from tests.chaos.trouble import Trouble
from tests.doubles import BotApi, Phone

PATIENCE = 30.0
FAR_AHEAD = 60
"""So many unhandled messages, and people pause: a busy machine is not to be buried."""


@dataclass
class Typist:
    """One person. `said` is every note in order; `busy` is held while they do something."""

    api: BotApi
    db: Path
    phone: Phone
    outline: Outline
    trouble: Trouble
    chance: random.Random
    tally: Tally
    said: list[str] = field(default_factory=list)
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)
    _passed: int = 0
    _finished_at: int = 0

    @property
    def person(self) -> str:
        """Their id in the database."""
        return f"telegram:{self.phone.person['id']}"

    async def begins(self) -> None:
        """Begin a new interview; try until the first question is on the screen."""
        first = self.outline.questions()[0].ask
        async with asyncio.timeout(PATIENCE * 3):
            while True:
                await self.phone.command("new")
                try:
                    await self.phone.waits_for(
                        lambda s: s.card is not None and self.outline.title in s.card.labels, PATIENCE
                    )
                    await self.phone.presses(self.outline.title)
                    await self.phone.waits_for(lambda s: first in s.bot[-1].text, PATIENCE / 3)
                except AssertionError:
                    continue
                self._passed = 0
                return

    async def types(self, until: asyncio.Event) -> None:
        """Question by question, to the end and again, until it is enough."""
        questions = len(self.outline.questions())
        while not until.is_set():
            await asyncio.sleep(self.chance.uniform(0.1, 1.2))
            if unfinished(self.db)["answers"] + len(self.api.pending) > FAR_AHEAD:
                continue
            async with self.busy:
                await self._burst()
                if self.chance.random() < 0.15 and len(self.said) > self._finished_at:
                    await self._finishes()
                if self._passed > questions:
                    await self._finishes()
                    await self._begins_again()
                await self.trouble.strikes()

    async def ends(self) -> None:
        """Say one word more and order a report of it."""
        await self.says("再说一句，到此为止")
        await self.phone.command("finish")

    async def says(self, text: str) -> None:
        """Say something of which there is only one."""
        self.said.append(f"第{len(self.said) + 1}件：{text}")
        await self.phone.says(self.said[-1])

    async def _burst(self) -> None:
        with self.api.held():
            for _ in range(self.chance.randint(1, 6)):
                await self.says(
                    f"走访农户{self.chance.randint(2, 900)}户，办好了{self.chance.randint(2, 90)}件事"
                )
                if self.chance.random() < 0.5:
                    await self.phone.says("下一题")
                    self._passed += 1

    async def _finishes(self) -> None:
        self._finished_at = len(self.said)
        await self.phone.command("finish")

    async def _begins_again(self) -> None:
        try:
            await self.begins()
        except TimeoutError:
            self._passed = 0
            return
        self.tally.counts["interviews typed to their end"] += 1
