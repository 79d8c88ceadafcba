"""Putting a section together: judged sentences, plain ones where none may stand, fixed paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.report import ReportBlock, Sentence, Source
from bot.writing.by_hand import ORDINAL, without_blanks
from bot.writing.model.brief import Brief, Slot, length
from bot.writing.model.judged import Judged
from bot.writing.model.lines import Line
from bot.writing.model.wish import OwnLead
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

    def lines(self) -> list[Line]:
        """The model's sentences that stand."""
        return [one.line for one in self.sentences() if one.line]

    @property
    def length(self) -> int:
        """Characters of what was to be written, without headings and fixed paragraphs."""
        return sum(length(one.sentence.text) for one in self.sentences())


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
    for slot in brief.own_slots:
        own = _with_leads(brief, slot, _merged(brief, slot, [], _own_of(brief, slot)))
        written.append((slot, tuple(own)))
        blocks[slot.place] = replace(slot.plain, sentences=tuple(_numbered(slot, own)))
    return Assembled(without_blanks(blocks), tuple(written))


def _paragraph(
    brief: Brief, slot: Slot, judged: Judged | None, text_of: Callable[[Line], str], stand_in: StandIn
) -> list[Written] | None:
    """The paragraph's sentences; None for the plain writer's paragraph as it is."""
    sentences = _others(brief, slot, judged, text_of, stand_in)
    own = _own_of(brief, slot)
    if sentences is None and (own or _leads_of(brief, slot)):
        sentences = _plain_beside(brief, slot, stand_in)
    return None if sentences is None else _with_leads(brief, slot, _merged(brief, slot, sentences, own))


def _others(
    brief: Brief, slot: Slot, judged: Judged | None, text_of: Callable[[Line], str], stand_in: StandIn
) -> list[Written] | None:
    """What is not by hand; None where no sentence of the model's stands."""
    lines: list[Line] = []
    missing: list[tuple[float, tuple[str, ...], bool]] = []
    for group in judged.groups if judged else ():
        if not group.faults:
            lines += [line for line in group.lines if line.slot == slot.id]
        elif lost := tuple(note for note in group.notes if note in slot.notes):
            place = min((line.place for line in group.lines if line.slot == slot.id), default=-1.0)
            missing.append((place, lost, any(line.ordinal for line in group.lines)))
    leads = [line for line in judged.leads if line.slot == slot.id] if judged else []
    if not lines and (slot.notes or not leads):
        return None
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
    return [one for _, one in placed]


def _plain(sentence: Sentence) -> Written:
    return Written(
        Sentence(ORDINAL.sub("", sentence.text), sentence.sources),
        None,
        False,
        bool(ORDINAL.match(sentence.text)),
    )


def _plain_beside(brief: Brief, slot: Slot, stand_in: StandIn) -> list[Written]:
    """The plain paragraph without what the person has told by hand instead."""
    own = {source for sentence in brief.own for source in sentence.sources}
    out: list[Written] = []
    for sentence in slot.plain.sentences:
        if own.isdisjoint(sentence.sources):
            out.append(_plain(sentence))
        elif rest := [id_ for id_ in slot.notes if brief.by_id[id_].source in sentence.sources]:
            out += [_plain(one) for one in stand_in(rest)]
    return out


def _own_of(brief: Brief, slot: Slot) -> list[Sentence]:
    return [one for one in brief.own if one.sources and _home(brief, one) is slot]


def _leads_of(brief: Brief, slot: Slot) -> list[OwnLead]:
    return [lead for lead in brief.own_leads if _home_of_lead(brief, lead) is slot]


def _with_leads(brief: Brief, slot: Slot, sentences: list[Written]) -> list[Written]:
    """With the person's leads put in, each in place of those that stand there."""
    for lead in _leads_of(brief, slot):
        if lead.beside is None:
            sentences = []
        beside = [at for at, one in enumerate(sentences) if lead.beside in one.sentence.sources]
        end = len(sentences) if lead.behind else beside[0] if beside else 0
        start = _closing(slot, sentences) if lead.behind else end
        while not lead.behind and start and _is_lead(sentences[start - 1]):
            start -= 1
        bare = ORDINAL.sub("", lead.text)
        mine = Written(Sentence(bare), by_hand=True, ordinal=bare != lead.text)
        sentences = [*sentences[:start], mine, *sentences[end:]]
    return sentences


def _is_lead(one: Written) -> bool:
    return not one.sentence.sources and not one.by_hand


def _closing(slot: Slot, sentences: Sequence[Written]) -> int:
    """Where the words of ours begin that close the paragraph; its length if there are none."""
    last = max((at for at, one in enumerate(sentences) if one.sentence.sources), default=None)
    if last is not None:
        return last + 1
    tail = takewhile(lambda sentence: not sentence.sources, reversed(slot.plain.sentences))
    closing = {sentence.text for sentence in tail} if _said_in(slot) else set[str]()
    return next((at for at, one in enumerate(sentences) if one.sentence.text in closing), len(sentences))


def _merged(brief: Brief, slot: Slot, sentences: list[Written], own: Sequence[Sentence]) -> list[Written]:
    """With the person's sentences put in, each where its notes were asked for, before what closes."""
    asked = [q.key for q in brief.part.all_questions()] if brief.part else []

    def rank(sentence: Sentence) -> tuple[int, int]:
        first = sentence.sources[0]
        place = asked.index(first.question) if first.question in asked else len(asked)
        return place, first.note or 0

    for sentence in own:
        later = [
            place
            for place, one in enumerate(sentences)
            if one.sentence.sources and rank(one.sentence) > rank(sentence)
        ]
        at = later[0] if later else _closing(slot, sentences)
        bare = ORDINAL.sub("", sentence.text)
        mine = Written(Sentence(bare, sentence.sources), by_hand=True, ordinal=bare != sentence.text)
        sentences.insert(at, mine)
    return sentences


def _home(brief: Brief, sentence: Sentence) -> Slot | None:
    """The paragraph that a sentence written by hand belongs to."""
    return next(
        (slot for slot in _every(brief) if any(source in _said_in(slot) for source in sentence.sources)), None
    )


def _home_of_lead(brief: Brief, lead: OwnLead) -> Slot | None:
    if lead.beside is None:
        return next((slot for slot in brief.slots if not _said_in(slot)), None)
    if lead.behind and (closing := [slot for slot in _every(brief) if _closes(slot)]):
        return closing[-1]
    return next((slot for slot in _every(brief) if lead.beside in _said_in(slot)), None)


def _closes(slot: Slot) -> bool:
    """Whether words of ours close the paragraph, which then is the section's last."""
    return bool(_said_in(slot)) and not slot.plain.sentences[-1].sources


def _every(brief: Brief) -> tuple[Slot, ...]:
    return (*brief.slots, *brief.own_slots)


def _said_in(slot: Slot) -> set[Source]:
    return {source for sentence in slot.plain.sentences for source in sentence.sources}


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
