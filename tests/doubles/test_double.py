"""The double, checked with a real python-telegram-bot: receiving, redelivery, faults, conversations."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from . import STRANGER, BotApi, bot_api, threaded_bot_api

Context = ContextTypes.DEFAULT_TYPE


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as running:
        yield running


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with Bot(api.token, api.base_url, api.base_file_url) as client:
        yield client


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"d:{label}") for label in labels]]
    )


@pytest.fixture
async def echo(api: BotApi) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """A complete PTB application in polling mode: echoes, and edits its card when a button is pressed."""

    async def start(update: Update, context: Context) -> None:
        assert update.message
        await update.message.reply_text("您好", reply_markup=keyboard("上一题", "下一题"))

    async def repeat(update: Update, context: Context) -> None:
        assert update.effective_message
        await update.effective_message.reply_text(f"收到：{update.effective_message.text}")

    async def press(update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        await query.answer("好")
        await query.edit_message_text(f"按了 {query.data}", reply_markup=keyboard("返回"))

    builder = ApplicationBuilder().token(api.token).base_url(api.base_url).base_file_url(api.base_file_url)
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.TEXT, repeat))
    application.add_handler(CallbackQueryHandler(press))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(timeout=20)
        yield application
        await application.updater.stop()
        await application.stop()


async def test_a_conversation(api: BotApi, echo: object) -> None:
    phone = api.phone(first_name="王")
    await phone.command("start")
    await phone.settles()
    assert phone.card.labels == ["上一题", "下一题"]
    await phone.presses("下一题")
    await phone.settles()
    assert [toast.text for toast in phone.toasts] == ["好"]
    assert (phone.card.text, phone.card.edited, phone.card.versions) == ("按了 d:下一题", 1, ["您好"])
    first = await phone.says("辖12个村")
    await phone.waits_for(lambda screen: "收到：辖12个村" in screen.text)
    await phone.edits(first, "辖13个村")
    await phone.settles()
    phone.shows("收到：辖13个村")
    with pytest.raises(AssertionError, match="收到：辖12个村"):
        phone.shows("没有的话")
    assert api.pending == []


async def test_an_idle_long_poll_is_woken_at_once(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.polled()
    queued = time.monotonic()
    await api.phone().says("好")
    assert (await poll)[0].effective_user
    assert time.monotonic() - queued < 0.3


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(api: BotApi, bot: Bot) -> None:
    for text in ("一", "二", "三"):
        await api.phone().says(text)
    first = await bot.get_updates(limit=2)
    again = await bot.get_updates()
    assert [update.update_id for update in first] == [update.update_id for update in again][:2]
    rest = await bot.get_updates(offset=again[1].update_id + 1)
    assert [update.effective_message.text for update in rest if update.effective_message] == ["三"]
    assert api.pending == [rest[0].update_id]
    assert api.deliveries[rest[0].update_id] == 2
    assert await bot.get_updates(offset=rest[0].update_id + 1) == ()
    assert api.pending == []


async def test_confirmed_updates_can_come_again_in_any_order(api: BotApi, bot: Bot) -> None:
    for text in ("一", "二"):
        await api.phone().says(text)
    one, two = [update.update_id for update in await bot.get_updates()]
    assert await bot.get_updates(offset=two + 1) == ()
    api.redeliver(two, one)
    assert [update.update_id for update in await bot.get_updates(offset=two + 1)] == [two, one]
    assert await bot.get_updates(offset=two + 1) == ()


async def test_a_burst_arrives_at_once_and_backwards(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.polled()
    with api.held(backwards=True):
        await api.phone().says("一")
        await api.phone().says("二")
        await asyncio.sleep(0.03)
        assert not poll.done()
    ids = [update.update_id for update in await poll]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 2


async def test_update_ids_that_restart_lower_still_arrive(api: BotApi, bot: Bot) -> None:
    await api.phone().says("一")
    high = (await bot.get_updates())[0].update_id + 1
    assert await bot.get_updates(offset=high) == ()
    api.restart_update_ids(77)
    await api.phone().says("二")
    assert [update.update_id for update in await bot.get_updates(offset=high)] == [77]
    assert await bot.get_updates(offset=78) == ()
    assert api.pending == []


async def test_an_update_that_does_not_parse_blocks_a_naive_client(api: BotApi, bot: Bot) -> None:
    broken = api.inject({"message": {"message_id": 1}})
    with pytest.raises(KeyError):
        await bot.get_updates()
    assert api.pending == [broken]


async def test_allowed_updates_are_kept(api: BotApi, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["message"])
    mine = await api.phone().says("一")
    await api.phone().edits(mine, "二")
    assert len(await bot.get_updates()) == 1


async def test_a_second_poll_ends_the_first_with_409(api: BotApi, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await api.polled()
    async with Bot(api.token, api.base_url) as twin:
        second = asyncio.create_task(twin.get_updates(timeout=20))
        with pytest.raises(
            Conflict, match=r"(?i)terminated by other getUpdates request; make sure that only one"
        ):
            await first
        await api.polled()
        await api.phone().says("好")
        assert len(await second) == 1


async def test_a_webhook_and_polling_exclude_each_other(api: BotApi, bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook", secret_token="geheim")
    assert (await bot.get_webhook_info()).url == "https://example.org/hook"
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_wrong_tokens(api: BotApi) -> None:
    for token in (STRANGER, "nonsense"):
        with pytest.raises(InvalidToken):
            async with Bot(token, api.base_url):
                pass


async def test_the_wire(api: BotApi) -> None:
    """Method names in any case, GET or POST; the answers as the real server words them."""
    async with aiohttp.ClientSession() as client:
        for path, code, said in (
            (f"{STRANGER}/getMe", 401, "Unauthorized"),
            ("nonsense/getMe", 404, "Not Found"),
            (f"{api.token}/GETME", 200, None),
            (f"{api.token}/sendMessage?chat_id=1&text=a", 400, "Bad Request: chat not found"),
            (f"{api.token}/sendMessage?chat_id=1&text=", 400, "Bad Request: message text is empty"),
            (f"{api.token}/flyAway", 404, "Not Found: method not found"),
        ):
            async with client.get(api.base_url + path) as answer:
                body = await answer.json()
                assert (answer.status, body.get("error_code", 200)) == (code, code)
                assert (body["ok"], body.get("description")) == (code == 200, said)
        api.fail("getMe", 429, retry_after=7)
        async with client.post(f"{api.base_url}{api.token}/getMe", json={}) as answer:
            assert (await answer.json())["parameters"] == {"retry_after": 7}


async def test_faults(api: BotApi, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    phone = api.phone()
    await phone.says("在吗")
    api.fail("sendMessage", "reply_lost")
    api.fail("sendMessage", "drop")
    api.fail("sendMessage", 500, processed=True)
    api.fail("sendMessage", 429, retry_after=7)
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "到了而不知")
    with pytest.raises(NetworkError):
        await bot.send_message(1001, "没到")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(1001, "到了却报错")
    with pytest.raises(RetryAfter) as pause:
        await bot.send_message(1001, "太快")
    assert pause.value.retry_after == timedelta(seconds=7)
    await bot.send_message(1001, "正常")
    assert [seen.text for seen in phone.screen.bot] == ["到了而不知", "到了却报错", "正常"]
    assert [call.fault for call in api.calls_of("sendMessage")] == ["reply_lost", "drop", "500", "429", ""]
    assert api.counts["sendMessage"] == 5
    api.fail("*", "delay", delay=0.1)
    begun = time.monotonic()
    await bot.get_me()
    assert time.monotonic() - begun >= 0.1


async def test_a_lost_batch_comes_again(api: BotApi, bot: Bot) -> None:
    await api.phone().says("好")
    api.fail("getUpdates", "reply_lost")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert len(await bot.get_updates()) == 1


async def test_an_outage_cuts_everything_and_the_bot_recovers(api: BotApi, echo: Any) -> None:
    phone = api.phone()
    await api.polled()
    with api.outage():
        await phone.says("信号不好")
        with pytest.raises(NetworkError):
            await echo.bot.get_me()
    await phone.waits_for(lambda screen: "收到：信号不好" in screen.text)


async def test_a_client_that_went_away_confirms_nothing(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.polled()
    poll.cancel()
    await asyncio.wait([poll])
    await api.waits_for(lambda api: not api.polling)
    await api.phone().says("好")
    assert len(await bot.get_updates()) == 1


async def test_unknown_methods_are_refused_and_noted(api: BotApi, bot: Bot) -> None:
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot.send_dice(1001)
    assert api.complaints == ["unknown method sendDice"]


async def test_texts_about_the_bot(api: BotApi, bot: Bot) -> None:
    await bot.set_my_commands([("start", "开始"), ("undo", "撤销")])
    await bot.set_my_description("述职述廉")
    await bot.set_my_short_description("述职")
    await bot.set_my_name("述职助手")
    assert [command.command for command in await bot.get_my_commands()] == ["start", "undo"]
    assert api.commands["default"][0] == {"command": "start", "description": "开始"}
    assert api.texts == {"description": "述职述廉", "short_description": "述职", "name": "述职助手"}
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([("Start", "开始")])


def test_in_a_thread_for_tests_without_a_loop() -> None:
    with threaded_bot_api() as threaded:
        phone = threaded.api.phone()
        threaded.do(phone.says("好"))

        async def answer() -> None:
            async with Bot(threaded.api.token, threaded.api.base_url) as bot:
                await bot.get_updates()
                await bot.send_message(1001, "收到")

        asyncio.run(answer())
        threaded.do(phone.waits_for(lambda screen: "收到" in screen.text))
        assert phone.screen.text == "收到"


def test_as_a_process() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.doubles.botapi", "--port", "0"]
    with subprocess.Popen(command, cwd=root, stdin=-1, stdout=-1, text=True) as process:
        try:
            assert process.stdout
            about = dict(process.stdout.readline().split() for _ in range(3))

            async def name() -> str:
                async with Bot(about["token"], about["base_url"]) as bot:
                    return bot.username

            assert asyncio.run(name()) == "shuzhi_double_bot"
        finally:
            process.kill()
