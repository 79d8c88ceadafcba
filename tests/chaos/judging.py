"""Comparing what was said, ordered and paid with what is stored and what stands on the phones."""

import html
import json
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from bot.assistant.desk import Assistant
from bot.assistant.export import exported
from bot.library.shelf import Shelf
from bot.telegram import view
from storage import Store
from tests.chaos.looking import ask
from tests.chaos.people import Typist
from tests.chaos.program import Program
from tests.chaos.tally import Tally
from tests.chaos.trouble import FAULTS, LONGER_THAN_ANYBODY_WAITS, Writer
from tests.doubles import BotApi
from tests.doubles.modelserver import ModelServer

ON_ITS_WAY = 0.5
"""Seconds between the server's last byte and a kill in which an answer cannot be on the program's disk."""


def answers(db: Path, typists: Sequence[Typist], tally: Tally) -> None:
    """Every note stored once, in the order in which it was said, and acknowledged."""
    store = Store(db)
    try:
        drafts = store.read_now(exported)
    finally:
        store.close()
    counts = tally.counts
    for typist in typists:
        mine = [draft for draft in drafts if draft["person"] == typist.person]
        kept = [note["text"] for draft in mine for note in draft["notes"]]
        order = {text: number for number, text in enumerate(typist.said)}
        known = [order[text] for text in kept if text in order]
        counts["answers sent"] += len(typist.said)
        counts["answers stored"] += len(set(known))
        counts["answers lost"] += len(order) - len(set(known))
        counts["answers doubled"] += len(known) - len(set(known))
        first = list(dict.fromkeys(known))
        counts["answers out of order"] += sum(a > b for a, b in pairwise(first))
        seen = [one for one in typist.phone.screen if not one.from_bot and one.text in order]
        counts["answers without a reaction"] += sum(not one.reactions for one in seen)
        tally.wrong += [f"{typist.person} never said {text!r}" for text in kept if text not in order]


def set_aside(db: Path, odd: int, tally: Tally) -> None:
    """Nothing was given up; only what nobody can parse was put aside."""
    counted = dict(ask(db, "SELECT state, count(*) FROM inbox GROUP BY state"))
    tally.counts["answers given up"] += counted.get("dead", 0)
    if counted.get("quarantined", 0) != odd:
        tally.wrong.append(f"{counted.get('quarantined', 0)} updates put aside of {odd} that do not parse")


def reports(program: Program, typists: Sequence[Typist], tally: Tally) -> None:
    """Every report ordered came, with each of its documents once."""
    counts, db = tally.counts, program.db
    rows = ask(db, "SELECT person, finish_seq, message_id, done_at FROM deliveries")
    waiting = ask(db, "SELECT count(*) FROM writings WHERE status = 'waiting'")[0][0]
    finishes = {seq for _, seq, _, _ in rows}
    counts["reports ordered"] += len(finishes) + waiting
    counts["reports delivered"] += len(finishes - {seq for _, seq, _, done in rows if done is None})
    for typist in typists:
        owed = [message for person, _, message, _ in rows if person == typist.person]
        there = [document.message_id for document in typist.phone.documents]
        counts["documents delivered"] += len(there)
        counts["documents delivered twice for one finish"] += len(set(there) - set(owed))
        counts["documents not delivered"] += len(owed) - len(set(there) & set(owed))
        coming = [seen.message_id for seen in typist.phone.screen.bot if "正在送来" in seen.text]
        counts["lines left behind where a document was to come"] += len(coming)
        counts["of these, lines whose number the program had heard"] += sum(
            not _lost(typist, message, program) for message in coming
        )


def _lost(typist: Typist, message: int, program: Program) -> bool:
    """Whether the answer to the send of this message never came, or came as the program ended."""
    calls = typist.api.calls_of("sendMessage")
    call = next(call for call in calls if call.ok and call.result["message_id"] == message)
    answered = call.at + call.took
    killed = any(call.at <= gone and begun <= answered + ON_ITS_WAY for begun, gone in program.ended)
    return killed or call.fault in ("reply_lost", "delay")


def paid(server: ModelServer, writer: Writer, program: Program, tally: Tally) -> None:
    """No prompt was asked again after its answer had arrived.

    A newer order stops an older one, which ends its calls as a kill does.
    """
    replaced = ask(program.db, "SELECT ended_at FROM writings WHERE status = 'stopped'")
    stops = [datetime.fromisoformat(at).timestamp() for (at,) in replaced]
    ends = [*program.ended, *((at, at) for at in stops)]
    delivered: dict[str, float] = {}
    for number, call in enumerate(server.asked):
        body = json.dumps(call.body, sort_keys=True)
        if body in delivered:
            at = delivered[body]
            in_the_air = any(begun - ON_ITS_WAY <= at <= gone for begun, gone in ends)
            name = "asked again because a kill or a newer order came while the answer was on its way"
            tally.counts[name if in_the_air else "sections paid twice"] += 1
            if not in_the_air:
                after = min((begun - at for begun, _ in ends if begun > at), default=0.0)
                tally.notes.append(f"paid twice: the answer came {after:.1f} s before the next end")
        if number in writer.whole and not call.left and call.took is not None:
            delivered[body] = call.at + call.took


def faults(api: BotApi, tally: Tally) -> None:
    """Which of the ordered faults really came over the program's calls."""
    named = {str(kind): name for name, kind in FAULTS.items()}
    for call in api.calls:
        name = named.get(call.fault)
        if name and (name != "timeouts" or call.took >= LONGER_THAN_ANYBODY_WAITS):
            tally.faults[name] += 1


async def cards(db: Path, shelf: Shelf, typists: Sequence[Typist], tally: Tally) -> None:
    """Every phone shows what the program means it to show, in the place where it believes it to be."""
    store = Store(db)
    try:
        assistant = Assistant(store, shelf)
        for typist in typists:
            reply = await assistant.present(typist.person)
            if reply.screen.view.startswith("writing"):
                continue
            tally.counts["cards looked at after restart"] += 1
            meant = _plain(view.html(reply.card))
            seen = next((s for s in typist.phone.screen if s.message_id == reply.screen.message_id), None)
            shown = _plain(seen.html) if seen else "nothing"
            if shown != meant or reply.screen.wanted != reply.screen.shown:
                tally.counts["cards wrong after restart"] += 1
                tally.wrong.append(f"{typist.person} should see\n{meant}\nand sees\n{shown}")
    finally:
        store.close()


def _plain(written: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", written)).strip()
