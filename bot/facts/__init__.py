"""Facts: read out of notes, and looked for in prose. Pure: no I/O, nothing of the other rooms."""

from .comparing import Placed, compare, locate
from .fact import Direction, Fact, FactKind, Hedge, Status
from .finding import Finding, FindingKind
from .lexicon import Lexicon, lexicon_from
from .reader import read

__all__ = [
    "Direction",
    "Fact",
    "FactKind",
    "Finding",
    "FindingKind",
    "Hedge",
    "Lexicon",
    "Placed",
    "Status",
    "compare",
    "lexicon_from",
    "locate",
    "read",
]
