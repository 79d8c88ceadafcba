"""Records docs/walk.md: what the phone shows at each step of one whole interview. `make walk` writes it anew.

The real bot, over HTTP, with a clock that goes on by 40 seconds at each step and stands still between steps.
"""

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.assistant.files import FORMATS
from bot.interview.event import EventKind
from bot.interview.outline import Outline
from bot.models import Provider
from bot.models.listening import Listener
from bot.telegram.run import Hearing
from tests.doubles import bot_api
from tests.doubles.fonts import some_font
from tests.doubles.modelserver import ModelServer, model_server
from tests.telegram.recording import Clock, Office, Recorder, drawn
from tests.telegram.walking import Said, asked, said_in

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
INTRODUCTION = """# One interview, step by step

What the person does, and what the phone shows then: recorded from the running bot by `make walk`, and kept
true by a test. A card that is edited in place is printed whole. The person speaks once, corrects themself,
replies to the line of an earlier section, is asked back, says when the report is due and wants to be
reminded, puts the phone away for a night and then for a week, is reminded and wants no more of it, and
corrects a note when the report is done.
"""


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
            recorder = Recorder(api.phone(first_name="何"), clock, INTRODUCTION)
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
    recorder.pages.append("\n".join(drawn(seen) for seen in left))


def main() -> None:
    """Write the page."""
    with some_font(), tempfile.TemporaryDirectory() as name:
        PAGE.write_text(asyncio.run(recorded(Path(name))), "utf-8")


if __name__ == "__main__":
    main()
