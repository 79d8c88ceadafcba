"""What Telegram remembers: people, chats, messages, files and pressed buttons."""

import itertools
import mimetypes
import re
import secrets
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from .wire import Json, bad

MAX_DOWNLOAD = 20 << 20


@dataclass
class StoredFile:
    file_id: str
    kind: str
    name: str | None
    mime: str
    data: bytes
    size: int
    path: str

    def api(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.file_id[-12:], "file_size": self.size}


@dataclass
class Message:
    """One message as it is now; `versions` are the texts it had before."""

    api: Json
    from_bot: bool
    html: str = ""
    keyboard: Json | None = None
    frozen: bool = False
    file: StoredFile | None = None
    reactions: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    edits: int = 0
    deleted: bool = False
    silent: bool = False


@dataclass
class Chat:
    """`started` means that the bot may write here: somebody wrote first."""

    api: Json
    started: bool = False
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    drafts: list[tuple[int, str]] = field(default_factory=list)
    reply_keyboard: Json | None = None
    # Every chat counts for itself, so that ids collide between chats and nobody may rely on them alone.
    next_message_id: int = 1

    @property
    def id(self) -> int:
        return int(self.api["id"])

    @property
    def private(self) -> bool:
        return bool(self.api["type"] == "private")

    def find(self, message_id: int, missing: str) -> Message:
        """The message, else the error that says `missing`."""
        message = self.messages.get(message_id)
        if message is None or message.deleted:
            raise bad(missing)
        return message


@dataclass
class Query:
    """A pressed button. It can be answered once, while it is `fresh`."""

    id: str
    user_id: int
    chat_id: int
    data: str
    fresh: bool = True
    answered: bool = False
    text: str = ""
    alert: bool = False


class World:
    def __init__(self, token: str) -> None:
        bot_id = int(token.split(":")[0])
        self.bot: Json = {"id": bot_id, "is_bot": True, "first_name": "述职", "username": "shuzhi_double_bot"}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.complaints: list[str] = []
        self._file_numbers = itertools.count(1)

    def chat(self, api: Json) -> Chat:
        """The chat with this id, made on first sight."""
        return self.chats.setdefault(int(api["id"]), Chat(api))

    def add(self, chat: Chat, message: Message, sender: Json | None = None) -> Json:
        """Put a message into a chat and return it as the API shows it."""
        message_id = chat.next_message_id
        chat.next_message_id += 1
        author = {"from": dict(sender)} if sender else {"sender_chat": dict(chat.api)}
        when = {"date": int(time.time())}
        message.api = {"message_id": message_id, **author, "chat": dict(chat.api), **when, **message.api}
        chat.messages[message_id] = message
        return self.shown(chat, message)

    def shown(self, chat: Chat, message: Message) -> Json:
        """The Message object of the API. `_reply_to` is kept as an id and becomes the quoted message here."""
        api = {name: value for name, value in message.api.items() if name != "_reply_to"}
        if message.keyboard:
            api["reply_markup"] = message.keyboard
        quoted = chat.messages.get(message.api.get("_reply_to", 0))
        if quoted and not quoted.deleted:
            api["reply_to_message"] = {k: v for k, v in quoted.api.items() if k != "_reply_to"}
        return api

    def store(
        self, kind: str, data: bytes, name: str | None, mime: str = "", size: int | None = None
    ) -> StoredFile:
        """Keep a file. `size` pretends another size than the bytes have, for files too big to download."""
        mime = mime or mimetypes.guess_type(name or "")[0] or "application/octet-stream"
        suffix = PurePosixPath(name or "").suffix
        path = f"{kind}s/file_{next(self._file_numbers)}{suffix}"
        file_id = "BQACAgUAAxk" + secrets.token_urlsafe(32)
        file = StoredFile(file_id, kind, name, mime, data, len(data) if size is None else size, path)
        self.files[file_id] = file
        return file

    def query(self, user_id: int, chat_id: int, data: str) -> Query:
        query = Query(str(10**17 + secrets.randbelow(10**17)), user_id, chat_id, data)
        self.queries[query.id] = query
        return query


def kept_file_name(name: str) -> str:
    """The name that arrives: Telegram turns everything but letters, digits and plain ASCII into spaces."""
    *stem, suffix = re.split(r"[/\\]", name)[-1].rpartition(".")
    parts = [_kept(stem[0], 64), _kept(suffix, 16)] if stem[0] else [_kept(suffix, 64)]
    return ".".join(part for part in parts if part) or "file"


def _kept(part: str, limit: int) -> str:
    letters = "".join(letter if _allowed(letter) else " " for letter in part)
    return letters.lstrip(" .")[:limit].rstrip(" .")


def _allowed(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable() and letter not in "<>:\"/\\|?*&`'"
    return unicodedata.category(letter)[0] in "LN"
