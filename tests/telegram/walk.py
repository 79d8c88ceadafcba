"""Records docs/walk.md: what the phone shows at each step of one whole interview. `make walk` writes it anew.

The real bot, over HTTP, with a clock that goes on by 40 seconds at each step and stands still between steps.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar
from unittest.mock import patch

from bot.assistant.files import FORMATS
from bot.interview.event import EventKind
from bot.interview.outline import Outline
from bot.library.shelf import read_shelf
from bot.models import Provider
from bot.models.listening import Listener
from bot.telegram.run import Hearing
from tests.doubles import BotApi, Phone, Seen, bot_api
from tests.doubles.botapi.screen import Screen
from tests.doubles.fonts import some_font
from tests.doubles.modelserver import ModelServer, model_server
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import Said, asked, said_in

T = TypeVar("T")
PAGE = Path(__file__).parent.parent.parent / "docs" / "walk.md"
EXAMPLE = "deputy-agriculture"
SPOKEN = "study_campaign"
REPLIED_AFTER = "task_ledger"
ASKED_BACK, VAGUE = "grain", "秋粮产量比去年高"
LEFT_AT = "water_saving"
LEFT_AGAIN_AT, REMINDED = "supply_guard", datetime(2026, 12, 13, tzinfo=UTC)
DUE = "12月20日交"
ADDED = "还包联东洼村"
LATE = "每周两天跟农技站下地，明年考个农技培训结业证"
PATIENCE = 60.0
INTRODUCTION = """# One interview, step by step

What the person does, and what the phone shows then: recorded from the running bot by `make walk`, and kept
true by a test. A card that is edited in place is printed whole. The person speaks once, corrects themself,
replies to the line of an earlier section, is asked back, says when the report is due and wants to be
reminded, puts the phone away for a night and then for a week, is reminded and wants no more of it, and
corrects a note when the report is done.
"""
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

    def __init__(self, phone: Phone, clock: Clock) -> None:
        self.phone = phone
        self.clock = clock
        self.pages = [INTRODUCTION]
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
                lines += [f"{NEW}{'，不出声' if seen.silent else ''}：\n", _drawn(seen)]
            elif (then.text, then.labels, then.document) != (seen.text, seen.labels, seen.document):
                lines += [f"{CHANGED}：\n", _drawn(seen)]
        toasts = self.phone.toasts[self._toasts :]
        self._toasts += len(toasts)
        lines += [f"屏幕中间闪过：{toast.text}\n" for toast in toasts if toast.text]
        return lines


def _pressable(screen: Screen) -> int:
    return sum(bool(seen.buttons) for seen in screen.bot)


def _drawn(seen: Seen) -> str:
    lines = [f"［文件：{seen.document.name}］"] if seen.document else []
    lines += seen.text.split("\n") if seen.text else []
    lines += [" ".join(f"［{button.label}］" for button in row) for row in seen.buttons]
    return "\n".join(["```text", *(line.rstrip() for line in lines), "```\n"])


async def recorded(folder: Path) -> str:
    """The whole page."""
    clock = Clock()
    with clock.everywhere():
        async with bot_api() as api, model_server() as ears:
            office = Office(api, folder, clock)
            outline, said = office.shelf.outlines[EXAMPLE], said_in(EXAMPLE, office.shelf)
            provider = Provider(name="voice", base_url=ears.base_url, model="whisper")
            office.hearing = partial(_hearing, provider)
            await office.starts()
            recorder = Recorder(api.phone(first_name="何"), clock)
            await _interview(recorder, outline, said, ears)
            await _report(recorder)
            await office.stops()
    return "\n".join(recorder.pages).rstrip() + "\n"


def _hearing(provider: Provider) -> Hearing:
    return Hearing(Listener(provider))


async def _interview(recorder: Recorder, outline: Outline, said: Said, ears: ModelServer) -> None:
    phone, clock = recorder.phone, recorder.clock
    recorder.heading("开头")
    await recorder.does(
        "发 /start",
        phone.command("start"),
        lambda screen: screen.card and outline.title in screen.card.labels,
    )
    await recorder.presses(outline.title)
    while (question := asked(phone, outline)) is not None:
        recorder.heading(phone.card.text.split("\n")[0].partition(" · ")[0])
        if question.key == SPOKEN:
            await _speaks(recorder, said[question.key][0].text, ears)
        elif question.key == LEFT_AT:
            await recorder.presses("暂停")
            await _asks_to_be_reminded(recorder)
            clock.goes_on(timedelta(hours=19))
            await recorder.does(
                "第二天早上，发 /resume",
                phone.command("resume"),
                lambda screen: screen.card is not None and "下一题" in screen.card.labels,
            )
            await _answers(recorder, outline, said)
        else:
            if question.key == ASKED_BACK:
                await recorder.says(VAGUE)
            await _answers(recorder, outline, said)
        if question.key == LEFT_AGAIN_AT:
            await _is_reminded(recorder)
        if question.key == REPLIED_AFTER:
            line = phone.shows("✓ 基本情况")
            await recorder.does(
                f"回复“{line.text}”这一行：{ADDED}",
                phone.replies(line.message_id, ADDED),
                lambda screen: "已经补到" in screen.text,
            )
        if asked(phone, outline) == question:
            await recorder.presses("下一题" if question.key in said else "跳过")


async def _answers(recorder: Recorder, outline: Outline, said: Said) -> None:
    phone = recorder.phone
    question = asked(phone, outline)
    assert question is not None
    for event in said.get(question.key, []):
        match event.kind:
            case EventKind.CHOOSE:
                await recorder.presses(event.text)
            case EventKind.DECLARE:
                await recorder.presses("是，写入报告" if event.text == "yes" else "不能这样写")
            case _ if question.key == outline.profile[0].key:
                wrong = await recorder.says("何素芹")
                await recorder.does(
                    f"把刚才那条消息改成：{event.text}",
                    phone.edits(wrong, event.text),
                    lambda screen, text=event.text: f"{text}（已更正）" in screen.text,  # type: ignore[misc]
                )
            case _ if question.suggest_years:
                await recorder.does(
                    f"发：{event.text}",
                    phone.says(event.text),
                    lambda _: asked(phone, outline) != question,
                )
            case _:
                await recorder.says(event.text)


async def _speaks(recorder: Recorder, words: str, ears: ModelServer) -> None:
    phone = recorder.phone
    ears.hears(lambda _: words)
    spoken = await recorder.does(
        "按住话筒说一段",
        phone.sends_voice(b"OggS", 12),
        lambda screen: any("对，记下" in seen.labels for seen in screen),
        slips=1,
    )
    await recorder.does(
        "按［对，记下］",
        phone.presses("对，记下"),
        lambda _: phone.message(spoken).reactions and words in phone.card.text,
    )


async def _asks_to_be_reminded(recorder: Recorder) -> None:
    await recorder.presses("截止日和提醒")
    await recorder.does(
        f"发：{DUE}",
        recorder.phone.says(DUE),
        lambda screen: screen.card is not None and "记下了" in screen.card.text,
    )
    await recorder.presses("早上8点")


async def _is_reminded(recorder: Recorder) -> None:
    recorder.clock.moment = REMINDED

    async def nothing() -> None:
        return

    await recorder.does(
        "放下手机；12月13日早上8点", nothing(), lambda screen: screen.card is not None and screen.card.silent
    )
    await recorder.presses("接着写")
    await recorder.does(
        "发 /quiet",
        recorder.phone.command("quiet"),
        lambda screen: screen.card is not None and "不再提醒" in screen.card.text,
    )


async def _report(recorder: Recorder) -> None:
    phone = recorder.phone
    recorder.heading("出报告")
    await recorder.presses("总览")
    await recorder.does("发 /preview", phone.command("preview"), lambda screen: "预览" in screen.text)
    await recorder.does(
        "发 /finish",
        phone.command("finish"),
        lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS),
    )
    note = next(seen for seen in phone.screen if not seen.from_bot and LATE.partition("两天")[0] in seen.text)
    await recorder.does(
        f"把“{note.text}”那条旧消息改成：{LATE}",
        phone.edits(note.message_id, LATE),
        lambda screen: "已经按您的修改更正" in screen.text,
    )
    recorder.heading("聊天里留下的")
    left = [seen for seen in phone.screen if seen.from_bot]
    recorder.pages.append("\n".join(_drawn(seen) for seen in left))


def main() -> None:
    """Write the page."""
    with some_font(), tempfile.TemporaryDirectory() as name:
        PAGE.write_text(asyncio.run(recorded(Path(name))), "utf-8")


if __name__ == "__main__":
    main()
