"""A report put together of its sections, whoever wrote them."""

from collections.abc import Mapping, Sequence
from functools import partial

from bot.interview.state import DraftState
from bot.report import CONCLUSION, OPENING, BlockKind, Report, ReportBlock, Sentence
from bot.writing.model.assembling import assemble
from bot.writing.model.brief import Brief
from bot.writing.model.briefing import House, briefs
from bot.writing.model.framing import framed_report
from bot.writing.model.standing_in import stand_in
from bot.writing.model.wish import NO_WISH, Wish
from bot.writing.whole import write_plain


def put_together(base: Report, blocks: Sequence[ReportBlock]) -> Report:
    """The whole report from its base and the blocks of its sections, opening and conclusion among them."""
    texts = {key: "".join(b.text for b in blocks if b.section == key) for key in (OPENING, CONCLUSION)}
    sections = [block for block in blocks if block.section not in texts]
    return framed_report(base, sections, texts[OPENING], texts[CONCLUSION])


def with_hand(state: DraftState, house: House, wishes: Mapping[str, Wish]) -> Report:
    """What a whole report is without a model: the plain writer's, the sentences by hand in it."""
    plain = write_plain(state, house.phrases, house.pack)
    blocks = [
        block
        for brief in briefs(state, plain, house, "sealed", wishes)
        for block in assemble(
            brief, None, lambda line: line.text, partial(_stand_in, brief, state, house)
        ).blocks
    ]
    return put_together(plain.without_sections(), [*blocks, *frames_by_hand(wishes)])


def _stand_in(brief: Brief, state: DraftState, house: House, notes: Sequence[str]) -> list[Sentence]:
    return stand_in(brief, notes, state, house.phrases)


def frames_by_hand(wishes: Mapping[str, Wish]) -> list[ReportBlock]:
    """Opening and conclusion where the person wrote them."""
    return [
        ReportBlock(BlockKind.PARAGRAPH, tuple(Sentence(lead.text) for lead in leads), section=key)
        for key in (OPENING, CONCLUSION)
        if (leads := wishes.get(key, NO_WISH).own_leads)
    ]
