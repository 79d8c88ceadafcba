"""The whole report with a model: sections side by side, repeats between them put right, the frame last."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.report import CONCLUSION, OPENING, BlockKind, Report, ReportBlock, Sentence
from bot.writing.model.answered import Complete
from bot.writing.model.asking import Asker, Spent
from bot.writing.model.assembling import assemble
from bot.writing.model.brief import Brief, length
from bot.writing.model.briefing import House, briefs
from bot.writing.model.fault import Fault
from bot.writing.model.framing import frame_brief, framed_report
from bot.writing.model.kept import Kept, MemoryKept
from bot.writing.model.lines import Line
from bot.writing.model.progress import OnProgress, silent
from bot.writing.model.prompt import Prompt, shared_share
from bot.writing.model.rendering import Renderer
from bot.writing.model.repeats import repeated
from bot.writing.model.sealing import Seals
from bot.writing.model.section import Draft, SectionWriter
from bot.writing.model.standing_in import stand_in
from bot.writing.model.wish import NO_WISH, Wish
from bot.writing.whole import write_plain

SECTIONS_AT_A_TIME = 12


@dataclass(frozen=True, slots=True)
class SectionTally:
    """Who wrote a section's sentences, what was found in them, how long it came out and was to come out."""

    key: str
    name: str
    by_model: int
    by_plain: int
    by_hand: int
    found: tuple[Fault, ...]
    repaired: int
    length: int
    target: int
    bounds: tuple[int, int]
    """The fewest and the most characters that were asked for."""

    @property
    def is_off(self) -> bool:
        """Whether it came out shorter or longer than was asked for, also after the one repair."""
        return not self.bounds[0] <= self.length <= self.bounds[1]


@dataclass(frozen=True, slots=True)
class ModelReport:
    """A finished report, and the data for one honest line about how it came about."""

    report: Report
    sections: tuple[SectionTally, ...]
    spent: Spent
    frame: tuple[ReportBlock, ...]
    """Opening and conclusion as the model wrote them, under keys of their own; empty if it wrote none."""
    base: Report
    """The report without its sections, opening and conclusion."""
    shared_share: float
    """How much of the characters sent in first prompts is the same beginning of all of them."""

    @property
    def by_model(self) -> int:
        """Sentences of the model's."""
        return sum(section.by_model for section in self.sections)

    @property
    def by_plain(self) -> int:
        """Sentences of the plain writer's."""
        return sum(section.by_plain for section in self.sections)

    @property
    def found(self) -> int:
        """Faults found in what the model wrote at first."""
        return sum(len(section.found) for section in self.sections)

    @property
    def repaired(self) -> int:
        """Places that the model put right itself."""
        return sum(section.repaired for section in self.sections)


async def write_report(
    state: DraftState,
    house: House,
    complete: Complete,
    *,
    kept: Kept | None = None,
    seals: Seals = "sealed",
    wishes: Mapping[str, Wish] | None = None,
    on_progress: OnProgress = silent,
    at_a_time: int = SECTIONS_AT_A_TIME,
) -> ModelReport:
    """A complete, correct report, whatever the model does. Cancelled, it leaves every finished call kept.

    `wishes` are by section key, `opening` and `conclusion` among them. Called again with the same `kept`, it
    pays for nothing that has not changed.
    """
    wishes = wishes or {}
    plain = write_plain(state, house.phrases, house.pack)
    asker = Asker(complete, kept if kept is not None else MemoryKept(), at_a_time)
    writer = SectionWriter(state, house, renderer_for(state, house, seals), asker, on_progress)
    made = briefs(state, plain, house, seals, wishes)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(writer.write(brief)) for brief in made]
    drafts = await _without_repeats(writer, [], [task.result() for task in tasks])
    frames = (
        [
            frame_brief(key, house.book.frames[key], drafts, wishes.get(key, NO_WISH))
            for key in (OPENING, CONCLUSION)
            if not wishes.get(key, NO_WISH).own_leads
        ]
        if any(draft.judged for draft in drafts)
        else []
    )
    async with asyncio.TaskGroup() as group:
        framing = [group.create_task(writer.write(brief)) for brief in frames]
    framed = await _without_repeats(writer, drafts, [task.result() for task in framing])
    blocks: list[ReportBlock] = [block for draft in drafts for block in writer.assembled(draft).blocks]
    frame = [block for draft in framed for block in writer.assembled(draft).blocks if block.text]
    by_hand = frames_by_hand(wishes)
    frame += by_hand
    base = replace(plain, blocks=tuple(block for block in plain.blocks if not block.section))
    return ModelReport(
        put_together(base, [*blocks, *frame]),
        (*(tally_of(writer, draft) for draft in (*drafts, *framed)), *map(_by_hand, by_hand)),
        asker.spent,
        tuple(frame),
        base,
        shared_share(asker.first_prompts),
    )


def with_hand(state: DraftState, house: House, wishes: Mapping[str, Wish]) -> Report:
    """What `write_report` gives without a model: the plain writer's report, the sentences by hand in it."""
    plain = write_plain(state, house.phrases, house.pack)
    blocks = [
        block
        for brief in briefs(state, plain, house, "sealed", wishes)
        for block in assemble(
            brief, None, lambda line: line.text, partial(_stand_in, brief, state, house)
        ).blocks
    ]
    base = replace(plain, blocks=tuple(block for block in plain.blocks if not block.section))
    return put_together(base, [*blocks, *frames_by_hand(wishes)])


def _stand_in(brief: Brief, state: DraftState, house: House, notes: Sequence[str]) -> list[Sentence]:
    return stand_in(brief, notes, state, house.phrases)


def frames_by_hand(wishes: Mapping[str, Wish]) -> list[ReportBlock]:
    """Opening and conclusion where the person wrote them."""
    return [
        ReportBlock(BlockKind.PARAGRAPH, tuple(Sentence(lead.text) for lead in leads), section=key)
        for key in (OPENING, CONCLUSION)
        if (leads := wishes.get(key, NO_WISH).own_leads)
    ]


def _by_hand(block: ReportBlock) -> SectionTally:
    size = length(block.text)
    return SectionTally(
        block.section, block.section, 0, 0, len(block.sentences), (), 0, size, size, (size, size)
    )


def put_together(base: Report, blocks: Sequence[ReportBlock]) -> Report:
    """The whole report from its base and the blocks of its sections, opening and conclusion among them."""
    texts = {key: "".join(b.text for b in blocks if b.section == key) for key in (OPENING, CONCLUSION)}
    sections = [block for block in blocks if block.section not in texts]
    return framed_report(base, sections, texts[OPENING], texts[CONCLUSION])


def first_prompts(
    state: DraftState, house: House, *, seals: Seals = "sealed", wishes: Mapping[str, Wish] | None = None
) -> dict[str, Prompt]:
    """Exactly what is sent first for each section that a model is asked for, by the section's key."""
    renderer = renderer_for(state, house, seals)
    plain = write_plain(state, house.phrases, house.pack)
    made = briefs(state, plain, house, seals, wishes or {})
    return {brief.key: renderer.prompt(brief) for brief in made if not _is_left(brief)}


def _is_left(brief: Brief) -> bool:
    return brief.is_thin or not brief.slots


def renderer_for(state: DraftState, house: House, seals: Seals) -> Renderer:
    """What renders the prompts of this draft."""
    return Renderer(house.book, state.outline, house.pack, reporting_year(state), seals)


async def _without_repeats(
    writer: SectionWriter, before: Sequence[Draft], drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts; what repeats an earlier one is asked for once more, then left to the plain writer."""
    drafts = list(drafts)
    every = [*before, *drafts]
    given = [text for draft in every for text in (*draft.brief.context, *(n.text for n in draft.brief.notes))]
    given += writer.house.lexicon.allowed
    for last in (False, True):
        said = {draft.brief.key: lines_of(writer, draft) for draft in (*before, *drafts)}
        found = repeated(said, given)
        for place, draft in enumerate(drafts):
            if again := found.get(draft.brief.key):
                fault = Fault("repeated", "、".join(words for _, words in again))
                lines = [line for line, _ in again]
                drafts[place] = (
                    writer.given_up(draft, lines, fault)
                    if last
                    else await writer.rewrite(draft, lines, fault)
                )
    return drafts


def lines_of(writer: SectionWriter, draft: Draft) -> list[Line]:
    """The model's sentences that stand in a draft."""
    return [one.line for one in writer.assembled(draft).sentences() if one.line]


def tally_of(writer: SectionWriter, draft: Draft) -> SectionTally:
    """Who wrote the sentences of a draft."""
    sentences = writer.assembled(draft).sentences()
    by_model = sum(one.line is not None for one in sentences)
    by_hand = sum(one.by_hand for one in sentences)
    return SectionTally(
        key=draft.brief.key,
        name=draft.brief.name,
        by_model=by_model,
        by_plain=len(sentences) - by_model - by_hand,
        by_hand=by_hand,
        found=draft.found,
        repaired=draft.repaired,
        length=writer.written_length(draft),
        target=draft.brief.target,
        bounds=draft.brief.bounds,
    )
