"""What an edited sentence says that nobody said."""

from functools import lru_cache

from bot.facts import FindingKind, Lexicon
from bot.interview.word_back import Doubt


@lru_cache(maxsize=512)
def doubts_of(notes: tuple[str, ...], old: str, new: str, lexicon: Lexicon) -> tuple[Doubt, ...]:
    """What does not agree with the notes in the new sentence and did in the old one, each with its note.

    Leaving something out is nobody's doubt.
    """
    from bot.facts import compare

    known = {finding.excerpt for finding in compare(notes, old, lexicon)}
    doubts: dict[str, Doubt] = {}
    for finding in compare(notes, new, lexicon):
        if finding.kind is FindingKind.FACT_MISSING or finding.excerpt in known:
            continue
        note = finding.note if finding.note is not None else 0 if len(notes) == 1 else None
        doubts.setdefault(finding.excerpt, Doubt(finding.excerpt, notes[note] if note is not None else ""))
    return tuple(doubts.values())
