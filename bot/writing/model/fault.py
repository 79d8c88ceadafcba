"""A fault: what is wrong with one sentence of a model, in a form that can be sent back to it."""

from dataclasses import dataclass

from bot.facts import FindingKind

STRUCTURAL = (
    "format",
    "marker_unknown",
    "marker_foreign",
    "marker_doubled",
    "marker_missing",
    "untold",
    "tag_unknown",
    "across",
    "tag_inside",
    "digits",
    "foreign_words",
    "direction",
    "hedge",
    "unit_doubled",
    "refused",
    "too_long",
    "too_short",
    "repeated",
    "lead_too_much",
)
FAULT_KINDS = (*STRUCTURAL, *(str(kind) for kind in FindingKind))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong. `what` names the place, with markers for values, so that it may be sent to a model."""

    kind: str
    what: str = ""
