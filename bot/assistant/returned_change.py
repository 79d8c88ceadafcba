"""One change in a report back from Word: as the card tells it, and what taking it does."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.assistant.same_place import Spot
from bot.interview.event import NewEvent
from bot.interview.word_back import DECLARATION, Doubt, WordChange
from bot.writing.numbering import heading_form
from bot.writing.places import Place


@dataclass(frozen=True, slots=True)
class Returned:
    """One change: as the card tells it, and what taking it does: a sentence by hand, or an event.

    What was moved is one change of several sentences: `text` is what the first reads then, `also` the others
    with what they read, nothing for one that has left its place.
    """

    told: WordChange
    taking: Spot | NewEvent | None
    text: str = ""
    also: tuple[tuple[Spot, str], ...] = ()

    def guarded(self, marks: Callable[[str], str]) -> "Returned":
        """The same with a doubt where it brings in what `marks` says may not be public."""
        reason = marks(self.told.now) if self.told.free else ""
        if not reason or marks(self.told.before):
            return self
        return replace(self, told=replace(self.told, doubts=(Doubt("", "", reason), *self.told.doubts)))

    def apart(self, equals: int) -> "Returned":
        """The same with a key of its own where so many sentences before it read the same."""
        if not equals:
            return self
        return replace(self, told=replace(self.told, key=_key(f"{self.told.key}\n{equals}")))


def change(
    old: str,
    now: str,
    place: Place | None,
    *,
    since: str = "",
    doubts: tuple[Doubt, ...] = (),
    why: str = "",
    taking: Spot | NewEvent | None = None,
) -> Returned:
    """A change of what stood at that place, or of new lines; `since` is what it reads by now, if not `old`.

    With `why` it cannot be taken, and that is the reason.
    """
    if place is None:
        headed = any(heading_form(line) for line in now.split("\n"))
        kind = "added_heading" if headed else "moved" if old else "added"
    else:
        kind = "" if place.running else kind_of(place.key)
    return Returned(
        WordChange(_key(f"{since or old}\n{now}"), old, now, doubts, since, kind, why),
        None if why else taking,
    )


def kind_of(key: str) -> str:
    """What stands at a place of that key, as cards name it."""
    name = key.partition(":")[0]
    return DECLARATION if name == "declared" else name


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
