"""What a person sees: the messages of one chat as they are now."""

from collections.abc import Iterator
from dataclasses import dataclass

from .wire import Json
from .world import Chat, Message


@dataclass(frozen=True)
class Button:
    """`data` is empty for a link, which has a `url` instead, and for what copies `copy` to the clipboard."""

    label: str
    data: str = ""
    url: str = ""
    copy: str = ""


@dataclass(frozen=True)
class Document:
    """A document the bot sent, as it arrives."""

    name: str
    data: bytes
    caption: str
    message_id: int


@dataclass(frozen=True)
class Toast:
    """The bot's answer to a press; `text` is empty when only the spinner stopped."""

    text: str
    alert: bool
    data: str
    query_id: str


@dataclass(frozen=True)
class Seen:
    """One visible message. `text` is the caption for a file; `versions` are earlier texts, oldest first."""

    message_id: int
    from_bot: bool
    text: str
    html: str
    buttons: list[list[Button]]
    document: Document | None
    edited: int
    versions: list[str]
    reactions: list[str]
    pinned: bool
    reply_to: int | None
    silent: bool = False

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]

    def button(self, label: str) -> Button | None:
        """The button with this label, else the first whose label contains it."""
        every = [button for row in self.buttons for button in row]
        exact = [button for button in every if button.label == label]
        return next(iter(exact or [button for button in every if label in button.label]), None)

    def __str__(self) -> str:
        marks = [f"edited {self.edited}×"] if self.edited else []
        marks += [f"reply to #{self.reply_to}"] if self.reply_to else []
        marks += ["pinned"] if self.pinned else []
        marks += self.reactions
        lines = [f"#{self.message_id} {'bot' if self.from_bot else 'person'} {' · '.join(marks)}".rstrip()]
        if self.document:
            lines.append(f"    [{self.document.name}, {len(self.document.data)} bytes]")
        lines += [f"    {line}" for line in self.text.split("\n")]
        lines += ["    " + " ".join(f"[{button.label}]" for button in row) for row in self.buttons]
        return "\n".join(lines)


class Screen(list[Seen]):
    """The visible messages, oldest first; prints as a conversation."""

    @property
    def bot(self) -> list[Seen]:
        return [seen for seen in self if seen.from_bot]

    @property
    def text(self) -> str:
        """All that the bot shows, for a quick `in`."""
        return "\n".join(seen.text for seen in self.bot)

    @property
    def card(self) -> Seen | None:
        """The newest message with buttons."""
        return next((seen for seen in reversed(self) if seen.buttons), None)

    def __str__(self) -> str:
        return "\n".join(str(seen) for seen in self) or "(an empty chat)"


def screen_of(chat: Chat) -> Screen:
    return Screen(_visible(chat))


def _visible(chat: Chat) -> Iterator[Seen]:
    for message_id, message in chat.messages.items():
        if not message.deleted:
            yield _seen(chat, message_id, message)


def _seen(chat: Chat, message_id: int, message: Message) -> Seen:
    text = str(message.api.get("text", message.api.get("caption", "")))
    document = None
    if message.from_bot and message.file:
        document = Document(message.file.name or "", message.file.data, text, message_id)
    rows = (message.keyboard or {}).get("inline_keyboard", [])
    return Seen(
        message_id=message_id,
        from_bot=message.from_bot,
        text=text,
        html=message.html,
        buttons=[[_button(button) for button in row] for row in rows],
        document=document,
        edited=message.edits,
        versions=list(message.versions),
        reactions=list(message.reactions),
        pinned=message_id in chat.pinned,
        reply_to=message.api.get("_reply_to"),
        silent=message.silent,
    )


def _button(button: Json) -> Button:
    copied = button.get("copy_text", {}).get("text", "")
    return Button(button["text"], button.get("callback_data", ""), button.get("url", ""), copied)
