"""Comparing what was said with what is stored and what stands on the phones."""

import html
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.assistant.desk import Assistant
from bot.assistant.export import exported
from bot.library.shelf import Shelf
from bot.telegram import view
from storage import Store
from tests.chaos.looking import ask
from tests.chaos.people import Typist
from tests.chaos.tally import Tally
from tests.chaos.trouble import FAULTS, LONGER_THAN_ANYBODY_WAITS
from tests.doubles import BotApi


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
        stood = [(draft["draft"], note) for draft in mine for note in draft["notes"]]
        kept = [note["text"] for _, note in stood]
        order = {text: number for number, text in enumerate(typist.said)}
        known = [order[text] for text in kept if text in order]
        counts["answers sent"] += len(typist.said)
        counts["answers stored"] += len(set(known))
        counts["answers lost"] += len(order) - len(set(known))
        counts["answers doubled"] += len(known) - len(set(known))
        first = list(dict.fromkeys(known))
        passed = [(a, b) for a, b in pairwise(first) if a > b]
        counts["answers out of order"] += len(passed)
        where = {
            order[note["text"]]: _where(db, draft, note) for draft, note in stood if note["text"] in order
        }
        tally.notes += [
            f"out of order: {typist.person}: {where[a]}, and behind it {where[b]}" for a, b in passed
        ]
        seen = [one for one in typist.phone.screen if not one.from_bot and one.text in order]
        counts["answers without a reaction"] += sum(not one.reactions for one in seen)
        tally.wrong += [f"{typist.person} never said {text!r}" for text in kept if text not in order]


def _where(db: Path, draft: int, note: dict[str, Any]) -> str:
    """A note, where it is kept, when it came and when it was stored."""
    came = ask(
        db,
        f"SELECT i.seq, i.update_id, i.received_at FROM events e JOIN inbox i ON i.seq = e.inbox_seq "
        f"WHERE e.seq = {note['seq']}",
    )
    row = f"row {came[0][0]}, update {came[0][1]}, came {came[0][2]}" if came else "no row of its own"
    text, at = note["text"], note["at"]
    return f"{text!r} (draft {draft}, event {note['seq']}, {note['question']}, {note['kind']}, {at}; {row})"


def set_aside(db: Path, odd: int, tally: Tally) -> None:
    """Nothing was given up; only what nobody can parse was put aside."""
    counted = dict(ask(db, "SELECT state, count(*) FROM inbox GROUP BY state"))
    tally.counts["answers given up"] += counted.get("dead", 0)
    if counted.get("quarantined", 0) != odd:
        tally.wrong.append(f"{counted.get('quarantined', 0)} updates put aside of {odd} that do not parse")


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
