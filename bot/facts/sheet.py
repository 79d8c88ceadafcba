"""The fact sheet as a value: every fact of a report with its sentence and its note, to be verified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .fact import FactKind


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact in the report: what it is, the sentence where it stands, the question and note it came from.

    Without a note it was chosen or confirmed; without a question as well it stands in words of ours, or in a
    sentence that the person wrote into the report `by_hand`.
    """

    kind: FactKind
    text: str
    sentence: str
    question: str
    note: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class UnusedFact:
    """A fact that was given and is not in the report. `reason` names a text of prompts/chat/."""

    kind: FactKind
    text: str
    question: str
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A declaration in the report, and when it was confirmed."""

    sentence: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class FactSheet:
    """All that has to be checked before a report is handed in; facts in reading order of the report."""

    title: str
    used: tuple[UsedFact, ...]
    gaps: tuple[str, ...]
    confirmed: tuple[Confirmed, ...]
    unused: tuple[UnusedFact, ...]
