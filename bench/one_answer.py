"""What one answer costs in the store: `python -m bench.one_answer`, steady also beside other work.

Every message is stored, understood, kept and answered by a card in one commit, as in the running bot where
people write one by one, but without a channel, and without waiting for the disk. Of the same move by many
people the quick ones count: what disturbs a busy machine only makes some of them slower.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bench.peers.drafts import OUTLINE, begun, questions
from bench.peers.people import script
from bot.assistant.access import Access
from bot.assistant.desk import Assistant
from bot.assistant.showing import Reply
from bot.library.shelf import Shelf, read_shelf
from bot.telegram.at_once import arrive
from bot.telegram.reading import read
from storage import Store, drafts
from storage.inbox import Arrival

QUICK = 5
"""The quickest of so many people's counts."""


def answered_before(db: Database, shelf: Shelf, people: int) -> None:
    """Let everybody have answered all other questions."""
    every, asked = shelf.outlines[OUTLINE].questions(), questions()
    here = next(question.key for question in every if question.ask == asked[0])
    for draft in range(1, people + 1):
        for question in every:
            if question.ask not in asked:
                drafts.append(db, draft, kind="note", question_key=question.key, text="走访群众23户")
        drafts.append(db, draft, kind="go", question_key=here)


class Person:
    """Somebody in front of a card."""

    def __init__(self, user: int) -> None:
        self._user = user
        self._messages = 0
        self.reply: Reply | None = None

    def update(self, number: int, says: str) -> dict[str, Any]:
        """The update of what they type, or press if it is a button of their card."""
        self._messages += 1
        by, chat = {"id": self._user}, {"id": self._user, "type": "private"}
        card = self.reply.card if self.reply else None
        action = next((one.action for one in card.labels() if one.label == says), "") if card else ""
        if card is not None and action:
            shown = {"message_id": self._messages, "date": 1, "chat": chat}
            data = f"{card.draft}:{card.version}:{action}"
            query = {"id": str(number), "from": by, "message": shown, "data": data}
            return {"update_id": number, "callback_query": query}
        sent = {"message_id": self._messages, "date": int(time.time()), "from": by, "chat": chat}
        return {"update_id": number, "message": {**sent, "text": says}}


async def answered(house: Assistant, person: Person, update: dict[str, Any]) -> float:
    """Seconds of processor time until the answer is committed; it is shown then."""
    raw, incoming = json.dumps(update, ensure_ascii=False), read(update)
    assert incoming is not None
    arrivals = [Arrival(update["update_id"], incoming.chat, raw)]
    moves, free = {raw: incoming}, {incoming.chat}
    job = partial(arrive, assistant=house, source="telegram:7", arrivals=arrivals, moves=moves, free=free)
    before = time.process_time()
    arrived = await house.store.write(job)
    took = time.process_time() - before
    (person.reply,) = arrived.replies.values()
    house.reported.shown_again(person.reply, update["update_id"])
    return took


async def measure(people: int, *, late: bool) -> None:
    """Everybody's answers to the first questions that take notes."""
    shelf, moves = read_shelf(), list(script(questions()))
    statements: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "shuzhi.db"
        begun(path, 1001, people)
        store = Store(path)
        house = Assistant(store, shelf, access=Access(everybody=True))
        if late:
            await store.write(partial(answered_before, shelf=shelf, people=people))
        await store.read(lambda db: db.execute("PRAGMA synchronous = OFF"))
        crowd = [Person(1001 + number) for number in range(people)]
        took = []
        for at, move in enumerate(moves):
            times = []
            for number, person in enumerate(crowd, at * people + 1):
                times.append(await answered(house, person, person.update(number, move.says)))
            took.append(sorted(times)[people // QUICK])
        await store.read(lambda db: db.conn.set_trace_callback(statements.append))
        await answered(house, crowd[0], crowd[0].update(len(moves) * people + 1, "再走访群众12户"))
        store.close()
    when = "with all else answered" if late else "early in the interview"
    print(f"one answer {when}: {statistics.mean(took) * 1000:.2f} ms, {len(statements)} statements")


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m bench.one_answer", description=__doc__)
    parser.add_argument("--people", type=int, default=30)
    asked = parser.parse_args()
    for late in (False, True):
        asyncio.run(measure(asked.people, late=late))


if __name__ == "__main__":
    main()
