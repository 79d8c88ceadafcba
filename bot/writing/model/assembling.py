"""Putting a section together: judged sentences, plain ones where none may stand, fixed paragraphs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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
    return _Assembling(brief, judged, text_of, stand_in).section()


@dataclass(frozen=True, slots=True)
class _Assembling:
    """One section being put together. `stand_in` gives the plain writer's sentences for notes."""

    brief: Brief
    judged: Judged | None
    text_of: Callable[[Line], str]
    stand_in: StandIn

    def section(self) -> Assembled:
        """The whole section, paragraph by paragraph."""
        blocks = list(self.brief.blocks)
        written = []
        for slot in self.brief.slots:
            sentences = self._paragraph(slot)
            if sentences is None:
                written.append((slot, tuple(Written(sentence) for sentence in slot.plain.sentences)))
            else:
                written.append((slot, tuple(sentences)))
                blocks[slot.place] = replace(slot.plain, sentences=tuple(numbered(slot, sentences)))
        for slot in self.brief.own_slots:
            own = ByHand(self.brief, slot).put_into([])
            written.append((slot, tuple(own)))
            blocks[slot.place] = replace(slot.plain, sentences=tuple(numbered(slot, own)))
        return Assembled(without_blanks(blocks), tuple(written))

    def _paragraph(self, slot: Slot) -> list[Written] | None:
        """The paragraph's sentences; None for the plain writer's paragraph as it is."""
        sentences = self._others(slot)
        by_hand = ByHand(self.brief, slot)
        if sentences is None and (by_hand.sentences or by_hand.leads):
            sentences = self._plain_beside(slot)
        return None if sentences is None else by_hand.put_into(sentences)

    def _others(self, slot: Slot) -> list[Written] | None:
        """What is not by hand; None where no sentence of the model's stands."""
        lines: list[Line] = []
        missing: list[tuple[float, tuple[str, ...], bool]] = []
        for group in self.judged.groups if self.judged else ():
            if not group.faults:
                lines += [line for line in group.lines if line.slot == slot.id]
            elif lost := tuple(note for note in group.notes if note in slot.notes):
                place = min((line.place for line in group.lines if line.slot == slot.id), default=-1.0)
                missing.append((place, lost, any(line.ordinal for line in group.lines)))
        leads = [line for line in self.judged.leads if line.slot == slot.id] if self.judged else []
        if not lines and (slot.notes or not leads):
            return None
        if slot.ordinal:
            leads = [lead for lead in leads if lead.place > lines[0].place]
        placed: list[tuple[float, Written]] = [
            (
                line.place,
                Written(Sentence(self.text_of(line), self._sources(line)), line, ordinal=line.ordinal),
            )
            for line in (*lines, *leads)
        ]
        for place, notes, ordinal in missing:
            at = place if place >= 0 else self._after_neighbours(lines, notes)
            for number, sentence in enumerate(self.stand_in(notes)):
                placed.append((at, Written(sentence, ordinal=ordinal and not number)))
        placed.sort(key=lambda entry: entry[0])
        return [one for _, one in placed]

    def _plain_beside(self, slot: Slot) -> list[Written]:
        """The plain paragraph without what the person has told by hand instead."""
        own = {source for sentence in self.brief.own for source in sentence.sources}
        out: list[Written] = []
        for sentence in slot.plain.sentences:
            if own.isdisjoint(sentence.sources):
                out.append(Written.bare(sentence))
            elif rest := [id_ for id_ in slot.notes if self.brief.by_id[id_].source in sentence.sources]:
                out += [Written.bare(one) for one in self.stand_in(rest)]
        return out

    def _after_neighbours(self, lines: Sequence[Line], notes: Sequence[str]) -> float:
        """The place behind the sentences on notes that were asked for earlier."""
        first = min(self.brief.order[note] for note in notes)
        earlier = [line.place for line in lines if min(self.brief.order[note] for note in line.notes) < first]
        return max(earlier, default=-1.0) + 0.5

    def _sources(self, line: Line) -> tuple[Source, ...]:
        return tuple(self.brief.by_id[note].source for note in line.notes)
