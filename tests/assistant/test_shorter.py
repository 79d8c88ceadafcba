"""Shorter versions from the finished card: on request, of the report as it stands, once per request."""

from bot.documents.reading import read_document
from tests.office import Interview, shipped


async def taken(me: Interview) -> dict[str, str]:
    """The texts of the files on their way, by name."""
    files = {}
    for delivery in await me.assistant.files.waiting(me.person):
        file = await me.assistant.files.made(delivery)
        await me.assistant.files.arrived(delivery, None)
        if file.name.endswith(".docx"):
            files[file.name] = read_document(file.name, file.content)
    return files


async def test_the_person_asks_for_them_as_often_as_they_like(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("招商引资")
    await me.says("到位资金1.27亿，任务1.1亿，冷链物流园投资6800万，9月开工")
    await me.finishes()
    assert await taken(me) == {}
    await me.presses("口述稿、摘要", "口述3分钟")
    assert me.card.shows("马上发给您")
    ((name, text),) = (await taken(me)).items()
    assert "口述稿3分钟" in name
    assert "各位领导、同志们：" in text
    assert "1.27亿" in text
    assert "述职人" not in text
    await me.presses("一页摘要（公示用）")
    ((name, text),) = (await taken(me)).items()
    assert "摘要" in name
    assert "述职人" in text
    await me.presses("口述3分钟")
    assert len(await taken(me)) == 1
    await me.presses("返回")
    assert me.card.shows("报告已经写好")


async def test_after_a_changed_answer_the_report_has_to_be_finished_first(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("招商引资")
    await me.says("到位资金1.27亿")
    note = me.messages
    await me.finishes()
    await me.presses("口述稿、摘要")
    old = me.card
    await me.edits(note, "到位资金1.37亿")
    await me.does(old.press("口述3分钟"))
    assert await taken(me) == {}
    await me.finishes()
    await me.presses("口述稿、摘要", "口述3分钟")
    ((_, text),) = (await taken(me)).items()
    assert "1.37亿" in text


async def test_the_finished_card_is_where_one_comes_back_to(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("招商引资")
    await me.says("到位资金1.27亿")
    note = me.messages
    await me.reaches("其他情况")
    await me.presses("下一题")
    assert me.card.shows("问题都走完了")
    await me.finishes()
    await me.commands("help")
    await me.presses("回到当前题")
    assert me.card.shows("报告已经写好")
    await me.edits(note, "到位资金1.3亿")
    await me.commands("help")
    await me.presses("回到当前题")
    assert not me.card.shows("报告已经写好")
