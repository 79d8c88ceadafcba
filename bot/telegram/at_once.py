"""What arrives where nobody is being answered is stored and handled in one commit, not in two."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field

from sqlite_utils import Database

from bot.assistant.desk import Assistant
from bot.assistant.showing import Reply
from bot.telegram.incoming import Incoming
from storage import inbox
from storage.batches import attempt
from storage.inbox import Arrival, Waiting

MOST = 8
"""Where more arrive together they are only stored: Telegram is told sooner, and commits are shared anyway."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """The new rows; what was read of them, by content; and the answers that there are already, by row."""

    rows: list[Waiting]
    moves: Mapping[str, Incoming | None] = field(default_factory=dict)
    replies: Mapping[int, Reply] = field(default_factory=dict)


def arrive(
    db: Database,
    assistant: Assistant,
    source: str,
    arrivals: list[Arrival],
    moves: Mapping[str, Incoming | None],
    free: Set[int],
) -> Arrived:
    """Inside a job of the store: put what arrived into the inbox, and take the first move of `free` chats.

    A move that fails leaves its row waiting, as it does whatever has to be fetched or heard first.
    """
    rows: list[Waiting] = []
    replies: dict[int, Reply] = {}
    waiting = set(free) if len(arrivals) <= MOST else set()
    for arrival in arrivals:
        incoming = moves.get(arrival.raw) if arrival.chat in waiting else None
        if incoming is None or not incoming.complete:
            stored = inbox.put(db, source, [arrival])
        else:
            stored = inbox.put(db, source, [arrival], handled=True)
            for row in stored:
                reply, _ = attempt(db, _taking(assistant, incoming, row.seq))
                if reply is None:
                    inbox.wait(db, row.seq)
                else:
                    replies[row.seq] = reply
        waiting.difference_update(row.chat for row in stored)
        rows += stored
    return Arrived(rows, moves, replies)


def _taking(assistant: Assistant, incoming: Incoming, seq: int) -> Callable[[Database], Reply]:
    return lambda db: assistant.taken(db, incoming.person, incoming.move, seq, incoming.message_id)
