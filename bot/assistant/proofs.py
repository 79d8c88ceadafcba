"""The proofreader at the finished report: what is still open, and what the person decides about it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.documents.text import lines
from bot.interview.answer import Note
from bot.interview.event import EventKind, NewEvent
from bot.interview.profile import reporting_year
from bot.interview.proof import Proof
from bot.interview.state import DraftState
from bot.library.proofbook import load_proofbook
from bot.library.shelf import Shelf
from bot.proofreading import Finding, Proofbook, Severity, proofread
from bot.report import Report, Source

ABOUT_THE_WHOLE = ("whole.", "years.")
LAYOUT = ("marks.indent", "marks.trailing-blank", "whole.no-signature", "whole.no-date")
"""What the typesetter sees to, not the person."""
AROUND = 3
_GAP = "【待补"
_WEIGHT = {Severity.CERTAIN: 0, Severity.LIKELY: 1, Severity.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding nobody has decided about; `mending` is what accepting stores, if anything can."""

    proof: Proof
    mending: NewEvent | None

    @property
    def keeping(self) -> NewEvent:
        """What is stored when the person lets the place stand as it is."""
        return NewEvent(EventKind.LET, self.proof.question, self.proof.key)


def open_findings(
    report: Report, state: DraftState, shelf: Shelf, let: frozenset[str]
) -> tuple[OpenFinding, ...]:
    """Findings in what the person said and in the text as a whole, the surest first, without those in `let`.

    Nothing is reported of places that are marked as gaps, nor of words that are ours.
    """
    text = "\n".join(lines(report)) + "\n"
    found = proofread(text, _book(shelf.folder), year=reporting_year(state))
    places = _places(text, report)
    open_: list[OpenFinding] = []
    for finding in sorted(found, key=lambda one: (_WEIGHT[one.severity], one.start)):
        title = finding.end <= len(report.title)
        sources = () if title else _sources(places, finding)
        if finding.rule in LAYOUT or (not sources and not finding.rule.startswith(ABOUT_THE_WHOLE)):
            continue
        key = f"{finding.rule}:{finding.span}:{finding.fix or finding.message}"
        once = finding.severity is Severity.ADVICE and any(one.proof.key == key for one in open_)
        if once or key in let or _in_gap(text, finding):
            continue
        mending = _mending(state, sources, text, finding)
        proof = Proof(
            key=key,
            severity=finding.severity.value,
            message=finding.message,
            before=_clause(text[: finding.start], last=True),
            span=finding.span,
            after=_clause(text[finding.end :], last=False),
            fix=finding.fix if mending else None,
            asks=finding.question,
            question=sources[0].question if sources else "",
        )
        open_.append(OpenFinding(proof, mending))
    return tuple(open_)


def _places(text: str, report: Report) -> list[tuple[int, int, tuple[Source, ...]]]:
    """Start, end and sources of every sentence in the text."""
    places = []
    at = 0
    for sentence in report.sentences():
        start = text.find(sentence.text, at) if sentence.text else -1
        if start >= 0:
            at = start + len(sentence.text)
            places.append((start, at, sentence.sources))
    return places


def _sources(places: list[tuple[int, int, tuple[Source, ...]]], finding: Finding) -> tuple[Source, ...]:
    return next(
        (sources for start, end, sources in places if start <= finding.start < end and finding.end <= end), ()
    )


def _in_gap(text: str, finding: Finding) -> bool:
    opened = text.rfind("【", 0, finding.start + 1)
    return opened >= 0 and text.startswith(_GAP, opened) and text.find("】", opened) >= finding.end - 1


def _mending(state: DraftState, sources: tuple[Source, ...], text: str, finding: Finding) -> NewEvent | None:
    """The correction of the one note that holds the place; its other words stay as they are."""
    fix = finding.fix
    if fix is None or ("（" in fix and "（" not in finding.span):
        return None
    for around in (AROUND, 1, 0):
        before = text[max(0, finding.start - around) : finding.start]
        after = text[finding.end : finding.end + around]
        holding = [
            (source.question, note)
            for source in sources
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
def _book(prompts: Path) -> Proofbook:
    return load_proofbook(prompts)
