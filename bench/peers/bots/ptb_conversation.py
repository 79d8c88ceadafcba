"""The interview as the python-telegram-bot's manual has it: ConversationHandler and PicklePersistence."""

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from bench.peers.bots.interview import BUTTONS, FOLDER, SERVER, TOKEN, card, questions

ASKED = questions()
ASKING = 1
KEYBOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton(label, callback_data=data) for label, data in BUTTONS]]
)


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """The first question."""
    assert update.message is not None and context.user_data is not None
    shown = await update.message.reply_text(card(ASKED, 0, []), ParseMode.HTML, reply_markup=KEYBOARD)
    context.user_data.update(at=0, notes={}, card=shown.message_id)
    return ASKING


async def note(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep a note and show it on the card."""
    assert update.message is not None and update.message.text is not None and context.user_data is not None
    data = context.user_data
    notes = data["notes"].setdefault(data["at"], [])
    notes.append(update.message.text)
    await context.bot.edit_message_text(
        card(ASKED, data["at"], notes),
        update.message.chat_id,
        data["card"],
        parse_mode=ParseMode.HTML,
        reply_markup=KEYBOARD,
    )
    return ASKING


async def press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Go to the next question, or to the one before."""
    query, data = update.callback_query, context.user_data
    assert query is not None and data is not None
    await query.answer()
    data["at"] = min(max(data["at"] + (1 if query.data == "next" else -1), 0), len(ASKED) - 1)
    text = card(ASKED, data["at"], data["notes"].get(data["at"], []))
    await query.edit_message_text(text, ParseMode.HTML, reply_markup=KEYBOARD)
    return ASKING


def main() -> None:
    """Run until it is stopped."""
    app: Application[Any, Any, Any, Any, Any, Any] = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{SERVER}/bot")
        .persistence(PicklePersistence(FOLDER / "conversation.pickle"))
        .build()
    )
    asking: list[BaseHandler[Update, Any, object]] = [
        MessageHandler(filters.TEXT & ~filters.COMMAND, note),
        CallbackQueryHandler(press),
    ]
    app.add_handler(
        ConversationHandler(
            [CommandHandler("start", start)], {ASKING: asking}, [], name="interview", persistent=True
        )
    )
    app.run_polling()


if __name__ == "__main__":
    main()
