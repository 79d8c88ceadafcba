"""The proofreader at the finished report: what is still open, and what the person decides about it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.assistant.edition import Edition
from bot.assistant.mending import OwnWords, mending
from bot.assistant.proof_places import Place, holding, places_in
from bot.documents.text import lines
from bot.interview.event import EventKind, NewEvent
from bot.interview.office import role_of
from bot.interview.profile import reporting_year, wanted_length
from bot.interview.proof import Proof
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.report import Report

if TYPE_CHECKING:
    from bot.proofreading import Finding, Proofbook

ABOUT_THE_WHOLE = ("whole.", "years.")
LAYOUT = (
    "marks.indent",
    "marks.trailing-blank",
    "ordinals.level-left-out",
    "whole.no-signature",
    "whole.no-date",
)
"""What the typesetter sees to, not the person."""
_GAP = "【待补"


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding nobody has decided about; `mending` is what accepting stores, if anything can."""

    proof: Proof
    mending: NewEvent | OwnWords | None

    @property
    def keeping(self) -> NewEvent:
        """What is stored when the person lets the place stand as it is."""
        return NewEvent(EventKind.LET, self.proof.question, self.proof.key)


def open_findings(
    plain: Report, edition: Edition | None, state: DraftState, shelf: Shelf, let: frozenset[str]
) -> tuple[OpenFinding, ...]:
    """Findings in the finished report, before it in the plain one, the surest first, without those in `let`.

    Reported is what stands in words of the person's or a model's, and what is wrong with the text as a whole;
    nothing in places that are marked as gaps, nor in words that are ours.
    """
    from bot.proofreading import Severity, proofread

    report = edition.report if edition else plain
    text = "\n".join(lines(report)) + "\n"
    found = proofread(
        text,
        _book(shelf.folder),
        year=reporting_year(state),
        role=role_of(state),
        wish_length=wanted_length(state),
    )
    ours = {sentence.text for sentence in plain.sentences() if not sentence.sources}
    places = [
        place
        for place in places_in(text, report, edition, state)
        if text[place.start : place.end] not in ours
    ]
    surest = (Severity.CERTAIN, Severity.LIKELY, Severity.ADVICE)
    open_: list[OpenFinding] = []
    for finding in sorted(found, key=lambda one: (surest.index(one.severity), one.start)):
        title = finding.end <= len(report.title)
        place = None if title else holding(places, finding)
        said = place is not None and (place.line is not None or bool(place.sources))
        if finding.rule in LAYOUT or (not said and not finding.rule.startswith(ABOUT_THE_WHOLE)):
            continue
        one = _open(finding, place, text, state)
        again = finding.severity is Severity.ADVICE and any(o.proof.key == one.proof.key for o in open_)
        if not again and one.proof.key not in let and not _in_gap(text, finding):
            open_.append(one)
    return tuple(open_)


def _open(finding: "Finding", place: Place | None, text: str, state: DraftState) -> OpenFinding:
    """The finding as its card tells it, and what accepting it does."""
    accepting = mending(state, place, text, finding) if place else None
    proof = Proof(
        key=f"{finding.rule}:{finding.span}:{finding.fix or finding.message}",
        severity=finding.severity.value,
        message=finding.message,
        before=_clause(text[: finding.start], last=True),
        span=finding.span,
        after=_clause(text[finding.end :], last=False),
        fix=finding.fix if accepting else None,
        asks=finding.question,
        question=place.question(state) if place else "",
        sentence=place.view if place else "",
    )
    return OpenFinding(proof, accepting)


def _in_gap(text: str, finding: "Finding") -> bool:
    if _GAP in finding.span:
        return True
    opened = text.rfind("【", 0, finding.start + 1)
    return opened >= 0 and text.startswith(_GAP, opened) and text.find("】", opened) >= finding.end - 1


def _clause(text: str, *, last: bool) -> str:
    """The words next to the place, up to the end of its clause."""
    line = text.rsplit("\n", 1)[-1] if last else text.split("\n", 1)[0]
    return line.lstrip("\u3000")[-15:] if last else line[:15]


@lru_cache(maxsize=2)
def _book(prompts: Path) -> "Proofbook":
    from bot.library.proofbook import load_proofbook

    return load_proofbook(prompts)
