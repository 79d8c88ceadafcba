"""Writing with a model, as a person on the phone sees it."""

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from bot.assistant.files import FORMATS
from bot.assistant.metering import Limits
from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.doubles.modelserver import Fails, ModelServer, Says, model_server
from tests.doubles.modelserver.refusals import DASHSCOPE_REFUSES
from tests.loop.office import turns_of
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, receives, says, sent, shows, texts, with_model
from tests.telegram.walking import presses


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answers(says)
        yield running


async def test_the_report_is_written_by_the_model_and_the_last_line_says_so(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    text = await receives(phone)
    assert "职责在肩" in text
    await shows(phone, "报告已经写好")
    assert "大模型写了" in phone.card.text
    assert "逐段看、逐段改" in phone.card.labels
    await phone.command("finish")
    again = await receives(phone, 2)
    assert again == text
    asked = len(server.asked)
    await shuzhi.restarts()
    await phone.command("finish")
    assert await receives(phone, 3) == text
    assert len(server.asked) == asked


async def test_the_card_shows_how_it_comes_along_and_other_moves_are_not_held_up(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    def slowly(body: dict) -> Says:  # type: ignore[type-arg]
        said = says(body)
        if "履职上" in turns_of(body)[1].content.splitlines()[0]:
            return Says(said.text, latency=0.0, chunk=60, delay=0.15)
        return said

    server.answers(slowly)
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await shows(phone, "正在写《")
    await phone.waits_for(lambda screen: "✓ 理论学习" in screen.card.text and "✎" in screen.card.text)  # type: ignore[union-attr]
    assert "部分在等" in phone.card.text
    await phone.waits_for(
        lambda _: any(text.startswith("政府工作") and len(text) > 200 for _, text in phone.drafts)
    )
    other = shuzhi.api.phone(1002, first_name="李")
    await other.command("start")
    await other.waits_for(lambda screen: screen.card is not None)
    await presses(phone, "回到当前题")
    await phone.command("overview")
    await shows(phone, "总览")
    await receives(phone)
    await shows(phone, "文件发给您了")
    await shows(phone, "总览")
    shown = [call.at for call in shuzhi.api.calls_of("sendMessageDraft")]
    assert all(later - at > 0.9 for at, later in pairwise(shown))
    streamed = [text for id_, text in phone.drafts if id_ == phone.drafts[-1][0]]
    assert all(later.startswith(text) for text, later in pairwise(streamed))


async def test_where_no_drafts_are_taken_the_card_shows_the_growing_text(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    shuzhi.api.fail("sendMessageDraft", 404, times=-1)
    server.answers(lambda body: Says(says(body).text, chunk=60, delay=0.3))
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await phone.waits_for(lambda screen: len(screen.card.text) > 250)  # type: ignore[union-attr]
    await phone.command("stop")
    await shows(phone, "已经停下")
    assert len(shuzhi.api.calls_of("sendMessageDraft")) == 1
    assert not phone.drafts


async def test_stopped_it_keeps_what_was_paid_and_goes_on_from_there(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    stuck = True

    def answer(body: dict) -> Says:  # type: ignore[type-arg]
        said = says(body)
        late = stuck and "履职上" in turns_of(body)[1].content.splitlines()[0]
        return Says(said.text, latency=60.0 if late else 0.0, chunk=400)

    server.answers(answer)
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await phone.waits_for(
        lambda screen: screen.card is not None and screen.card.text.count("✓") >= 5, timeout=20
    )
    await phone.command("stop")
    await shows(phone, "已经停下")
    await phone.settles()
    assert not phone.documents
    before = len(server.asked)
    stuck = False
    await phone.presses("接着写")
    text = await receives(phone)
    assert "职责在肩" in text
    calls = sent(server)
    assert len([call for call in calls[before:] if call in calls[:before]]) == 1
    await phone.command("stop")
    await shows(phone, "现在没有正在写的报告")


async def test_stopped_the_person_may_take_the_plain_report(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    server.answers(lambda body: Says(says(body).text, latency=60.0))
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await shows(phone, "正在写《")
    await phone.presses("停下")
    await shows(phone, "已经停下")
    await phone.presses("不等了，直接成稿")
    text = await receives(phone)
    assert "职责在肩" not in text
    assert "贺长青" in text


@pytest.mark.parametrize("ends", ["killed", "stopped"])
async def test_ended_in_the_middle_it_goes_on_after_the_start_and_pays_nothing_twice(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer, ends: str
) -> None:
    stuck = True

    def answer(body: dict) -> Says:  # type: ignore[type-arg]
        said = says(body)
        late = stuck and "履职上" in turns_of(body)[1].content.splitlines()[0]
        return Says(said.text, latency=60.0 if late else 0.0, chunk=400)

    server.answers(answer)
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await phone.waits_for(
        lambda screen: screen.card is not None and screen.card.text.count("✓") >= 5, timeout=20
    )
    await asyncio.wait_for(shuzhi.dies() if ends == "killed" else shuzhi.stops(), 15)
    before = sent(server)
    stuck = False
    await shuzhi.starts()
    text = await receives(phone)
    assert "职责在肩" in text
    assert len([call for call in sent(server)[len(before) :] if call in before]) == 1
    await phone.settles()
    assert len(phone.documents) == len(FORMATS)
    await shows(phone, "报告已经写好")


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        (Fails(500, "broken"), "大模型服务没有接通"),
        (DASHSCOPE_REFUSES, "有的内容大模型不肯写"),
        (Fails(401, {"message": "no", "code": "invalid_api_key"}), "账号或设置有问题"),
    ],
    ids=["down", "refused", "key"],
)
async def test_without_an_answer_the_plain_report_comes_and_the_line_says_why(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer, behaviour: Fails, told: str
) -> None:
    server.answers(lambda _: behaviour)
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    text = await receives(phone)
    assert "贺长青" in text
    await shows(phone, told)
    server.answers(says)
    await shuzhi.restarts()
    await phone.command("finish")
    better = await receives(phone, 2)
    assert "职责在肩" in better
    assert "职责在肩" not in text


async def test_an_answer_changed_while_it_is_written_starts_it_anew_for_that_section_alone(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await receives(phone)
    asked = len(server.asked)
    await phone.says("另外还参加了扶贫夜校，讲了两课。")
    await shows(phone, "已经记在“其他情况”里")
    await phone.command("finish")
    text = await receives(phone, 2)
    assert "夜校" in text
    assert "夜校" not in texts(phone)[0]
    again = [turns_of(ask.body)[1].content.splitlines()[0] for ask in server.asked[asked:]]
    assert len([head for head in again if "请写这一部分" in head]) <= 1


async def test_a_newer_order_hears_the_calls_of_the_one_it_replaces(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    """Asked for anew while it is written: what is on its way for the other sections is not paid twice."""

    def slowly(body: dict) -> Says:  # type: ignore[type-arg]
        return Says(says(body).text, latency=2.0)

    server.answers(slowly)
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await phone.waits_for(lambda _: len(server.asked) >= 2)
    await phone.says("另外还参加了扶贫夜校，讲了两课。")
    await shows(phone, "已经记在“其他情况”里")
    await phone.command("finish")
    assert "夜校" in await receives(phone)
    calls = sent(server)
    assert len(calls) == len(set(calls))
    assert not [ask for ask in server.asked if ask.left]


async def test_the_preview_of_a_finished_report_leads_to_rewriting(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("preview")
    await shows(phone, "预览 · 第1页")
    assert "重写" not in phone.card.labels
    await phone.command("finish")
    await receives(phone)
    await phone.command("preview")
    await shows(phone, "预览 · 第1页")
    assert "职责在肩" in phone.card.text
    await presses(phone, "重写")
    await shows(phone, "想怎么改？")


async def test_beyond_the_days_calls_the_report_comes_and_says_why(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    server.answers(says)
    shuzhi.limits = Limits(calls_per_person=2)
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await receives(phone)
    await phone.waits_for(lambda screen: "今天大模型的用量已到上限" in screen.text)
    assert len(server.asked) == 2
