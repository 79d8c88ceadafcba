"""What a person sends: texts, commands, edits, files and all that a bot did not ask for."""

import html
import re
import time
from typing import Any

from .server import Server
from .wire import Json, utf16
from .world import Chat, Message

MAX_TEXT_UNITS = 4096
COMMAND = re.compile(r"(?<![\w/])/\w{1,64}(?:@\w+)?(?![\w/])", re.ASCII)


class Hand:
    """One person in one chat. Every method queues an update at once and returns the new message's id."""

    def __init__(self, server: Server, person: Json, chat: Chat) -> None:
        self._server = server
        self.person = person
        self._chat = chat

    async def says(self, text: str, *, reply_to: int | None = None) -> int:
        """Send a text. One over 4096 units goes out in pieces, as the apps do it; returns the first id."""
        pieces = [piece for piece in map(str.strip, _pieces(text)) if piece]
        if not pieces:
            raise ValueError("the apps do not send an empty message")
        ids = [self._post(_typed("text", piece), html.escape(piece), reply_to) for piece in pieces]
        return ids[0]

    async def command(self, name: str, arguments: str = "") -> int:
        return await self.says(f"/{name.removeprefix('/')} {arguments}".rstrip())

    async def replies(self, message_id: int, text: str) -> int:
        return await self.says(text, reply_to=message_id)

    async def forwards(self, text: str, author: str = "李主任") -> int:
        origin = {"type": "hidden_user", "date": int(time.time()) - 3600, "sender_user_name": author}
        return self._post({**_typed("text", text), "forward_origin": origin}, html.escape(text))

    async def edits(self, message_id: int, text: str) -> int:
        """Change the text or caption of an own message."""
        message = self._chat.messages[message_id]
        if message.from_bot or message.deleted:
            raise ValueError(f"#{message_id} is not a message of this person")
        name = "text" if "text" in message.api else "caption"
        if message.api.get(name) == text.strip():
            raise ValueError("the apps do not send an edit that changes nothing")
        message.versions.append(message.api.get(name, ""))
        message.api.pop("entities", None)
        message.api |= {**_typed(name, text.strip()), "edit_date": int(time.time())}
        message.html = html.escape(text)
        message.edits += 1
        kind = "edited_channel_post" if self._chat.api["type"] == "channel" else "edited_message"
        self._server.updates.put(kind, self._server.world.shown(self._chat, message))
        return message_id

    async def deletes(self, message_id: int) -> None:
        """Delete an own message; Telegram tells a bot nothing about it."""
        self._chat.messages[message_id].deleted = True

    async def sends_document(
        self,
        name: str,
        data: bytes,
        caption: str | None = None,
        *,
        mime: str = "",
        fake_size: int | None = None,
        album: str | None = None,
    ) -> int:
        """`fake_size` pretends a size; over 20 MB the file cannot be downloaded."""
        about = {"file_name": name}
        return self._send_file("document", data, name, mime, about, caption, fake_size, album)

    async def sends_voice(
        self,
        data: bytes = b"OggS",
        duration: int = 3,
        fake_size: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        about = {"duration": duration}
        return self._send_file("voice", data, None, "audio/ogg", about, None, fake_size, reply_to=reply_to)

    async def sends_audio(self, name: str, data: bytes, duration: int = 3) -> int:
        return self._send_file("audio", data, name, "", {"duration": duration, "file_name": name})

    async def sends_video_note(self, data: bytes = b"mp4", duration: int = 3) -> int:
        about = {"length": 240, "duration": duration}
        return self._send_file("video_note", data, None, "video/mp4", about)

    async def sends_photo(
        self, data: bytes = b"\xff\xd8\xff", caption: str | None = None, *, album: str | None = None
    ) -> int:
        about = {"width": 1280, "height": 720}
        return self._send_file("photo", data, "photo.jpg", "image/jpeg", about, caption, album=album)

    async def sends_sticker(self) -> int:
        about = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._send_file("sticker", b"RIFF", "sticker.webp", "image/webp", about)

    async def sends_location(self, latitude: float = 30.2741, longitude: float = 120.1551) -> int:
        return self._post({"location": {"latitude": latitude, "longitude": longitude}})

    async def sends_contact(self, first_name: str = "李", phone_number: str = "+8613800000000") -> int:
        return self._post({"contact": {"first_name": first_name, "phone_number": phone_number}})

    async def sends_poll(
        self, question: str = "几点开会？", options: tuple[str, ...] = ("九点", "十点")
    ) -> int:
        poll = {"id": "5301", "question": question, "type": "regular", "total_voter_count": 0}
        flags = dict.fromkeys(
            ("is_closed", "allows_multiple_answers", "allows_revoting", "members_only"), False
        )
        choices = [
            {"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(options)
        ]
        return self._post({"poll": {**poll, **flags, "is_anonymous": True, "options": choices}})

    async def sends(self, **fields: Any) -> int:
        """A message with these fields of the API's Message, for whatever has no method of its own."""
        return self._post(fields)

    def _send_file(
        self,
        kind: str,
        data: bytes,
        name: str | None,
        mime: str,
        about: Json,
        caption: str | None = None,
        fake_size: int | None = None,
        album: str | None = None,
        reply_to: int | None = None,
    ) -> int:
        file = self._server.world.store(kind, data, name, mime, fake_size)
        typed = {} if kind in ("photo", "sticker") else {"mime_type": file.mime}
        described: Json = {**about, **({} if kind == "video_note" else typed), **file.api()}
        fields: Json = {kind: [described] if kind == "photo" else described}
        fields |= _typed("caption", caption) if caption else {}
        fields |= {"media_group_id": album} if album else {}
        return self._post(fields, html.escape(caption or ""), reply_to)

    def _post(self, fields: Json, shown_as: str = "", reply_to: int | None = None) -> int:
        if self._chat.blocked:
            raise ValueError("this person has blocked the bot")
        channel = self._chat.api["type"] == "channel"
        self._chat.started = True
        quoted = {"_reply_to": reply_to} if reply_to else {}
        message = Message({**fields, **quoted}, False, shown_as)
        api = self._server.world.add(self._chat, message, None if channel else self.person)
        self._server.updates.put("channel_post" if channel else "message", api)
        return int(api["message_id"])


def _typed(name: str, text: str) -> Json:
    """A typed text with the entities Telegram finds in it: commands."""
    commands = [
        {"type": "bot_command", "offset": utf16(text[: found.start()]), "length": utf16(found.group())}
        for found in COMMAND.finditer(text)
    ]
    entities = "entities" if name == "text" else "caption_entities"
    return {name: text, **({entities: commands} if commands else {})}


def _pieces(text: str) -> list[str]:
    """Cut where the limit falls, or after the last line break in the last quarter before it."""
    pieces = []
    while utf16(text) > MAX_TEXT_UNITS:
        end = min(len(text), MAX_TEXT_UNITS)
        while utf16(text[:end]) > MAX_TEXT_UNITS:
            end -= max(1, (utf16(text[:end]) - MAX_TEXT_UNITS) // 2)
        line = text.rfind("\n", end * 3 // 4, end)
        end = line + 1 if line > 0 else end
        pieces.append(text[:end])
        text = text[end:]
    return [*pieces, text]
