"""The whole report with a model: sections side by side, repeats between them put right, the frame last."""

import asyncio
from collections.abc import Mapping, Sequence

from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.report import CONCLUSION, OPENING, ReportBlock
from bot.writing.model.answered import Complete
from bot.writing.model.asking import Asker
from bot.writing.model.brief import Brief
from bot.writing.model.briefing import House, briefs
from bot.writing.model.framing import frame_brief
from bot.writing.model.kept import Kept, MemoryKept
from bot.writing.model.progress import OnProgress, silent
from bot.writing.model.prompt import Prompt, shared_share
from bot.writing.model.rendering import Renderer
from bot.writing.model.repeats import repeated
from bot.writing.model.sealed import Seals
from bot.writing.model.section import Draft, SectionWriter
from bot.writing.model.tally import ModelReport, tally_by_hand, tally_of
from bot.writing.model.together import frames_by_hand, put_together
from bot.writing.model.wish import NO_WISH, Wish
from bot.writing.whole import write_plain

SECTIONS_AT_A_TIME = 12


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
    drafts = await _without_repeats(writer, [], await _side_by_side(writer, made))
    frames = _frame_briefs(drafts, house, wishes)
    framed = await _without_repeats(writer, drafts, await _side_by_side(writer, frames))
    blocks: list[ReportBlock] = [block for draft in drafts for block in writer.assembled(draft).blocks]
    frame = [block for draft in framed for block in writer.assembled(draft).blocks if block.text]
    by_hand = frames_by_hand(wishes)
    frame += by_hand
    base = plain.without_sections()
    return ModelReport(
        put_together(base, [*blocks, *frame]),
        (
            *(tally_of(draft, writer.assembled(draft)) for draft in (*drafts, *framed)),
            *map(tally_by_hand, by_hand),
        ),
        asker.spent,
        tuple(frame),
        base,
        shared_share(asker.first_prompts),
    )


def first_prompts(
    state: DraftState, house: House, *, seals: Seals = "sealed", wishes: Mapping[str, Wish] | None = None
) -> dict[str, Prompt]:
    """Exactly what is sent first for each section that a model is asked for, by the section's key."""
    renderer = renderer_for(state, house, seals)
    plain = write_plain(state, house.phrases, house.pack)
    made = briefs(state, plain, house, seals, wishes or {})
    return {brief.key: renderer.prompt(brief) for brief in made if not brief.is_left}


def renderer_for(state: DraftState, house: House, seals: Seals) -> Renderer:
    """What renders the prompts of this draft."""
    return Renderer(house.book, state.outline, house.pack, reporting_year(state), seals)


def _frame_briefs(drafts: Sequence[Draft], house: House, wishes: Mapping[str, Wish]) -> list[Brief]:
    """Of opening and conclusion what the person did not write; none where no model wrote anything."""
    if not any(draft.judged for draft in drafts):
        return []
    wished = {key: wishes.get(key, NO_WISH) for key in (OPENING, CONCLUSION)}
    return [
        frame_brief(key, house.book.frames[key], drafts, wish)
        for key, wish in wished.items()
        if not wish.own_leads
    ]


async def _side_by_side(writer: SectionWriter, asked: Sequence[Brief]) -> list[Draft]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(writer.write(brief)) for brief in asked]
    return [task.result() for task in tasks]


async def _without_repeats(
    writer: SectionWriter, before: Sequence[Draft], drafts: Sequence[Draft]
) -> list[Draft]:
    """The drafts; what repeats an earlier one is asked for once more, then left to the plain writer."""
    drafts = list(drafts)
    every = [*before, *drafts]
    given = [text for draft in every for text in (*draft.brief.context, *(n.text for n in draft.brief.notes))]
    given += writer.house.lexicon.allowed
    for last in (False, True):
        said = {draft.brief.key: writer.assembled(draft).lines() for draft in (*before, *drafts)}
        found = repeated(said, given)
        for place, draft in enumerate(drafts):
            if again := found.get(draft.brief.key):
                drafts[place] = await writer.reworded(draft, again, last=last)
    return drafts
