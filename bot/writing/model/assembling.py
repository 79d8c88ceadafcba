"""Putting a section together: judged sentences, plain ones where none may stand, fixed paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.report import ReportBlock, Sentence, Source
from bot.writing.model.brief import Brief, Slot
from bot.writing.model.briefing import ORDINAL
from bot.writing.model.judging import Judged
from bot.writing.model.lines import Line
from bot.writing.numbering import MOST_ITEMS, item_number

StandIn = Callable[[Sequence[str]], list[Sentence]]


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of a finished section. `line` is the model's, None for the plain writer's, the person's."""

    sentence: Sentence
    line: Line | None = None
    by_hand: bool = False
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished section: its blocks, and for each written paragraph where its sentences come from."""

    blocks: tuple[ReportBlock, ...]
    written: tuple[tuple[Slot, tuple[Written, ...]], ...]

    def sentences(self) -> list[Written]:
        """All sentences of the paragraphs that were to be written."""
        return [one for _, sentences in self.written for one in sentences]


def assemble(
    brief: Brief, judged: Judged | None, text_of: Callable[[Line], str], stand_in: StandIn
) -> Assembled:
    """Every note of the brief once, in its paragraph; without a judged answer, the plain writer's section."""
    blocks = list(brief.blocks)
    written = []
    for slot in brief.slots:
        sentences = _paragraph(brief, slot, judged, text_of, stand_in)
        if sentences is None:
            written.append((slot, tuple(Written(sentence) for sentence in slot.plain.sentences)))
        else:
            written.append((slot, tuple(sentences)))
            blocks[slot.place] = replace(slot.plain, sentences=tuple(_numbered(slot, sentences)))
    return Assembled(tuple(blocks), tuple(written))


def _paragraph(
    brief: Brief, slot: Slot, judged: Judged | None, text_of: Callable[[Line], str], stand_in: StandIn
) -> list[Written] | None:
    """The paragraph's sentences; None for the plain writer's paragraph as it is."""
    lines: list[Line] = []
    missing: list[tuple[float, tuple[str, ...], bool]] = []
    for group in judged.groups if judged else ():
        if not group.faults:
            lines += [line for line in group.lines if line.slot == slot.id]
        elif lost := tuple(note for note in group.notes if note in slot.notes):
            place = min((line.place for line in group.lines if line.slot == slot.id), default=-1.0)
            missing.append((place, lost, any(line.ordinal for line in group.lines)))
    own = [one for one in brief.own if one.sources and _home(brief, one) is slot]
    leads = [line for line in judged.leads if line.slot == slot.id] if judged else []
    if not lines and (slot.notes or not leads):
        return _merged(brief, [_plain(s) for s in _without_own(brief, slot)], own) if own else None
    if slot.ordinal:
        leads = [lead for lead in leads if lead.place > lines[0].place]
    placed: list[tuple[float, Written]] = [
        (line.place, Written(Sentence(text_of(line), _sources(brief, line)), line, ordinal=line.ordinal))
        for line in (*lines, *leads)
    ]
    for place, notes, ordinal in missing:
        at = place if place >= 0 else _after_neighbours(brief, lines, notes)
        for number, sentence in enumerate(stand_in(notes)):
            placed.append((at, Written(sentence, ordinal=ordinal and not number)))
    placed.sort(key=lambda entry: entry[0])
    return _merged(brief, [one for _, one in placed], own)


def _plain(sentence: Sentence) -> Written:
    return Written(
        Sentence(ORDINAL.sub("", sentence.text), sentence.sources),
        None,
        False,
        bool(ORDINAL.match(sentence.text)),
    )


def _without_own(brief: Brief, slot: Slot) -> list[Sentence]:
    """The plain paragraph without what the person has written by hand instead."""
    own = {source for sentence in brief.own for source in sentence.sources}
    return [one for one in slot.plain.sentences if not one.sources or not own.issuperset(one.sources)]


def _merged(brief: Brief, sentences: list[Written], own: Sequence[Sentence]) -> list[Written]:
    """With the person's sentences put in, each where its notes were asked for."""
    asked = [q.key for q in brief.part.all_questions()] if brief.part else []

    def rank(sentence: Sentence) -> tuple[int, int]:
        first = sentence.sources[0]
        return asked.index(first.question), first.note or 0

    for sentence in own:
        later = [
            place
            for place, one in enumerate(sentences)
            if one.sentence.sources and rank(one.sentence) > rank(sentence)
        ]
        at = later[0] if later else len(sentences)
        sentences.insert(at, Written(sentence, by_hand=True))
    return sentences


def _home(brief: Brief, sentence: Sentence) -> Slot | None:
    """The paragraph that a sentence written by hand belongs to."""
    for slot in brief.slots:
        if any(source in sentence.sources for one in slot.plain.sentences for source in one.sources):
            return slot
    return None


def _after_neighbours(brief: Brief, lines: Sequence[Line], notes: Sequence[str]) -> float:
    """The place behind the sentences on notes that were asked for earlier."""
    first = min(brief.order[note] for note in notes)
    earlier = [line.place for line in lines if min(brief.order[note] for note in line.notes) < first]
    return max(earlier, default=-1.0) + 0.5


def _sources(brief: Brief, line: Line) -> tuple[Source, ...]:
    return tuple(brief.by_id[note].source for note in line.notes)


def _numbered(slot: Slot, sentences: Sequence[Written]) -> list[Sentence]:
    """一是, 二是 in order; none where only one is left, and the paragraph's own in front of a problem."""
    if slot.ordinal and sentences:
        first = sentences[0].sentence
        rest = [one.sentence for one in sentences[1:]]
        return [Sentence(slot.ordinal + first.text, first.sources), *rest]
    marked = sum(one.ordinal for one in sentences)
    out, number = [], 0
    for one in sentences:
        text = one.sentence.text
        if one.ordinal and 1 < marked <= MOST_ITEMS:
            number += 1
            text = item_number(number) + text
        out.append(Sentence(text, one.sentence.sources))
    return out
