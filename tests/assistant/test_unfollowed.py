"""A sentence was taken from Word, then its note changes: nothing is lost, the person says which one holds."""

from tests.assistant.from_word import paper, rewritten, sends
from tests.office import Interview, shipped


async def study(me: Interview) -> int:
    """Three answers on learning, finished; one sentence is taken from Word. The number of its message."""
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("集中学习")
    await me.says("中心组学习12次")
    message = me.messages
    await me.reaches("个人自学")
    await me.says("记笔记8000字")
    await me.reaches("学习教育")
    await me.says("查摆问题6个")
    await me.commands("finish")
    await sends(me, (await paper(me)).replace("中心组学习12次", "参加镇党委中心组学习12次"))
    await me.presses("逐处看", "采用", "重新出文件")
    assert "参加镇党委中心组学习12次" in await paper(me)
    return message


async def test_an_edited_note_says_that_the_sentence_stays(me: Interview) -> None:
    message = await study(me)
    edited = await me.edits(message, "中心组学习15次")
    assert edited.shows("没有跟着改：“")
    assert edited.shows("参加镇党委中心组学习12次")
    assert "12次" in await rewritten(me)
    finished = await me.looks()
    assert finished.shows("有1处原话后来改过")
    assert finished.shows("原话现在是“中心组学习15次”")


async def test_the_note_holds(me: Interview) -> None:
    await me.edits(await study(me), "中心组学习15次")
    await rewritten(me)
    me.card = await me.looks()
    await me.presses("定用哪一种")
    assert me.card.shows("原话后来改成了：“中心组学习15次”")
    held = await me.presses("照现在的原话写")
    assert held.shows("照现在的原话写")
    assert not held.offers("照现在的原话写")
    text = await me.finishes()
    assert "中心组学习15次" in text
    assert "12次" not in text
    assert "记笔记8000字" in text
    assert not me.card.shows("原话后来改过")


async def test_the_sentence_holds_until_the_note_changes_again(me: Interview) -> None:
    message = await study(me)
    await me.edits(message, "中心组学习15次")
    await me.reaches("集中学习")
    await me.presses("还用我亲手改的")
    assert "镇党委中心组学习12次" in await rewritten(me)
    assert not (await me.looks()).shows("原话后来改过")
    me.restarts()
    await me.edits(message, "中心组学习16次")
    await rewritten(me)
    assert (await me.looks()).shows("原话现在是“中心组学习16次”")


async def test_changed_back_there_is_nothing_to_ask(me: Interview) -> None:
    message = await study(me)
    await me.edits(message, "中心组学习15次")
    await me.edits(message, "中心组学习12次")
    assert not (await me.reaches("集中学习")).offers("照现在的原话写")


async def test_a_note_that_now_reads_like_the_sentence_asks_nothing(me: Interview) -> None:
    edited = await me.edits(await study(me), "参加镇党委中心组学习12次")
    assert not edited.shows("没有跟着改")


async def test_a_sentence_taken_out_can_come_back(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("农村道路")
    await me.says("修路6公里，投资120万元。硬化入户路200米")
    message = me.messages
    await me.commands("finish")
    text = await paper(me)
    await me.reaches("集中学习")
    await me.says("中心组学习12次")
    roads = next(line for line in text.splitlines() if "修路6公里" in line)
    await sends(me, text.replace(roads, "一年来，乡亲们给了很多支持。"))
    while me.card.offers("逐处看"):
        await me.presses("逐处看", "采用")
    assert "修路" not in await rewritten(me)
    await me.edits(message, "修路7公里")
    await me.reaches("农村道路")
    await me.presses("照现在的原话写")
    assert "修路7公里" in await me.finishes()


async def test_a_new_note_goes_in_before_the_closing_words(me: Interview) -> None:
    await study(me)
    await sends(me, (await me.finishes()).replace("记笔记8000字", "写下读书笔记8000字"))
    await me.presses("逐处看", "采用", "重新出文件")
    before = next(line for line in (await paper(me)).splitlines() if "读书笔记8000字" in line)
    closing = before.rstrip("。").split("。")[-1]
    assert "8000字" not in closing
    await me.reaches("学习教育")
    await me.says("开展集中整治")
    after = next(line for line in (await rewritten(me)).splitlines() if "读书笔记8000字" in line)
    assert "开展集中整治" in after
    assert after.endswith(f"{closing}。")
    assert after.count(closing) == 1
