"""Writing down what a phone shows, step by step, by a clock that goes on between the steps alone."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar
from unittest.mock import patch

from bot.library.shelf import read_shelf
from tests.doubles import BotApi, Phone, Seen
from tests.doubles.botapi.screen import Screen
from tests.telegram.conftest import Shuzhi

T = TypeVar("T")
PATIENCE = 60.0
CHANGED, NEW, GONE = "屏幕上的卡片变成", "下面新出现", "上一张卡片收起来，不留在聊天里"


class Clock:
    """The time in the bot and in Telegram."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 12, 5, 4, tzinfo=UTC)

    def goes_on(self, by: timedelta = timedelta(seconds=40)) -> None:
        self.moment += by

    @contextmanager
    def everywhere(self) -> Iterator[None]:
        """Inside the block messages and rows are dated by this clock."""
        rows = SimpleNamespace(now=lambda _: self.moment)
        messages = SimpleNamespace(time=lambda: self.moment.timestamp())
        often = patch("bot.telegram.reminders.EVERY", 0.05)
        with patch("storage.rows.datetime", rows), patch("tests.doubles.botapi.world.time", messages), often:
            yield


class Office(Shuzhi):
    """The bot by that clock."""

    def __init__(self, api: BotApi, folder: Path, clock: Clock) -> None:
        super().__init__(api, folder / "shuzhi.db", read_shelf())
        self.clock = clock

    def _now(self) -> datetime:
        return self.clock.moment


class Recorder:
    """Does what a person does, and writes down what changed on the screen."""

    def __init__(self, phone: Phone, clock: Clock, introduction: str) -> None:
        self.phone = phone
        self.clock = clock
        self.pages = [introduction]
        self._toasts = 0
        self._steps = 0

    def heading(self, name: str) -> None:
        """A new section begins."""
        if f"## {name}\n" not in self.pages:
            self.pages.append(f"## {name}\n")

    async def does(
        self, what: str, act: Awaitable[T], until: Callable[[Screen], object], *, slips: int = 0
    ) -> T:
        """One step: do it, wait until the screen is as it will be, write down what changed."""
        before = {seen.message_id: seen for seen in self.phone.screen}
        self.clock.goes_on()
        done = await act
        await self.phone.waits_for(until, PATIENCE)
        await self.phone.waits_for(lambda screen: _pressable(screen) == 1 + slips, PATIENCE)
        await self.phone.settles(0.05, PATIENCE)
        self._steps += 1
        lines = [f"**{self._steps}. {what}**\n", *self._changes(before)]
        self.pages.append("\n".join(lines))
        return done

    async def says(self, text: str) -> int:
        """Say something, and see it acknowledged and on the card."""
        sent: list[int] = []
        line = " ".join(text.split())[:20]

        def kept(screen: Screen) -> bool:
            card = screen.card
            return (
                bool(self.phone.message(sent[0]).reactions)
                and card is not None
                and line in " ".join(card.text.split())
            )

        async def say() -> int:
            sent.append(await self.phone.says(text))
            return sent[0]

        return await self.does(f"发：{text}", say(), kept)

    async def presses(self, label: str) -> None:
        """Press a button, and see that the card is another one."""
        before = self.phone.card.text
        await self.does(
            f"按［{label}］",
            self.phone.presses(label),
            lambda screen: screen.card is not None and screen.card.text != before,
        )

    def _changes(self, before: dict[int, Seen]) -> list[str]:
        lines = []
        now = {seen.message_id: seen for seen in self.phone.screen}
        for number, seen in before.items():
            if number not in now and seen.from_bot:
                lines.append(f"{GONE}。\n")
        for number, seen in now.items():
            then = before.get(number)
            if not seen.from_bot:
                if seen.reactions and (then is None or then.reactions != seen.reactions):
                    lines.append(f"自己那条消息上出现 {' '.join(seen.reactions)}。\n")
            elif then is None:
                lines += [f"{NEW}{'，不出声' if seen.silent else ''}：\n", drawn(seen)]
            elif (then.text, then.labels, then.document) != (seen.text, seen.labels, seen.document):
                lines += [f"{CHANGED}：\n", drawn(seen)]
        toasts = self.phone.toasts[self._toasts :]
        self._toasts += len(toasts)
        lines += [f"屏幕中间闪过：{toast.text}\n" for toast in toasts if toast.text]
        return lines


def _pressable(screen: Screen) -> int:
    return sum(bool(seen.buttons) for seen in screen.bot)


def drawn(seen: Seen) -> str:
    """One message as it stands on the screen, buttons and all."""
    lines = [f"［文件：{seen.document.name}］"] if seen.document else []
    lines += seen.text.split("\n") if seen.text else []
    lines += [" ".join(f"［{button.label}］" for button in row) for row in seen.buttons]
    return "\n".join(["```text", *(line.rstrip() for line in lines), "```\n"])
