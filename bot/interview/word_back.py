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

    Not `free` is what nobody corrects by hand: title, headings, declarations, signature.
    """

    key: str
    before: str
    now: str
    free: bool
    doubts: tuple[Doubt, ...] = ()
