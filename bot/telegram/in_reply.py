"""What goes along with the answer to a push: Telegram takes one call there, and it costs no call of its own.

Whether it worked Telegram does not say, so it is a call that may fail: a reaction, or the end of a spinner.
"""

from dataclasses import dataclass
from typing import Any

from bot.assistant.showing import Reply
from bot.interview.move import Correct, Press
from bot.telegram.incoming import Incoming
from bot.telegram.plain import press_answered, reaction
from bot.telegram.reactions import sign_of


@dataclass(frozen=True, slots=True)
class InReply:
    """The call, and the message of which person it acknowledges, if it does."""

    call: dict[str, Any]
    acknowledges: tuple[str, int] | None = None


def in_reply(incoming: Incoming, reply: Reply) -> InReply | None:
    """What of an answer can be said there; None if nothing."""
    touched = incoming.touched
    if reply.kept and touched is not None:
        sign = sign_of(corrected=isinstance(incoming.move, Correct))
        call = {"method": "setMessageReaction", **reaction(incoming.chat, touched, sign)}
        return InReply(call, (incoming.person, touched))
    if incoming.query is not None:
        notice = reply.notice if isinstance(incoming.move, Press) else ""
        return InReply({"method": "answerCallbackQuery", **press_answered(incoming.query, notice)})
    return None
