"""A sentence by hand whose note reads differently since: the two do not agree, and one of them holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """`sentence` stands in the report, though the note it was made of reads `note` now.

    Empty words are a sentence that was taken out. `key` names both readings: it is another one as soon as the
    note is changed again.
    """

    key: str
    question: str
    label: str
    note: str
    sentence: str
