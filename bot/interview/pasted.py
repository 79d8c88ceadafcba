"""A long paste that the app cut into messages: told by its length, its order and its second."""

from datetime import timedelta

from bot.interview.event import Event, EventKind, NewEvent
from bot.interview.move import Say

FULL = 4096
"""As many UTF-16 units an app puts into one message; it looks for a line break in the last quarter."""
AT_ONCE = timedelta(seconds=1)


def joined(newest: Event | None, move: Say) -> NewEvent | None:
    """The message as what goes on with the newest thing said; None if it stands for itself.

    Where the app cut at a line break, the line break it swallowed is given back.
    """
    if newest is None or newest.kind not in (EventKind.NOTE, EventKind.JOIN):
        return None
    if newest.message_id is None or move.at is None or move.message_id != newest.message_id + 1:
        return None
    units = len(newest.text.lstrip("\n").encode("utf-16-le")) // 2
    if units < FULL * 3 // 4 or abs(move.at - newest.at) > AT_ONCE:
        return None
    text = move.text if units >= FULL - 1 else f"\n{move.text}"
    note = newest.target if newest.kind is EventKind.JOIN else newest.seq
    return NewEvent(EventKind.JOIN, newest.question_key, text, note, move.message_id, move.at)
