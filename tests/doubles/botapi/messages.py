"""The calls that change what a person sees: sending, editing, deleting, pinning, reacting, answering."""

import time
from collections.abc import Callable
from typing import Any

from .keyboard import inline_keyboard, reply_keyboard
from .markup import Formatted
from .reading import Reading
from .updates import UpdateQueue
from .wire import Json, Params, bad
from .world import MAX_DOWNLOAD, Chat, Message, World

MAX_TEXT, MAX_CAPTION, MAX_TOAST = 4096, 1024, 200
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
UPLOADS = ("photo", "video", "voice", "document", "video_note")
ACTIONS = {"typing", "choose_sticker", "find_location", *(f"upload_{kind}" for kind in UPLOADS)}
REACTIONS = set(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)


class Messages(Reading):
    def __init__(self, world: World, updates: UpdateQueue) -> None:
        super().__init__(world)
        self._updates = updates

    def methods(self) -> dict[str, Callable[[Params], Any]]:
        return {
            "sendMessage": self._send_message,
            "sendMessageDraft": self._send_draft,
            "sendDocument": self._send_document,
            "editMessageText": self._edit_text,
            "editMessageMedia": self._edit_media,
            "editMessageReplyMarkup": self._edit_markup,
            "deleteMessage": self._delete,
            "pinChatMessage": self._pin,
            "unpinChatMessage": self._unpin,
            "setMessageReaction": self._react,
            "sendChatAction": self._action,
            "answerCallbackQuery": self._answer,
            "getFile": self._get_file,
        }

    # -- sending

    def _send_message(self, params: Params) -> Json:
        text = self._text(params)
        keyboard = inline_keyboard(params)
        chat = self._chat(params)
        if len(text.text) > MAX_TEXT:
            raise bad("message is too long")
        return self._send(params, chat, Message(_content("text", text), True, text.html, keyboard))

    def _send_draft(self, params: Params) -> bool:
        text = self._text(params)
        chat = self._chat(params)
        if not params.number("draft_id"):
            raise bad("draft_id must be non-zero")
        if not chat.private:
            raise bad("method is available only in private chats")
        if len(text.text) > MAX_TEXT:
            raise bad("MESSAGE_TOO_LONG")
        chat.drafts.append((params.number("draft_id"), text.text))
        return True

    def _send_document(self, params: Params) -> Json:
        file = self._document(params)
        caption = self._formatted(params, "caption")
        keyboard = inline_keyboard(params)
        chat = self._chat(params)
        if len(caption.text) > MAX_CAPTION:
            raise bad("message caption is too long")
        content = {"document": {"file_name": file.name, "mime_type": file.mime, **file.api()}}
        return self._send(
            params,
            chat,
            Message(content | _content("caption", caption), True, caption.html, keyboard, file=file),
        )

    def _send(self, params: Params, chat: Chat, message: Message) -> Json:
        reply = params.json("reply_parameters") or {}
        quoted = chat.messages.get(int(reply.get("message_id", 0)))
        if quoted and not quoted.deleted:
            message.api["_reply_to"] = quoted.api["message_id"]
        elif reply and not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        message.silent = params.flag("disable_notification")
        under_input = reply_keyboard(params)
        if under_input is not None:
            message.frozen = True
            chat.reply_keyboard = under_input if "keyboard" in under_input else None
        return self._world.add(chat, message, self._world.bot)

    # -- changing

    def _edit_text(self, params: Params) -> Json:
        text = self._text(params)
        keyboard = inline_keyboard(params)
        chat, message = self._editable(params)
        if "text" not in message.api:
            raise bad("there is no text in the message to edit")
        if len(text.text) > MAX_TEXT:
            raise bad("MESSAGE_TOO_LONG")
        new = _content("text", text)
        old = {name: message.api[name] for name in ("text", "entities") if name in message.api}
        if new == old and keyboard == message.keyboard:
            raise bad(NOT_MODIFIED)
        message.versions.append(message.api["text"])
        message.api.pop("entities", None)
        message.api |= {**new, "edit_date": int(time.time())}
        message.html, message.keyboard = text.html, keyboard
        message.edits += 1
        return self._world.shown(chat, message)

    def _edit_media(self, params: Params) -> Json:
        media = params.json("media") or {}
        if media.get("type") != "document":
            raise bad("wrong type of media to edit: the double takes documents only")
        caption = self._formatted(Params({**params.values, **media}, params.uploads), "caption")
        file = self._document(Params({"document": media.get("media", "")}, params.uploads))
        chat, message = self._editable(params)
        if len(caption.text) > MAX_CAPTION:
            raise bad("message caption is too long")
        message.versions.append(message.api.get("text", ""))
        for name in ("text", "entities", "caption", "caption_entities"):
            message.api.pop(name, None)
        document = {"file_name": file.name, "mime_type": file.mime, **file.api()}
        message.api |= {"document": document, **_content("caption", caption), "edit_date": int(time.time())}
        message.html, message.file = caption.html, file
        message.edits += 1
        return self._world.shown(chat, message)

    def _edit_markup(self, params: Params) -> Json:
        keyboard = inline_keyboard(params)
        chat, message = self._editable(params)
        if keyboard == message.keyboard:
            raise bad(NOT_MODIFIED)
        message.keyboard = keyboard
        message.edits += 1
        return self._world.shown(chat, message)

    def _editable(self, params: Params) -> tuple[Chat, Message]:
        chat = self._chat(params)
        message = chat.find(params.number("message_id"), "message to edit not found")
        if not message.from_bot or message.frozen:
            raise bad("message can't be edited")
        return chat, message

    def _delete(self, params: Params) -> bool:
        self._chat(params).find(params.number("message_id"), "message to delete not found").deleted = True
        return True

    def _pin(self, params: Params) -> bool:
        chat = self._chat(params)
        message_id = params.number("message_id")
        message = chat.find(message_id, "message to pin not found")
        message.silent = params.flag("disable_notification")
        chat.pinned = [other for other in chat.pinned if other != message_id] + [message_id]
        # everybody in the chat sees that something was pinned, and the bot is told so of itself
        service = Message({"pinned_message": self._world.shown(chat, message)}, True, frozen=True)
        self._updates.put("message", self._world.add(chat, service, self._world.bot))
        return True

    def _unpin(self, params: Params) -> bool:
        chat = self._chat(params)
        message_id = params.number("message_id") or (chat.pinned[-1] if chat.pinned else 0)
        if message_id not in chat.pinned:
            raise bad("message to unpin not found")
        chat.pinned.remove(message_id)
        return True

    def _react(self, params: Params) -> bool:
        reactions = [str(row.get("emoji", "")).replace("\ufe0f", "") for row in params.rows("reaction")]
        message = self._chat(params).find(params.number("message_id"), "message to react not found")
        if not REACTIONS.issuperset(reactions):
            raise bad("REACTION_INVALID")
        if len(reactions) > 1:
            raise bad("REACTIONS_TOO_MANY")
        message.reactions = reactions
        return True

    def _action(self, params: Params) -> bool:
        if params.text("action") not in ACTIONS:
            raise bad("wrong parameter action in request")
        self._chat(params).actions.append(params.text("action"))
        return True

    def _answer(self, params: Params) -> bool:
        query = self._world.queries.get(params.text("callback_query_id"))
        if query is None or not query.fresh:
            raise bad(TOO_OLD)
        if len(params.text("text")) > MAX_TOAST:
            raise bad("MESSAGE_TOO_LONG")
        query.fresh, query.answered = False, True
        query.text, query.alert = params.text("text"), params.flag("show_alert")
        return True

    def _get_file(self, params: Params) -> Json:
        file = self._world.files.get(params.text("file_id"))
        if file is None:
            raise bad("invalid file_id")
        if file.size > MAX_DOWNLOAD:
            raise bad("file is too big")
        return {**file.api(), "file_path": file.path}


def _content(name: str, text: Formatted) -> Json:
    """The Message fields of a text or caption; absent when empty."""
    entities = "entities" if name == "text" else "caption_entities"
    fields: Json = {name: text.text, entities: text.entities}
    return {field: value for field, value in fields.items() if value}
