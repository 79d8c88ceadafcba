"""What can be read from a raw update before anything of it is parsed or stored."""

from typing import Any

_KINDS = ("message", "edited_message", "callback_query")


def content(update: dict[str, Any]) -> dict[str, Any]:
    """The message or press in the update; empty for anything else."""
    for kind in _KINDS:
        if kind in update:
            found = update[kind]
            return found if isinstance(found, dict) else {}
    return {}


def sender(update: dict[str, Any]) -> int | None:
    """The number of whoever caused the update; None if the update does not tell."""
    found = content(update).get("from")
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) else None


def chat_type(update: dict[str, Any]) -> str | None:
    """The kind of chat; None if the update does not tell."""
    inside = content(update)
    holder = inside.get("message", inside) if "callback_query" in update else inside
    chat = holder.get("chat") if isinstance(holder, dict) else None
    kind = chat.get("type") if isinstance(chat, dict) else None
    return str(kind) if kind is not None else None
