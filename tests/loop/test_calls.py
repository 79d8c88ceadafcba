"""What is paid for, and what is not paid for twice: calls at a time, answers kept, tokens and money."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.interview.event import EventKind, NewEvent
from bot.library.answers import read_answers
from bot.writing.model import Answered, MemoryKept, Turn, Wish, write_report

from ..office import EXAMPLES, recalled, shipped
from .office import Scripted, house_for, section_of, written_by


async def test_a_report_written_again_costs_nothing() -> None:
    kept, script = MemoryKept(), Scripted()
    first = await written_by(script, kept=kept)
    asked = len(script.asked)
    again = await written_by(script, kept=kept)
    assert len(script.asked) == asked
    assert again.report == first.report
    assert again.spent.calls == 0
    assert again.spent.kept == first.spent.calls


async def test_a_changed_answer_rewrites_its_section_alone() -> None:
    answers = read_answers(next(p for p in EXAMPLES if p.stem == "mayor"), shipped().outlines)
    before = recalled(answers.outline, answers.events)
    after = recalled(
        answers.outline,
        (*answers.events, NewEvent(EventKind.NOTE, "study_self", "还写了调研文章，县里的刊物登了")),
    )
    kept = MemoryKept()
    await write_report(before, house_for(before), Scripted(), kept=kept)
    script = Scripted()
    await write_report(after, house_for(after), script, kept=kept)
    asked = {section_of(turns)[:12] for turns in script.asked}
    assert len([head for head in asked if "请写这一部分" in head]) == 1


async def test_a_corrected_figure_costs_no_call_and_stands_corrected() -> None:
    answers = read_answers(next(p for p in EXAMPLES if p.stem == "mayor"), shipped().outlines)
    state = recalled(answers.outline, answers.events)
    kept = MemoryKept()
    await write_report(state, house_for(state), Scripted(), kept=kept)
    note = state.answer("roads").notes[0]
    corrected = NewEvent(EventKind.CORRECT, "roads", note.text.replace("510万", "530万"), target=note.seq)
    changed = recalled(answers.outline, (*answers.events, corrected))
    made = await write_report(changed, house_for(changed), Scripted(), kept=kept)
    text = "".join(block.text for block in made.report.blocks)
    assert made.spent.calls == 0
    assert "530万" in text
    assert "510万" not in text


async def test_stopped_in_the_middle_finished_calls_are_kept() -> None:
    kept, never, enough = MemoryKept(), asyncio.Event(), asyncio.Event()

    class Slow(Scripted):
        async def __call__(self, turns: Sequence[Turn], **how: object) -> Answered:
            if "政府工作" in turns[1].content or "履职上" in turns[1].content:
                await never.wait()
            if len(kept.answers) == 5:
                enough.set()
            return await super().__call__(turns, **how)  # type: ignore[arg-type]

    task = asyncio.create_task(written_by(Slow(), kept=kept))
    await asyncio.wait_for(enough.wait(), 20)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    paid = len(kept.answers)
    script = Scripted()
    made = await written_by(script, kept=kept)
    assert made.spent.kept >= paid
    assert made.by_model > 50


async def test_no_more_calls_at_a_time_than_allowed() -> None:
    running = peak = 0

    class Counting(Scripted):
        async def __call__(self, turns: Sequence[Turn], **how: object) -> Answered:
            nonlocal running, peak
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.01)
            running -= 1
            return await super().__call__(turns, **how)  # type: ignore[arg-type]

    await written_by(Counting(), at_a_time=3)
    assert peak == 3


async def test_another_try_is_another_call_and_only_for_that_section() -> None:
    kept = MemoryKept()
    await written_by(Scripted(), kept=kept)
    script = Scripted()
    await written_by(script, kept=kept, wishes={"study": Wish(again=1)})
    assert {section_of(turns) for turns in script.asked} == {"请写这一部分：一、学习上求深入，提高理论水平"}


async def test_tokens_and_money_are_counted() -> None:
    made = await written_by(Scripted())
    assert made.spent.calls == made.spent.prompt_tokens // 10
    assert made.spent.metered
    assert 0.5 < made.shared_share < 1
