"""Putting a section together: judged sentences, plain ones where none may stand, fixed paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.report import Sentence, Source
from bot.writing.by_hand import without_blanks
from bot.writing.model.brief import Brief, Slot
from bot.writing.model.by_hand import ByHand
from bot.writing.model.judged import Judged
from bot.writing.model.lines import Line
from bot.writing.model.written import Assembled, Written, numbered

StandIn = Callable[[Sequence[str]], list[Sentence]]


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
            blocks[slot.place] = replace(slot.plain, sentences=tuple(numbered(slot, sentences)))
    for slot in brief.own_slots:
        own = ByHand(brief, slot).put_into([])
        written.append((slot, tuple(own)))
        blocks[slot.place] = replace(slot.plain, sentences=tuple(numbered(slot, own)))
    return Assembled(without_blanks(blocks), tuple(written))


def _paragraph(
    brief: Brief, slot: Slot, judged: Judged | None, text_of: Callable[[Line], str], stand_in: StandIn
) -> list[Written] | None:
    """The paragraph's sentences; None for the plain writer's paragraph as it is."""
    sentences = _others(brief, slot, judged, text_of, stand_in)
    by_hand = ByHand(brief, slot)
    if sentences is None and (by_hand.sentences or by_hand.leads):
        sentences = _plain_beside(brief, slot, stand_in)
    return None if sentences is None else by_hand.put_into(sentences)


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


def _plain_beside(brief: Brief, slot: Slot, stand_in: StandIn) -> list[Written]:
    """The plain paragraph without what the person has told by hand instead."""
    own = {source for sentence in brief.own for source in sentence.sources}
    out: list[Written] = []
    for sentence in slot.plain.sentences:
        if own.isdisjoint(sentence.sources):
            out.append(Written.bare(sentence))
        elif rest := [id_ for id_ in slot.notes if brief.by_id[id_].source in sentence.sources]:
            out += [Written.bare(one) for one in stand_in(rest)]
    return out


def _after_neighbours(brief: Brief, lines: Sequence[Line], notes: Sequence[str]) -> float:
    """The place behind the sentences on notes that were asked for earlier."""
    first = min(brief.order[note] for note in notes)
    earlier = [line.place for line in lines if min(brief.order[note] for note in line.notes) < first]
    return max(earlier, default=-1.0) + 0.5


def _sources(brief: Brief, line: Line) -> tuple[Source, ...]:
    return tuple(brief.by_id[note].source for note in line.notes)
