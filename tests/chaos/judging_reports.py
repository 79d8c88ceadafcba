"""Comparing what was ordered with what came, and what was paid for with what was kept."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.writing.model.prompt import Prompt, Turn
from tests.chaos.looking import ask
from tests.chaos.people import Typist
from tests.chaos.program import Program
from tests.chaos.tally import Tally
from tests.chaos.trouble import Writer
from tests.doubles.modelserver import ModelServer
from tests.doubles.modelserver.behaviour import Json

ON_ITS_WAY = 0.5
"""Seconds between the server's last byte and a kill in which an answer cannot be on the program's disk."""
TRIES = 10
"""More often than anybody wishes for another version of one section."""
NEAR = 20.0
"""Seconds around a moment in which ends of the program are told."""


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
        for message in coming:
            _left_behind(typist, message, program, tally)


def _left_behind(typist: Typist, message: int, program: Program, tally: Tally) -> None:
    """Count a line whose number the program had heard; not one whose send was answered too late or never."""
    calls = [call for call in typist.api.calls_of("sendMessage") if call.ok]
    mine = [call for call in calls if call.result["chat"]["id"] == typist.phone.person["id"]]
    call = next(call for call in mine if call.result["message_id"] == message)
    answered = call.at + call.took
    killed = _ended_between(call.at, answered + ON_ITS_WAY, program)
    if killed or call.fault in ("reply_lost", "delay"):
        return
    tally.counts["of these, lines whose number the program had heard"] += 1
    tally.notes.append(
        f"left behind: message {message} of {typist.person}, sent at {call.at:.2f}, answered after "
        f"{call.took:.2f} s, fault {call.fault or 'none'}; {_near(answered, program.ended)}"
    )


def paid(server: ModelServer, writer: Writer, program: Program, tally: Tally) -> None:
    """No prompt was asked again for the same person after its answer had arrived.

    A newer order hears the calls of the one it stops. Figures are sealed in prompts, so two people may ask
    the same: each of them pays once.
    """
    came: dict[str, list[tuple[float, float]]] = {}
    asked: Counter[str] = Counter()
    for number, call in enumerate(server.asked):
        body = json.dumps(call.body, sort_keys=True)
        asked[body] += 1
        if number in writer.whole and not call.left and call.took is not None:
            came.setdefault(body, []).append((call.at, call.at + call.took))
    again = "asked again because a kill came while the answer was on its way"
    for body, answers in came.items():
        landed = [at for began, at in answers if not _ended_between(began, at + ON_ITS_WAY, program)]
        tally.counts[again] += min(len(answers) - len(landed), asked[body] - 1)
        if len(landed) > 1 and (more := len(landed) - len(_payers(program.db, json.loads(body)))) > 0:
            tally.counts["sections paid twice"] += more
            tally.notes += [
                f"paid twice: an answer came at {at:.2f}; {_near(at, program.ended)}" for at in landed
            ]


def _ended_between(start: float, end: float, program: Program) -> bool:
    """Whether the program was killed, or told to stop, at some moment in between."""
    return any(start <= gone and begun <= end for begun, gone in program.ended)


def _payers(db: Path, body: Json) -> set[str]:
    """For whom the answer to this prompt is kept."""
    turns = tuple(Turn(message["role"], message["content"]) for message in body["messages"])
    most = body.get("max_completion_tokens") or body["max_tokens"]
    keys = [Prompt("", turns, most, body["temperature"], again).key for again in range(TRIES)]
    kept = ", ".join(f"'{key}'" for key in keys)
    rows = ask(db, f"SELECT person FROM model_calls WHERE answer IS NOT NULL AND key IN ({kept})")
    return {person for (person,) in rows}


def _near(at: float, ends: Iterable[tuple[float, float]]) -> str:
    """When the program was ended around that moment, as seconds before and after it."""
    near = sorted(begun - at for begun, _ in ends if abs(begun - at) < NEAR)
    return f"the program ended {', '.join(f'{seconds:+.1f}' for seconds in near) or 'not'} s from then"
