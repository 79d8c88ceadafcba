"""The interview as aiogram's manual has it: a router, a state group and FSM data; `memory` or `sqlite`."""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from bench.peers.bots.aiogram_sqlite import SqliteStorage
from bench.peers.bots.interview import BUTTONS, FOLDER, PUSHED_AT, SERVER, TOKEN, card, questions

ASKED = questions()
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data) for label, data in BUTTONS]]
)


class Interview(StatesGroup):
    """There is one state: a question is on the card."""

    asking = State()


async def start(message: Message, state: FSMContext) -> None:
    """The first question."""
    shown = await message.answer(card(ASKED, 0, []), parse_mode="HTML", reply_markup=KEYBOARD)
    await state.set_state(Interview.asking)
    await state.set_data({"at": 0, "notes": {}, "card": shown.message_id})


async def note(message: Message, state: FSMContext, bot: Bot) -> None:
    """Keep a note and show it on the card."""
    data = await state.get_data()
    notes = data["notes"].setdefault(str(data["at"]), [])
    notes.append(message.text)
    await state.set_data(data)
    await bot.edit_message_text(
        card(ASKED, data["at"], notes),
        chat_id=message.chat.id,
        message_id=data["card"],
        parse_mode="HTML",
        reply_markup=KEYBOARD,
    )


async def press(query: CallbackQuery, state: FSMContext) -> None:
    """Go to the next question, or to the one before."""
    data = await state.get_data()
    data["at"] = min(max(data["at"] + (1 if query.data == "next" else -1), 0), len(ASKED) - 1)
    await state.set_data(data)
    await query.answer()
    text = card(ASKED, data["at"], data["notes"].get(str(data["at"]), []))
    await query.message.edit_text(text, parse_mode="HTML", reply_markup=KEYBOARD)


def main() -> None:
    """Run until it is stopped."""
    router = Router()
    router.message.register(start, CommandStart())
    router.message.register(note, Interview.asking, F.text)
    router.callback_query.register(press, Interview.asking)
    storage = SqliteStorage(FOLDER / "fsm.db") if sys.argv[1] == "sqlite" else MemoryStorage()
    dispatcher = Dispatcher(storage=storage)
    dispatcher.include_router(router)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(SERVER)))
    if PUSHED_AT:
        pushed(dispatcher, bot)
    else:
        asyncio.run(dispatcher.start_polling(bot, handle_signals=True))


async def ask_for_pushes(bot: Bot) -> None:
    """Tell the server where to push."""
    await bot.set_webhook(f"http://{PUSHED_AT}/updates")


def pushed(dispatcher: Dispatcher, bot: Bot) -> None:
    """The same where the server pushes, as the manual has that."""
    dispatcher.startup.register(ask_for_pushes)
    page = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(page, path="/updates")
    setup_application(page, dispatcher, bot=bot)
    host, _, port = PUSHED_AT.partition(":")
    web.run_app(page, host=host, port=int(port), access_log=None)


if __name__ == "__main__":
    main()
