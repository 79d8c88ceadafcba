"""No result, praise or pledge that nobody told; and what claims nothing may be said."""

from collections.abc import Iterator

import pytest
import yaml

from bot.interview.event import EventKind, NewEvent
from bot.writing.model import write_report

from ..office import recalled, shipped, small_outline
from .office import Scripted, book, house_for

CLAIMS = [
    "群众满意度明显提升",
    "工作受到上级肯定",
    "赢得了干部群众的信任",
    "各项任务都如期完成",
    "整改全部到位",
    "社会大局平稳有序",
    "村容村貌焕然一新",
    "干群关系更加融洽",
    "增强了依法办事的意识",
    "为来年打下了坚实基础",
    "矛盾得到有效化解",
    "今后将继续加力",
    "利用业余时间登门听取意见",
    "逐户走访困难群众",
]
VISITS = (
    "走访农户86家，听来的意见记在本子上，逢会拿出来对账，办了的划掉，没办的记到下一页，"
    "村里干部跟着记，月底由办公室收上来看一遍"
)
VISITED = VISITS.replace("86家", "⟦F1⟧")


async def written_from(note: str, answer: str) -> tuple[str, int]:
    """A report on one note by a model that says this in every part, and how many sentences are its own."""
    outline = small_outline()
    question = next(question for question in outline.questions() if question.kind == "notes")
    state = recalled(outline, [NewEvent(EventKind.NOTE, question.key, note)])
    made = await write_report(state, house_for(state), Scripted(lambda _: answer))
    return "".join(block.text for block in made.report.blocks), made.by_model


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("place", ["lead", "sentence"])
async def test_no_result_praise_or_pledge_is_claimed_that_nobody_told(claim: str, place: str) -> None:
    answer = f"[P1] {claim}。\n[N1] {VISITED}。" if place == "lead" else f"[N1] {VISITED}，{claim}。"
    text, by_model = await written_from(VISITS, answer)
    assert claim not in text
    assert "86家" in text
    assert by_model == (place == "lead")


@pytest.mark.parametrize(
    "said",
    [
        "要让群众满意，先得把事办实",
        "职责落实到位，隐患才藏不住",
        "作风没有明显好转",
        "服务能不能提升，群众最清楚",
        "推动责任压实",
    ],
)
async def test_what_claims_nothing_may_be_said(said: str) -> None:
    text, by_model = await written_from(VISITS, f"[P1] {said}。\n[N1] {VISITED}。")
    assert said in text
    assert by_model > 1


async def test_a_claim_that_the_notes_make_stands() -> None:
    text, _ = await written_from(VISITS + "，水质比去年好多了", f"[N1] {VISITED}，水质比去年明显好转。")
    assert "明显好转" in text


async def test_a_hedge_that_ends_a_word_is_none() -> None:
    note = f"拆迁签了20户，剩下的约9户在谈，{VISITS}"
    text, by_model = await written_from(
        note, f"[N1] 拆迁签约⟦F1⟧，剩下⟦F2⟧在谈，{VISITED.replace('F1', 'F3')}。"
    )
    assert "签约20户，剩下约9户在谈" in text
    assert by_model


async def test_the_frame_may_not_contradict_the_notes() -> None:
    text, _ = await written_from(
        f"烘干塔没有建成，{VISITS}", f"[P1] 烘干塔已经建成。\n[N1] 烘干塔没有建成，{VISITED}。"
    )
    assert "已经建成" not in text


def test_the_plain_writers_own_words_claim_nothing() -> None:
    phrases = yaml.safe_load((shipped().folder / "plain" / "phrases.yaml").read_text("utf-8"))
    said = list(every_line(phrases["pools"]))
    assert len(said) > 300
    for rule in book().refused:
        if rule.backed:
            assert [line for line in said if rule.found(line, "", "")] == []


def every_line(pool: object) -> Iterator[str]:
    """All texts in nested mappings and lists."""
    if isinstance(pool, str):
        yield pool
    elif isinstance(pool, dict | list):
        for inner in pool.values() if isinstance(pool, dict) else pool:
            yield from every_line(inner)
