"""Changing the finished report on the phone: proofreading it, rewriting a section, keeping either version."""

from collections.abc import AsyncIterator

import pytest

from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.doubles.modelserver import ModelServer, Says, model_server
from tests.doubles.modelserver.behaviour import Json
from tests.loop.office import turns_of
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import (
    asked_for,
    interviewed,
    receives,
    says,
    shows,
    texts,
    with_model,
)
from tests.telegram.walking import presses

SLIP, MENDED = "学习要以身作责，不能只要求别人。", "学习要以身作则，不能只要求别人。"
SHORT = "学习不能走过场。"


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answers(with_slips)
        yield running


def with_slips(body: Json) -> Says:
    """Diligent, with a slip in the lead of one section and another beside a note of it; shorter by a wish."""
    asked, answer = turns_of(body)[1].content, says(body).text
    if "学习上" not in asked.splitlines()[0]:
        return Says(answer, chunk=400)
    lead = SHORT if "短一点" in asked else SLIP
    return Says(f"[P1] {lead}\n{answer}", chunk=400)


async def finished(shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer) -> str:
    """The report has come, and its card is on the screen."""
    await with_model(shuzhi, server)
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    text = await receives(phone)
    await shows(phone, "报告已经写好")
    return text


async def finds(phone: Phone, span: str) -> None:
    """Leaf through the proofreader's findings to the one with that place."""
    await presses(phone, "看校对意见")
    while f"▸{span}◂" not in phone.card.text:
        await presses(phone, "以后再说")


async def hears(phone: Phone, text: str) -> None:
    """Wait for the remark that answers a press."""
    await phone.waits_for(lambda _: any(text in toast.text for toast in phone.toasts))


async def test_proofreading_is_about_the_models_report_and_what_is_accepted_is_the_persons_own(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    before = await finished(shuzhi, phone, shelf, server)
    assert SLIP in before
    asked = len(server.asked)
    await finds(phone, "以身作责")
    await presses(phone, "采纳")
    await hears(phone, "从此算您的原话")
    assert "▸以身作责◂" not in phone.card.text
    await phone.command("finish")
    assert await receives(phone, 2) == before.replace(SLIP, MENDED)
    assert len(server.asked) == asked
    await shows(phone, "您亲手改定1句")
    await presses(phone, "逐段看、逐段改")
    await presses(phone, "理论学习")
    assert MENDED in phone.card.text
    await presses(phone, "重写")
    await phone.says("短一点")
    await shows(phone, "两稿对照")
    assert MENDED in phone.card.text
    assert SHORT not in phone.card.text


async def test_a_finding_without_a_fix_leads_to_the_sentence_itself(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    server.answers(lambda body: Says(with_slips(body).text.replace(SLIP, "学习要学习要讲实效。"), chunk=400))
    await finished(shuzhi, phone, shelf, server)
    await presses(phone, "看校对意见")
    while not any(label == "改一句" for label in phone.card.labels):
        await presses(phone, "以后再说")
    await presses(phone, "改一句")
    await shows(phone, "请把改好的整句发来")
    await phone.says("学习贵在讲实效。")
    await shows(phone, "已按您的话改好")
    assert "学习贵在讲实效。" in phone.card.text


async def test_a_section_is_written_again_by_a_wish_compared_and_either_version_kept(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    before = await finished(shuzhi, phone, shelf, server)
    asked = len(server.asked)
    await presses(phone, "逐段看、逐段改")
    await presses(phone, "理论学习")
    await presses(phone, "重写")
    await phone.says("短一点，语气再朴实些")
    await shows(phone, "两稿对照")
    assert SHORT in phone.card.text
    assert SLIP in phone.card.text
    assert len(asked_for(server, "短一点，语气再朴实些")) == len(server.asked) - asked
    await presses(phone, "用另一稿")
    await hears(phone, "已换成这一稿")
    await phone.command("finish")
    assert await receives(phone, 2) == before
    await presses(phone, "逐段看、逐段改")
    await presses(phone, "理论学习")
    await presses(phone, "和上一稿比")
    await presses(phone, "用另一稿")
    await phone.command("finish")
    text = await receives(phone, 3)
    assert SHORT in text
    assert len(server.asked) - asked <= 2
    assert texts(phone)[0] == before


async def test_the_preview_keeps_the_models_sections_when_more_is_said_elsewhere(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, server: ModelServer
) -> None:
    text = await finished(shuzhi, phone, shelf, server)
    assert SLIP in text
    await phone.says("年底又走访了老党员14户。")
    await phone.command("preview")
    await shows(phone, "预览 · 第1页")
    await shows(phone, SLIP)
