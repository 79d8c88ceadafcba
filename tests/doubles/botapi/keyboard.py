"""Reply markups: which there are, and what Telegram refuses in an inline keyboard."""

from typing import Any

from .wire import ApiError, Json, Params, bad, utf16

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
MAX_COPIED = 256
NOT_A_KIND = {"text", "style", "icon_custom_emoji_id"}


def inline_keyboard(params: Params) -> Json | None:
    """The checked inline keyboard, None when there is none or it has no buttons."""
    markup = _markup(params)
    if "inline_keyboard" not in markup:
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(len(row) for row in kept) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def reply_keyboard(params: Params) -> Json | None:
    """A keyboard under the input field, its removal or a forced reply; such messages cannot be edited."""
    markup = _markup(params)
    return markup if markup.keys() & {"keyboard", "remove_keyboard", "force_reply"} else None


def reply_labels(keyboard: Json | None) -> list[str]:
    rows = (keyboard or {}).get("keyboard", [])
    return [button if isinstance(button, str) else str(button["text"]) for row in rows for button in row]


def _markup(params: Params) -> Json:
    markup: Any = params.json("reply_markup")
    if markup is None:
        return {}
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    return markup


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unparsable("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _unparsable('Can\'t find field "text"')
    kept = {name: value for name, value in button.items() if value not in (None, "") or name == "text"}
    if not str(kept["text"]).strip():
        raise bad("inline keyboard button text must be non-empty")
    if not kept.keys() - NOT_A_KIND:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(str(kept.get("callback_data", "")).encode()) > MAX_CALLBACK_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "copy_text" in kept and not 1 <= utf16(str(kept["copy_text"].get("text", ""))) <= MAX_COPIED:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if "url" in kept and "://" not in kept["url"]:
        raise bad(f"inline keyboard button URL '{kept['url']}' is invalid: Wrong HTTP URL")
    return kept


def _unparsable(problem: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {problem}")
