"""What follows a refusal: earlier pieces of the same paste are taken back, and the person is told."""

import json
from collections.abc import Callable
from typing import TypeVar

from sqlite_utils import Database

from bot.assistant.desk import Assistant
from bot.telegram.guard import Judged, Refused, earlier_pieces
from bot.telegram.incoming import person_id
from bot.telegram.screens import Screens
from bot.telegram.telling import Teller
from storage import kept_out

T = TypeVar("T")

LOOK_BACK = 50
"""So many of a chat's newest messages may hold pieces of one paste."""


class KeptOut:
    """Stores a batch without what was refused in it, and undoes what was stored of the same pastes before.

    One transaction: killed at any moment, either the refused message comes again, or nothing of its paste is
    left. Only then is it acknowledged, and its sender told.
    """

    def __init__(self, assistant: Assistant, screens: Screens, teller: Teller, source: str) -> None:
        self._assistant = assistant
        self._screens = screens
        self._teller = teller
        self._source = source

    async def refuse(self, judged: Judged, put: Callable[[Database], T]) -> T:
        """`put` what was kept; return what that brings. Raises StorageError and has changed nothing."""

        def job(db: Database) -> tuple[T, dict[int, int]]:
            taken: dict[int, int] = {}
            for refused in judged.refused:
                taken[refused.who] = taken.get(refused.who, 0) + self._take_back(db, refused)
            kept_out.note(db, judged.cuts)
            return put(db), taken

        stored, taken = await self._assistant.store.write(job)
        if any(taken.values()):
            await self._assistant.scrubber.scrub()
        for who, pieces in taken.items():
            if pieces:
                await self._screens.settle(person_id(who))
        for refused in judged.refused:
            pieces = refused.pieces + taken.pop(refused.who, 0)
            whole = self._assistant.shelf.texts("guard_refused_whole", n=pieces) if pieces else ""
            self._teller.tell(refused.who, refused.why + whole)
        return stored

    def _take_back(self, db: Database, refused: Refused) -> int:
        """Delete the pieces that came before, wherever they have got to; how many there were."""
        if refused.begun is None:
            return 0
        found = kept_out.newest(db, self._source, refused.who, LOOK_BACK)
        came = {row.seq: json.loads(row.raw) for row in found}
        pieces = earlier_pieces(came.values(), refused.begun)
        numbers = [piece["message"]["message_id"] for piece in pieces]
        rows = [seq for seq, update in came.items() if _number(update) in numbers]
        if pieces:
            self._assistant.take_back(db, person_id(refused.who), rows, numbers)
        return len(pieces)


def _number(update: dict[str, object]) -> object:
    """Which message an update is about: the new one, or an edited one."""
    message = update.get("message") or update.get("edited_message")
    return message.get("message_id") if isinstance(message, dict) else None
