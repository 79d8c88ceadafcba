"""One change in a report that came back from Word, as the person is asked about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of the edited sentence that do not agree with the `note`; empty if nothing was said of it.

    Or, with a `reason`, a mark of something that may not be public.
    """

    excerpt: str
    note: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WordChange:
    """The sentence as it was and as it reads `now`, empty if it was taken out; `key` names the change.

    `before` is empty for lines that were put in. `since` is what the report reads by now, where that has
    changed as well. `place` is the kind of place outside the running text: title, heading, declaration, ….
    `why` names the text that says why it cannot be taken; empty if it can.
    """

    key: str
    before: str
    now: str
    doubts: tuple[Doubt, ...] = ()
    since: str = ""
    place: str = ""
    why: str = ""

    @property
    def free(self) -> bool:
        """Whether it can be taken."""
        return not self.why

    @property
    def disagrees(self) -> bool:
        """Whether it says what was never said, or what was said otherwise."""
        return any(not doubt.reason for doubt in self.doubts)

    @property
    def alone(self) -> bool:
        """Whether it is decided by itself: it is doubtful, was changed twice, or is a declaration."""
        return bool(self.doubts or self.since) or self.place == DECLARATION


DECLARATION = "declaration"
