"""A finding: one place where prose says what the notes do not, or fails to say what they do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """The ways in which a report can be unfaithful to what was said."""

    NUMBER_CHANGED = "number_changed"
    NUMBER_INVENTED = "number_invented"
    UNIT_SWAPPED = "unit_swapped"
    SCALE_CHANGED = "scale_changed"
    DIRECTION_FLIPPED = "direction_flipped"
    NEGATION_CHANGED = "negation_changed"
    HEDGE_CHANGED = "hedge_changed"
    RANK_CHANGED = "rank_changed"
    DATE_CHANGED = "date_changed"
    TOTAL_INVENTED = "total_invented"
    PLACEHOLDER_FILLED = "placeholder_filled"
    STATUS_CHANGED = "status_changed"
    SUBJECTS_EXCHANGED = "subjects_exchanged"
    NAME_INVENTED = "name_invented"
    HONOUR_INVENTED = "honour_invented"
    MEETING_INVENTED = "meeting_invented"
    TITLE_INVENTED = "title_invented"
    CAMPAIGN_INVENTED = "campaign_invented"
    DECLARATION_INVENTED = "declaration_invented"
    FACT_MISSING = "fact_missing"


MESSAGES = {
    FindingKind.NUMBER_CHANGED: "the notes give another number",
    FindingKind.NUMBER_INVENTED: "no note gives this number",
    FindingKind.UNIT_SWAPPED: "the notes give this number with another unit",
    FindingKind.SCALE_CHANGED: "the notes give this number at another scale",
    FindingKind.DIRECTION_FLIPPED: "the notes say the opposite direction",
    FindingKind.NEGATION_CHANGED: "a negation was dropped or added",
    FindingKind.HEDGE_CHANGED: "the notes are more, or less, exact than this",
    FindingKind.RANK_CHANGED: "the notes give another rank or level",
    FindingKind.DATE_CHANGED: "the notes give another date or time scope",
    FindingKind.TOTAL_INVENTED: "nobody gave this total or average",
    FindingKind.PLACEHOLDER_FILLED: "the notes leave this open",
    FindingKind.STATUS_CHANGED: "the notes do not say that this is done",
    FindingKind.SUBJECTS_EXCHANGED: "the notes say this of something else",
    FindingKind.NAME_INVENTED: "no note gives this name",
    FindingKind.HONOUR_INVENTED: "no note gives this honour",
    FindingKind.MEETING_INVENTED: "no note gives this meeting or activity",
    FindingKind.TITLE_INVENTED: "no note gives this title",
    FindingKind.CAMPAIGN_INVENTED: "neither the notes nor the year pack carry this",
    FindingKind.DECLARATION_INVENTED: "nobody declared this",
    FindingKind.FACT_MISSING: "the text does not say this",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One unfaithful place.

    `span` is (start, end) in the prose. For a missing fact it is an empty span at the end of the prose.
    `excerpt` is the text of the span, for a missing fact the text of the fact. `note` is the index of the
    note it concerns, None where there is no such note.
    """

    kind: FindingKind
    span: tuple[int, int]
    excerpt: str
    note: int | None
    message: str
