"""The independent reader, asked the right question: what in this prose do these notes not back?"""

from collections.abc import Sequence

from bot.facts import Finding, FindingKind, Lexicon, compare

NAMING = frozenset(
    (
        FindingKind.NAME_INVENTED,
        FindingKind.HONOUR_INVENTED,
        FindingKind.MEETING_INVENTED,
        FindingKind.TITLE_INVENTED,
        FindingKind.CAMPAIGN_INVENTED,
    )
)
INVENTED = NAMING | {
    FindingKind.NUMBER_INVENTED,
    FindingKind.NUMBER_CHANGED,
    FindingKind.TOTAL_INVENTED,
    FindingKind.RANK_CHANGED,
    FindingKind.DECLARATION_INVENTED,
}


def unbacked(notes: Sequence[str], around: Sequence[str], prose: str, lexicon: Lexicon) -> list[Finding]:
    """What the reader finds against the notes.

    A name, meeting, title or campaign is also backed by the words `around`: other notes, headings, the
    person's own place and post.
    """
    found = compare(notes, prose, lexicon)
    if not any(finding.kind in NAMING for finding in found):
        return list(found)
    still = {
        (finding.kind, finding.span)
        for finding in compare([*notes, *around], prose, lexicon)
        if finding.kind in NAMING
    }
    return [f for f in found if f.kind not in NAMING or (f.kind, f.span) in still]
