"""Words of a finished report that the person set by hand outside its running text, and lines they put in.

A place has a key that outlives a new writing: `title`, `salutation`, `opening:0`, `heading:PART`,
`declared:QUESTION:NOTE:0`, `closing`, `signature`, `date`, and `added:EVENT:0` for a line that was put in.
`gap:QUESTION` stands for every 【待补】 of that question: the person has filled them in the report itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.interview.event import Event, EventKind
from bot.interview.outline import Outline

DECLARED, GAP = "declared", "gap"
_OPENING = ("name", "place", "post", "year", "since", "duties")
_RESTS_ON = {
    "title": ("year", "place", "post"),
    "salutation": ("audience",),
    "opening": _OPENING,
    "signature": ("name",),
    "date": ("sign_date",),
}


@dataclass(frozen=True, slots=True)
class Restated:
    """What a place reads since that event, in the person's words; empty if they took it out."""

    seq: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Overridden:
    """Words of a place that count no more, because the questions `by` were answered after they were set."""

    place: str
    text: str
    by: frozenset[str]

    @property
    def kind(self) -> str:
        """Which kind of place it is: title, opening, declared, …."""
        return self.place.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Added:
    """Lines that were put in by that event, `behind` one place and `before` another."""

    seq: int
    behind: str
    before: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ByHand:
    """Everything set by hand outside the running text, and every sentence of it."""

    restated: Mapping[str, Restated]
    added: tuple[Added, ...] = ()
    sentences: frozenset[str] = frozenset()
    overridden: tuple[Overridden, ...] = ()

    def fills(self, question: str) -> bool:
        """Whether the report shows no gap of this question any more, though its notes have one."""
        return f"{GAP}:{question}" in self.restated

    def of_declaration(self, question: str) -> Restated | None:
        """The person's own wording of a declaration."""
        return self.restated.get(declared_key(question))


NOTHING_BY_HAND = ByHand({})


def declared_key(question: str, note: int | None = None) -> str:
    """The key of a declaration's sentence; `note` is the person's own addition to it."""
    return f"{DECLARED}:{question}:{note or ''}:0"


def by_hand(events: Iterable[Event], said: Iterable[Event], outline: Outline) -> ByHand:
    """What stands of it after these events. Where the answer under a place was given anew since, that counts.

    `said` are the events that were not taken back.
    """
    newest: dict[str, int] = {}
    for event in said:
        newest[event.question_key] = max(event.seq, newest.get(event.question_key, 0))
    restated: dict[str, Restated] = {}
    added: list[Added] = []
    sentences: set[str] = set()
    for event in events:
        match event.kind:
            case EventKind.RESTATE:
                key = _renamed(event.question_key, outline)
                restated[key] = Restated(event.seq, event.text, event.at)
            case EventKind.ADD:
                behind, _, before = event.question_key.partition("|")
                places = _renamed(behind, outline), _renamed(before, outline)
                added.append(Added(event.seq, *places, tuple(event.text.split("\n"))))
            case EventKind.OWN if event.text.strip():
                sentences.add(event.text.strip())
            case _:
                pass
    since = {
        key: frozenset(question for question in _rests_on(key) if newest.get(question, 0) > one.seq)
        for key, one in restated.items()
    }
    standing = {key: one for key, one in restated.items() if not since[key]}
    overridden = tuple(
        Overridden(key, one.text, since[key])
        for key, one in restated.items()
        if since[key] and not key.startswith(f"{GAP}:")
    )
    return ByHand(standing, tuple(added), frozenset(sentences), overridden)


def _rests_on(key: str) -> tuple[str, ...]:
    name, _, rest = key.partition(":")
    return (rest.partition(":")[0],) if name in (DECLARED, GAP) else _RESTS_ON.get(name, ())


def _renamed(key: str, outline: Outline) -> str:
    """The key with the present name of the question in it."""
    name, *rest = key.split(":")
    if name in (DECLARED, GAP, "note") and rest:
        rest[0] = outline.renames.get(rest[0], rest[0])
    return ":".join((name, *rest))
