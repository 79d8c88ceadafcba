"""The plain writer: one section of a report from the person's notes alone, without a model.

Guaranteed: every note, choice and confirmed declaration of the section stands in it; every figure, name and
event in it comes from them; the rest are phrases from prompts/plain/ that say nothing that happened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.interview.office import role_of
from bot.interview.outline import Numbering, Part, Question
from bot.interview.settled import settled
from bot.interview.state import DraftState
from bot.report import BlockKind, ReportBlock, Sentence, Source
from bot.writing.numbering import MOST_ITEMS, heading_number, item_number, unnumbered
from bot.writing.phrases import Phrase, Phrases
from bot.writing.variants import Variants
from bot.writing.wording import framed, has_own_ordinals, says_nothing, uncounted, without, without_no, words

ANSWERS_FOR_A_CLOSE = 3
Contribution = tuple[Question, list[Sentence]]


@dataclass(frozen=True, slots=True)
class PlainWriter:
    """Writes the parts of one draft. Deals phrases in order, so sections are to be written in order."""

    state: DraftState
    phrases: Phrases
    variants: Variants

    def section(self, part: Part, number: int) -> list[ReportBlock]:
        """The section with its heading; nothing at all if nobody said anything for it."""
        return [
            ReportBlock(block.kind, block.sentences, block.level, part.key)
            for block in self._part(part, level=1, number=number)
        ]

    def _part(self, part: Part, level: int, number: int) -> list[ReportBlock]:
        body = self._body(part, level)
        children = self._children(part, level + (1 if part.heading else 0))
        if not body and not children:
            return []
        out = [self._heading(part, level, number)] if part.heading else []
        if not body and self._wants_lead(part, level, len(children)):
            out.append(_paragraph([self._lead(part)]))
        out += body + children
        if level == 1 and self._answered(part) >= ANSWERS_FOR_A_CLOSE:
            _append(out, self._close(part))
        return out

    def _children(self, part: Part, level: int) -> list[ReportBlock]:
        """The parts within, numbered; where only one has anything to say, its heading has no number."""
        written: list[list[ReportBlock]] = []
        headed: list[int] = []
        for child in part.parts:
            if blocks := self._part(child, level, len(headed) + 1):
                if child.heading:
                    headed.append(len(written))
                written.append(blocks)
        if len(headed) == 1:
            heading, *rest = written[headed[0]]
            alone = (Sentence(unnumbered(heading.text)),)
            written[headed[0]] = [ReportBlock(heading.kind, alone, heading.level), *rest]
        return [block for blocks in written for block in blocks]

    def _heading(self, part: Part, level: int, number: int) -> ReportBlock:
        style: Numbering = self.state.outline.numbering[level - 1]
        text = heading_number(style, number) + self.variants.same("headings", part.heading)
        return ReportBlock(BlockKind.HEADING, (Sentence(text),), level)

    def _body(self, part: Part, level: int) -> list[ReportBlock]:
        writers: dict[str, Callable[[Part, list[Contribution], list[Sentence]], list[ReportBlock]]] = {
            "items": self._items,
            "run": self._run,
            "paragraphs": self._paragraphs,
            "problems": self._problems,
            "declarations": self._declarations,
        }
        said = self._contributions(part)
        if not said:
            return []
        lead = [self._lead(part)] if self._wants_lead(part, level, len(said)) else []
        return writers[part.layout](part, said, lead)

    def _contributions(self, part: Part) -> list[Contribution]:
        asked = set(self.state.keys)
        found = []
        for question in part.questions:
            if question.key in asked:
                answer = settled(self.state, question.key)
                sentences = [] if says_nothing(question, answer) else words(question, answer)
                if sentences or answer.declared == "yes":
                    found.append((question, sentences))
        return found

    def _answered(self, part: Part) -> int:
        return sum(len(self._contributions(inner)) for inner in part.walk())

    def _items(self, part: Part, said: list[Contribution], lead: list[Sentence]) -> list[ReportBlock]:
        if len(said) > MOST_ITEMS or any(has_own_ordinals(sentences) for _, sentences in said):
            return self._paragraphs(part, said, lead)
        text = list(lead)
        for number, (question, sentences) in enumerate(said, 1):
            plain = Sentence(uncounted(sentences[0].text), sentences[0].sources)
            item = self._framed(question, [plain, *sentences[1:]] if len(said) > 1 else sentences)
            if len(said) > 1:
                item[0] = Sentence(item_number(number) + item[0].text, item[0].sources)
            text += item
        return [_paragraph(text)]

    def _run(self, _part: Part, said: list[Contribution], lead: list[Sentence]) -> list[ReportBlock]:
        text = list(lead)
        for question, sentences in said:
            text += self._framed(question, sentences)
        return [_paragraph(text)]

    def _paragraphs(self, _part: Part, said: list[Contribution], lead: list[Sentence]) -> list[ReportBlock]:
        out = [_paragraph(lead)] if lead else []
        return out + [_paragraph(self._framed(question, sentences)) for question, sentences in said]

    def _problems(self, _part: Part, said: list[Contribution], lead: list[Sentence]) -> list[ReportBlock]:
        groups: dict[int, list[Contribution]] = {}
        for question, sentences in said:
            groups.setdefault(question.item or 0, []).append((question, sentences))
        own = any(has_own_ordinals(sentences) for _, sentences in said)
        problems = [group for group in groups.values() if _names_a_problem(group)]
        out: list[list[Sentence]] = [list(lead)]
        for number, group in enumerate(problems, 1):
            text = [
                sentence for question, sentences in group for sentence in self._aspect(question, sentences)
            ]
            if len(problems) > 1 and not own:
                text[0] = Sentence(item_number(number) + uncounted(text[0].text), text[0].sources)
            out.append(text)
        alone = [one for group in groups.values() if not _names_a_problem(group) for one in group]
        out.append([one for question, sentences in alone for one in self._aspect(question, sentences, True)])
        return [_paragraph(text) for text in out if text]

    def _aspect(self, question: Question, sentences: list[Sentence], alone: bool = False) -> list[Sentence]:
        """A problem, or its cause or measure behind it; one told `alone` refers to no problem."""
        if question.aspect == "problem":
            plain = without(sentences[0].text, self.phrases.drop_before_problem)
            return [Sentence(plain, sentences[0].sources), *sentences[1:]]
        pools, drop = (
            ((self.phrases.causes, self.phrases.causes_alone), self.phrases.drop_before_cause)
            if question.aspect == "cause"
            else ((self.phrases.measures, self.phrases.measures_alone), self.phrases.drop_before_measure)
        )
        first = sentences[0]
        notes = without(first.text, drop)
        frame = self.variants.pick(f"{question.aspect}{' alone' * alone}", pools[alone])
        return [Sentence(frame.format(notes=notes), first.sources), *sentences[1:]]

    def _declarations(
        self, _part: Part, said: list[Contribution], _lead: list[Sentence]
    ) -> list[ReportBlock]:
        confirmed = [q for q, _ in said if self.state.answer(q.key).declared == "yes"]
        text: list[Sentence] = []
        if confirmed:
            text.append(Sentence(self.variants.pick("declared", self.phrases.declared)))
        for question in confirmed:
            end = "。" if question is confirmed[-1] else "；"
            text.append(Sentence(question.sentence + end, (Source(question.key),)))
        for question, sentences in said:
            if sentences:
                frame = self.variants.pick("own words", self.phrases.own_words)
                notes = without_no(sentences[0].text)
                told = frame.format(topic=question.topic or question.label, notes=notes)
                text.append(Sentence(told, sentences[0].sources))
                text += sentences[1:]
        return [_paragraph(text)]

    def _framed(self, question: Question, sentences: list[Sentence]) -> list[Sentence]:
        if not question.topic:
            return list(sentences)
        return framed(sentences, question.topic, self.variants.pick("frame", self.phrases.frames))

    def _wants_lead(self, part: Part, level: int, pieces: int) -> bool:
        return part.layout != "declarations" and (level == 1 or (level == 2 and pieces > 1))

    def _lead(self, part: Part) -> Sentence:
        return self._phrase(part, "lead", part.lead)

    def _close(self, part: Part) -> Sentence | None:
        pool = self.phrases.pools.get(part.style, self.phrases.pools["default"])
        return self._phrase(part, "close", part.close) if part.close or pool.close else None

    def _phrase(self, part: Part, end: str, own: Sequence[str]) -> Sentence:
        if own:
            return Sentence(self.variants.pick(f"{end} {part.key}", own))
        style = part.style if part.style in self.phrases.pools else "default"
        pool: tuple[Phrase, ...] = getattr(self.phrases.pools[style], end)
        role = self.state.once(role_of)
        fitting = [phrase.text for phrase in pool if not phrase.roles or role in phrase.roles]
        return Sentence(self.variants.pick(f"{end} {style}", fitting))


def _names_a_problem(group: Sequence[Contribution]) -> bool:
    return any(question.aspect == "problem" for question, _ in group)


def _paragraph(sentences: Sequence[Sentence]) -> ReportBlock:
    return ReportBlock(BlockKind.PARAGRAPH, tuple(sentences))


def _append(blocks: list[ReportBlock], sentence: Sentence | None) -> None:
    """Put a closing sentence behind the last paragraph."""
    if sentence is not None:
        last = blocks[-1]
        blocks[-1] = ReportBlock(last.kind, (*last.sentences, sentence), last.level)
