"""Whatever a model does, over real HTTP, the person gets a complete report in which nothing was invented."""

import random
import re
from collections.abc import Callable, Sequence

import pytest

from bot.assistant.ask_models import AskModels
from bot.models import Models, Patience, Provider
from bot.writing.model import ModelReport, Turn, write_report

from ..doubles.modelserver import Fails, Says, model_server
from ..doubles.modelserver.behaviour import Behaviour, Json
from ..office import shipped
from .office import (
    EXAMPLE_NAMES,
    diligent,
    everything_said,
    findings,
    house_for,
    is_complete,
    materials,
    state_of,
    written_by,
)

Misbehaviour = Callable[[Sequence[Turn]], str | None]


def repeats_the_prompt(turns: Sequence[Turn]) -> str:
    return turns[1].content


def answers_in_english(turns: Sequence[Turn]) -> str:
    return "Here is the section.\n" + "\n".join(
        f"[{id_}] This year we made great progress {' '.join(re.findall('⟦F[0-9]+⟧', said))}."
        for id_, said in materials(turns[1].content)
    )


def answers_in_markdown(turns: Sequence[Turn]) -> str:
    lines = [f"- **[{id_}]** *{said}*" for id_, said in materials(turns[1].content)]
    return "```markdown\n# 一、述职报告\n\n## 小标题\n" + "\n".join(lines) + "\n```"


def thinks_aloud(turns: Sequence[Turn]) -> str:
    return f"<think>先看N1，⟦F1⟧大概是12次。\n[N1] 草稿</think>\n{diligent(turns)}"


def answers_in_the_wrong_order(turns: Sequence[Turn]) -> str:
    return "\n".join(reversed(diligent(turns).splitlines()))


def renames_markers(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("⟦F", "⟦事实")


def merges_markers(turns: Sequence[Turn]) -> str:
    return re.sub(r"⟦(F\d+)⟧([^⟦]*)⟦(F\d+)⟧", r"⟦\1、\3⟧\2", diligent(turns))


def drops_markers(turns: Sequence[Turn]) -> str:
    return re.sub(r"⟦F[13579]⟧", "若干", diligent(turns))


def doubles_markers(turns: Sequence[Turn]) -> str:
    return re.sub(r"(⟦F\d+⟧)", r"\1，即\1", diligent(turns))


def invents_markers(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("。", "，惠及⟦F777⟧。")


def swaps_markers(turns: Sequence[Turn]) -> str:
    """Every marker of one note goes to the next."""
    return re.sub(r"⟦F(\d+)⟧", lambda m: f"⟦F{int(m[1]) + 1}⟧", diligent(turns))


def adds_up(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("。", "，合计达到876件，同比增长15.5%。")


def adds_up_in_words(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("。", "，两项合计八百七十六户。")


def promises(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("。", "，没有收受任何礼品礼金，没有插手工程项目。")


def brags(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("。", "，被评为全县先进单位，受到群众一致好评。")


def names_campaigns(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("。", "，深入开展党史学习教育，学习《论语》。")


def writes_too_much(turns: Sequence[Turn]) -> str:
    more = "，思想上高度重视，行动上迅速跟进，措施上细之又细，作风上实之又实，做到了心中有数、手中有招" * 3
    return diligent(turns).replace("。", more + "。")


def adds_leads(turns: Sequence[Turn]) -> str:
    return diligent(turns) + "\n" + "\n".join(f"[P1] 做好工作要靠第{n}种精神。" for n in range(40))


def turns_things_round(turns: Sequence[Turn]) -> str:
    return diligent(turns).replace("没有", "已经").replace("没", "已").replace("还在", "已经")


def writes_noise(turns: Sequence[Turn]) -> str:
    dice = random.Random(len(turns[1].content))
    signs = "的一是⟦F12⟧[N3][P1]，。\n“《》%abc123【】○\x00\u200b😀"
    return "".join(dice.choice(signs) for _ in range(3000))


def says_nothing(turns: Sequence[Turn]) -> str:
    return "好的。"


def refuses(turns: Sequence[Turn]) -> str:
    return "抱歉，我无法完成这一请求。"


def never_answers(turns: Sequence[Turn]) -> None:
    return None


def fails_in_between(turns: Sequence[Turn]) -> str | None:
    return None if "问题" in turns[1].content[:60] or len(turns) > 2 else adds_up(turns)


MISBEHAVIOURS: list[Misbehaviour] = [
    repeats_the_prompt,
    answers_in_english,
    answers_in_markdown,
    thinks_aloud,
    answers_in_the_wrong_order,
    renames_markers,
    merges_markers,
    drops_markers,
    doubles_markers,
    invents_markers,
    swaps_markers,
    adds_up,
    adds_up_in_words,
    promises,
    brags,
    names_campaigns,
    writes_too_much,
    adds_leads,
    turns_things_round,
    writes_noise,
    says_nothing,
    refuses,
    never_answers,
    fails_in_between,
]
FAILING = (never_answers, fails_in_between)


async def written_over_http(misbehaviour: Misbehaviour) -> ModelReport:
    """The mayor's report by a model server that answers so; None is an HTTP error."""

    def answer(body: Json) -> Behaviour:
        text = misbehaviour([Turn(message["role"], message["content"]) for message in body["messages"]])
        return Fails(500, "overloaded") if text is None else Says(text, chunk=500)

    state = state_of("mayor")
    async with model_server() as server:
        server.answers(answer)
        provider = Provider(name="one", base_url=server.base_url, model="test-model", concurrency=16)
        async with Models([provider], Patience(backoff=0.005, longest_wait=0.1)) as models:
            return await write_report(state, house_for(state), AskModels(models, shipped().guard.personal))


@pytest.mark.parametrize("misbehaviour", MISBEHAVIOURS, ids=lambda m: m.__name__)
async def test_the_report_is_complete_and_invents_nothing(misbehaviour: Misbehaviour) -> None:
    state = state_of("mayor")
    made = await written_over_http(misbehaviour)
    assert sum(section.by_model + section.by_plain for section in made.sections) > 50
    assert bool(made.spent.failed) is (misbehaviour in FAILING)
    text = "".join(block.text for block in made.report.blocks)
    assert is_complete(made.report, state)
    assert findings(made.report, state) == []
    assert not re.search(r"[⟦⟧▢]|\[[NP]\d", text)
    for stray in (
        "876",
        "八百七十六",
        "收受任何",
        "先进单位",
        "党史",
        "论语",
        "great",
        "若干",
        "777",
        "思想上高度重视",
    ):
        assert stray not in text
    for declared in [said for said in everything_said(state) if said.startswith("没有把应由")]:
        assert text.count(declared.rstrip("。")) == 1


@pytest.mark.parametrize("example", EXAMPLE_NAMES)
async def test_a_model_that_never_answers_leaves_the_plain_writers_report(example: str) -> None:
    made = await written_by(never_answers, example)
    assert made.by_model == 0
    assert [block.kind for block in made.report.blocks]
    assert is_complete(made.report, state_of(example))


@pytest.mark.parametrize("tolerated", [answers_in_markdown, thinks_aloud, answers_in_the_wrong_order])
async def test_what_is_only_badly_packed_is_used(tolerated: Misbehaviour) -> None:
    made, straight = await written_by(tolerated), await written_by(diligent)
    assert made.by_model >= 0.9 * straight.by_model


async def test_no_figure_is_told_twice() -> None:
    made = await written_by(drops_markers)
    text = "".join(block.text for block in made.report.blocks)
    for figure in ("2.36亿", "21340人", "1.37万亩", "613户", "4870万", "6800万"):
        assert text.count(figure) <= 1
