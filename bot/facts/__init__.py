"""Facts: read out of notes, and looked for in prose. Pure: no I/O, nothing of the other rooms."""

from typing import TYPE_CHECKING

from bot.lazily import parts

if TYPE_CHECKING:
    from .comparing import compare
    from .fact import Direction, Fact, FactKind, Hedge, Status
    from .finding import Finding, FindingKind
    from .lexicon import Lexicon
    from .phrases import lexicon_from
    from .placing import Place, Placed, locate, words_in
    from .readers.reader import read

__all__ = [
    "Direction",
    "Fact",
    "FactKind",
    "Finding",
    "FindingKind",
    "Hedge",
    "Lexicon",
    "Place",
    "Placed",
    "Status",
    "compare",
    "lexicon_from",
    "locate",
    "read",
    "words_in",
]

__getattr__ = parts(
    __name__,
    {
        "Direction": "fact",
        "Fact": "fact",
        "FactKind": "fact",
        "Finding": "finding",
        "FindingKind": "finding",
        "Hedge": "fact",
        "Lexicon": "lexicon",
        "Place": "placing",
        "Placed": "placing",
        "Status": "fact",
        "compare": "comparing",
        "lexicon_from": "phrases",
        "locate": "placing",
        "read": "readers.reader",
        "words_in": "placing",
    },
)
