"""The independent reader, asked the right question: what in this prose do these notes not back?"""

import re
from collections.abc import Sequence

from bot.facts import Finding, FindingKind, Lexicon, compare

_SIGNING = re.compile("签订|签署|签了?")
_PLEDGE = re.compile("责任书|责任状|承诺书")
_UNSIGNED = re.compile("[没未不]签|[没未]有?[^，。；]{0,4}签")

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
    found = [finding for finding in compare(notes, prose, lexicon) if not _is_signed(finding, notes)]
    if not any(finding.kind in NAMING for finding in found):
        return list(found)
    still = {
        (finding.kind, finding.span)
        for finding in compare([*notes, *around], prose, lexicon)
        if finding.kind in NAMING
    }
    return [f for f in found if f.kind not in NAMING or (f.kind, f.span) in still]


def _is_signed(finding: Finding, notes: Sequence[str]) -> bool:
    """Whether only the signing of what was counted is new: 责任书58份 are signed ones unless that is denied."""
    if finding.kind is not FindingKind.STATUS_CHANGED or not _SIGNING.fullmatch(finding.excerpt):
        return False
    return any(_PLEDGE.search(note) for note in notes) and not any(_UNSIGNED.search(note) for note in notes)
