"""Rewriting one section of a finished report: nothing else of it is asked for, paid for or changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.interview.state import DraftState
from bot.report import CONCLUSION, OPENING, ReportBlock
from bot.writing.model.answered import Complete
from bot.writing.model.asking import Asker, Spent
from bot.writing.model.brief import Brief
from bot.writing.model.briefing import House, briefs
from bot.writing.model.framing import frame_brief
from bot.writing.model.kept import Kept
from bot.writing.model.progress import OnProgress
from bot.writing.model.repeats import repeating
from bot.writing.model.sealed import Seals
from bot.writing.model.section import Draft, SectionWriter
from bot.writing.model.tally import SectionTally, tally_of
from bot.writing.model.whole_report import SECTIONS_AT_A_TIME, renderer_for
from bot.writing.model.wish import Wish
from bot.writing.whole import write_plain


@dataclass(frozen=True, slots=True)
class ModelSection:
    """A section written again. `blocks` are empty where there is no such section to write."""

    blocks: tuple[ReportBlock, ...]
    tally: SectionTally | None
    spent: Spent


async def rewrite_section(
    state: DraftState,
    house: House,
    complete: Complete,
    key: str,
    wish: Wish,
    others: Sequence[str],
    *,
    kept: Kept,
    seals: Seals,
    on_progress: OnProgress,
) -> ModelSection:
    """The section by this wish; `others` are the finished texts of the other sections, not to be repeated.

    A correct section whatever the model does: where `tally.by_model` is 0 it is the plain writer's.
    """
    plain = write_plain(state, house.phrases, house.pack)
    asker = Asker(complete, kept, SECTIONS_AT_A_TIME)
    writer = SectionWriter(state, house, renderer_for(state, house, seals), asker, on_progress)
    made = briefs(state, plain, house, seals, {key: wish})
    brief = _brief(key, wish, made, house)
    if brief is None:
        return ModelSection((), None, asker.spent)
    draft = await writer.write(brief)
    given = [*brief.context, *(note.text for note in brief.notes), *house.lexicon.allowed]
    for last in (False, True):
        if again := repeating(writer.assembled(draft).lines(), others, given):
            draft = await writer.reworded(draft, again, last=last)
    assembled = writer.assembled(draft)
    blocks = tuple(block for block in assembled.blocks if block.text)
    return ModelSection(blocks, tally_of(draft, assembled), asker.spent)


def _brief(key: str, wish: Wish, made: Sequence[Brief], house: House) -> Brief | None:
    if key in (OPENING, CONCLUSION):
        return frame_brief(key, house.book.frames[key], [Draft(brief) for brief in made], wish)
    return next((brief for brief in made if brief.key == key), None)
