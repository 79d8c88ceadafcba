"""The proofreader at the finished report: what is still open, and what the person decides about it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.assistant.edition import Edition, SectionVersion
from bot.assistant.view_names import MEND
from bot.documents.text import lines
from bot.interview.answer import Note
from bot.interview.event import EventKind, NewEvent
from bot.interview.office import role_of
from bot.interview.profile import reporting_year, wanted_length
from bot.interview.proof import Proof
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.report import OPENING, Report, Source
from bot.writing.by_hand import Correctable, correctable
from bot.writing.places import place_of

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
AROUND = 3
_GAP = "【待补"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A sentence of the finished report as it is to read from now on, in the person's name."""

    version: SectionVersion
    place: Correctable
    text: str


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding nobody has decided about; `mending` is what accepting stores, if anything can."""

    proof: Proof
    mending: NewEvent | OwnWords | None

    @property
    def keeping(self) -> NewEvent:
        """What is stored when the person lets the place stand as it is."""
        return NewEvent(EventKind.LET, self.proof.question, self.proof.key)


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence in the text: from where to where, what it rests on, and which one it is in the edition."""

    start: int
    end: int
    sources: tuple[Source, ...]
    version: SectionVersion | None = None
    line: Correctable | None = None
    number: int = 0
    """Which of the sentences that may be corrected it is."""


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
        place for place in _places(text, report, edition, state) if text[place.start : place.end] not in ours
    ]
    surest = (Severity.CERTAIN, Severity.LIKELY, Severity.ADVICE)
    open_: list[OpenFinding] = []
    for finding in sorted(found, key=lambda one: (surest.index(one.severity), one.start)):
        title = finding.end <= len(report.title)
        place = None if title else _holding(places, finding)
        said = place is not None and (place.line is not None or bool(place.sources))
        if finding.rule in LAYOUT or (not said and not finding.rule.startswith(ABOUT_THE_WHOLE)):
            continue
        key = f"{finding.rule}:{finding.span}:{finding.fix or finding.message}"
        once = finding.severity is Severity.ADVICE and any(one.proof.key == key for one in open_)
        if once or key in let or _in_gap(text, finding):
            continue
        mending = _mending(state, place, text, finding) if place else None
        proof = Proof(
            key=key,
            severity=finding.severity.value,
            message=finding.message,
            before=_clause(text[: finding.start], last=True),
            span=finding.span,
            after=_clause(text[finding.end :], last=False),
            fix=finding.fix if mending else None,
            asks=finding.question,
            question=_question(place, state) if place else "",
            sentence=_view(place) if place else "",
        )
        open_.append(OpenFinding(proof, mending))
    return tuple(open_)


def _places(text: str, report: Report, edition: Edition | None, state: DraftState) -> list[_Place]:
    """Every sentence in the text; first those of a model's report that the person may correct by hand."""
    places = []
    if edition is not None and (edition.tally.by_model or edition.tally.by_hand):
        at = 0
        for version in sorted(edition.sections, key=lambda one: one.section != OPENING):
            for number, line in enumerate(correctable(version.blocks, state.declarations)):
                start = text.find(line.text, at)
                if start >= 0:
                    at = start + len(line.text)
                    sources = version.blocks[line.block].sentences[line.sentence].sources
                    places.append(_Place(start, at, sources, version, line, number))
    at = 0
    for sentence in report.sentences():
        start = text.find(sentence.text, at) if sentence.text else -1
        if start >= 0:
            at = start + len(sentence.text)
            places.append(_Place(start, at, sentence.sources))
    return places


def _question(place: _Place, state: DraftState) -> str:
    """The question to go to for this sentence, if it rests on one."""
    return next((source.question for source in place.sources if source.question in state.keys), "")


def _holding(places: list[_Place], finding: "Finding") -> _Place | None:
    return next(
        (one for one in places if one.start <= finding.start < one.end and finding.end <= one.end), None
    )


def _view(place: _Place) -> str:
    """The view that asks for this sentence anew, if there is one."""
    if place.version is None:
        return ""
    return f"{MEND}:{place.version.section}:{place.version.id}:{place.number}"


def _in_gap(text: str, finding: "Finding") -> bool:
    if _GAP in finding.span:
        return True
    opened = text.rfind("【", 0, finding.start + 1)
    return opened >= 0 and text.startswith(_GAP, opened) and text.find("】", opened) >= finding.end - 1


def _mending(state: DraftState, place: _Place, text: str, finding: "Finding") -> NewEvent | OwnWords | None:
    """What puts the place right; its other words stay as they are.

    In a report that a model has written that is the sentence, which is the person's own from then on, so that
    nothing is written anew for it. In the plain writer's it is the one note that holds the place. What was
    set by hand outside the running text is set anew.
    """
    fix = finding.fix
    if fix is None or ("（" in fix and "（" not in finding.span):
        return None
    if key := place_of(place.sources):
        mended = text[place.start : finding.start] + fix + text[finding.end : place.end]
        return NewEvent(EventKind.RESTATE, key, mended) if mended.strip("，。；、 ") else None
    return _own(place, finding, fix) if place.line else _noted(state, place, text, finding, fix)


def _own(place: _Place, finding: "Finding", fix: str) -> OwnWords | None:
    if place.version is None or place.line is None:
        return None
    old = place.line.text
    mended = old[: finding.start - place.start] + fix + old[finding.end - place.start :]
    return OwnWords(place.version, place.line, mended) if mended.strip("，。；、 ") else None


def _noted(state: DraftState, place: _Place, text: str, finding: "Finding", fix: str) -> NewEvent | None:
    for around in (AROUND, 1, 0):
        before = text[max(0, finding.start - around) : finding.start]
        after = text[finding.end : finding.end + around]
        holding = [
            (source.question, note)
            for source in place.sources
            for note in _notes(state, source)
            if note.text.count(before + finding.span + after) == 1
        ]
        if len(holding) == 1:
            question, note = holding[0]
            mended = note.text.replace(before + finding.span + after, before + fix + after)
            return NewEvent(EventKind.CORRECT, question, mended, note.seq) if mended.strip() else None
    return None


def _notes(state: DraftState, source: Source) -> list[Note]:
    notes = state.answer(source.question).words
    return [note for note in notes if note.seq == source.note and not note.fills]


def _clause(text: str, *, last: bool) -> str:
    """The words next to the place, up to the end of its clause."""
    line = text.rsplit("\n", 1)[-1] if last else text.split("\n", 1)[0]
    return line.lstrip("\u3000")[-15:] if last else line[:15]


@lru_cache(maxsize=2)
def _book(prompts: Path) -> "Proofbook":
    from bot.library.proofbook import load_proofbook

    return load_proofbook(prompts)
