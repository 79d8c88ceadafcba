"""What the person wrote by hand in one paragraph, and where it stands among the other sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.report import Sentence, Source
from bot.writing.model.brief import Brief, Slot
from bot.writing.model.wish import OwnLead
from bot.writing.model.written import Written


@dataclass(frozen=True, slots=True)
class ByHand:
    """The sentences and leads by hand that belong to one paragraph of a brief."""

    brief: Brief
    slot: Slot

    @property
    def sentences(self) -> list[Sentence]:
        """Those that rest on notes."""
        return [one for one in self.brief.own if one.sources and _home(self.brief, one) is self.slot]

    @property
    def leads(self) -> list[OwnLead]:
        """Those that rest on none."""
        return [lead for lead in self.brief.own_leads if _home_of_lead(self.brief, lead) is self.slot]

    def put_into(self, others: Sequence[Written]) -> list[Written]:
        """The paragraph: a sentence stands where its notes were asked for, a lead in place of those there."""
        return self._with_leads(self._merged(list(others)))

    def _with_leads(self, sentences: list[Written]) -> list[Written]:
        """With the person's leads put in, each in place of those that stand there."""
        for lead in self.leads:
            if lead.beside is None:
                sentences = []
            beside = [at for at, one in enumerate(sentences) if lead.beside in one.sentence.sources]
            end = len(sentences) if lead.behind else beside[0] if beside else 0
            start = _closing(self.slot, sentences) if lead.behind else end
            while not lead.behind and start and _is_lead(sentences[start - 1]):
                start -= 1
            mine = Written.bare(Sentence(lead.text), by_hand=True)
            sentences = [*sentences[:start], mine, *sentences[end:]]
        return sentences

    def _merged(self, sentences: list[Written]) -> list[Written]:
        """With the person's sentences put in, each where its notes were asked for, before what closes."""
        asked = [q.key for q in self.brief.part.all_questions()] if self.brief.part else []

        def rank(sentence: Sentence) -> tuple[int, int]:
            first = sentence.sources[0]
            place = asked.index(first.question) if first.question in asked else len(asked)
            return place, first.note or 0

        for sentence in self.sentences:
            later = [
                place
                for place, one in enumerate(sentences)
                if one.sentence.sources and rank(one.sentence) > rank(sentence)
            ]
            at = later[0] if later else _closing(self.slot, sentences)
            sentences.insert(at, Written.bare(sentence, by_hand=True))
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
