"""Reading the parameters most calls share: the chat, a formatted text, an uploaded document."""

from .markup import Formatted, formatted
from .wire import ApiError, Params, bad
from .world import Chat, StoredFile, World, kept_file_name


class Reading:
    def __init__(self, world: World) -> None:
        self._world = world

    def _chat(self, params: Params) -> Chat:
        """The chat the bot means; it must have been written from and must not have blocked the bot."""
        if not params.text("chat_id"):
            raise bad("chat_id is empty")
        chat = self._world.chats.get(params.number("chat_id"))
        if chat is None or not chat.started:
            raise bad("chat not found")
        if chat.blocked:
            who = "blocked by the user" if chat.private else "kicked from the group chat"
            raise ApiError(403, f"Forbidden: bot was {who}")
        return chat

    def _text(self, params: Params) -> Formatted:
        if not params.text("text"):
            raise bad("message text is empty")
        text = self._formatted(params, "text")
        if not text.text:
            raise bad("text must be non-empty")
        return text

    def _formatted(self, params: Params, name: str) -> Formatted:
        marks = list(params.rows("entities" if name == "text" else "caption_entities"))
        text = formatted(params.text(name), params.text("parse_mode"), marks)
        if text.dropped:
            self._world.complaints.append(
                f"{text.dropped} entities over the limit are lost: {text.text[:40]!r}"
            )
        return text

    def _document(self, params: Params) -> StoredFile:
        value = params.text("document")
        upload = params.uploads.get(value.removeprefix("attach://") if value else "document")
        if upload is None:
            if value in self._world.files:
                return self._world.files[value]
            raise bad(
                "wrong remote file identifier specified" if value else "there is no document in the request"
            )
        if not upload.data:
            raise bad("file must be non-empty")
        name = kept_file_name(upload.name)
        if name != upload.name:
            self._world.complaints.append(f"file name {upload.name!r} arrives as {name!r}")
        return self._world.store("document", upload.data, name, upload.mime)
