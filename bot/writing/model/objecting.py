"""What the independent reader objects to in a whole section, once every sentence has been judged."""

from collections.abc import Sequence

from bot.facts import FindingKind
from bot.writing.model.fault import Fault
from bot.writing.model.independent import unbacked
from bot.writing.model.judging import Judge
from bot.writing.model.lines import Line
from bot.writing.model.written import Written

PLANS, NEXT_YEAR = "plans", "来年、明年"
"""What plans are about need not be told by anybody."""


def objected(sentences: Sequence[Written], judge: Judge) -> tuple[Line, Fault] | None:
    """The first of the model's sentences that the brief's notes do not back, and why; None if all are."""
    brief = judge.brief
    told = [note.text for note in brief.notes] + [one.text for one in brief.own]
    if any(slot.style == PLANS for slot in brief.slots):
        told.append(NEXT_YEAR)
    prose = "".join(one.sentence.text for one in sentences)
    for finding in unbacked(told, brief.context, prose, judge.lexicon):
        line: Line | None = None
        if finding.kind is FindingKind.FACT_MISSING:
            if finding.note is not None and finding.note < len(brief.notes):
                note = brief.notes[finding.note].id
                line = next((o.line for o in sentences if o.line and note in o.line.notes), None)
        else:
            line = _line_at(sentences, finding.span[0])
        if line is not None:
            return line, judge.fault_of(finding, [line])
    return None


def _line_at(sentences: Sequence[Written], place: int) -> Line | None:
    at = 0
    for one in sentences:
        at += len(one.sentence.text)
        if place < at:
            return one.line
    return None
