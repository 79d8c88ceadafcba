"""The report comes back from Word: what changed is shown, checked against the notes, and taken or left."""

from tests.assistant.from_word import finished, paper, rewritten, sends
from tests.office import Interview, shipped


async def test_untouched_it_changes_nothing(me: Interview) -> None:
    text = await finished(me)
    assert (await sends(me, text)).shows("一字不差")
    assert (await sends(me, "关于开展秋冬季森林防火工作的通知。" * 9)).shows("像是另一份")


async def test_words_are_taken_and_a_changed_figure_asks(me: Interview) -> None:
    text = await finished(me)
    edited = text.replace("120万元", "130万元").replace("中心组学习12次", "参加中心组学习12次，认真做了笔记")
    await sends(me, edited)
    assert me.card.shows("还有2处改动等您定，其中1处和您说过的对不上")
    await me.presses("逐处看")
    while not me.card.shows("130万元"):
        await me.presses("以后再说")
    assert me.card.shows("修路6公里，投资120万元")
    assert me.card.shows("哪个对")
    await me.presses("以原话为准")
    assert me.card.shows("还有1处改动等您定，都和您说过的对得上")
    await me.presses("逐处看")
    assert me.card.shows("认真做了笔记")
    await me.presses("采用")
    assert me.card.shows("都定好了")
    await me.presses("重新出文件")
    again = await paper(me)
    assert "认真做了笔记" in again
    assert "投资120万元" in again
    assert (await sends(me, edited)).shows("一字不差")


async def test_word_may_be_right_and_stays_so(me: Interview) -> None:
    text = await finished(me)
    await sends(me, text.replace("120万元", "130万元"), beside="改好了")
    await me.presses("逐处看", "以 Word 稿为准")
    await me.presses("重新出文件")
    assert "130万元" in await paper(me)
    me.restarts()
    await me.commands("finish")
    assert "130万元" in await paper(me)


async def test_what_agrees_is_taken_at_once_also_what_is_taken_out(me: Interview) -> None:
    text = await finished(me)
    roads = next(s for s in text.replace("\n", "。").split("。") if "修路6公里" in s)
    edited = text.replace(roads + "。", "").replace("中心组学习12次", "镇党委中心组学习12次")
    await sends(me, edited)
    await me.presses("对得上的都采用")
    assert me.card.shows("采用了2处")
    await me.presses("重新出文件")
    again = await paper(me)
    assert "修路" not in again
    assert "镇党委中心组学习12次" in again
    await me.commands("finish")
    assert "修路" not in await paper(me)


async def test_before_the_report_it_says_what_to_do(me: Interview) -> None:
    assert (await sends(me, "一份文件")).shows("先点“生成报告”")


async def test_after_another_answer_changes_are_taken_all_the_same(me: Interview) -> None:
    text = await finished(me)
    await me.reaches("农村道路")
    await me.says("还修了桥2座")
    await sends(
        me, text.replace("中心组学习12次", "主持中心组学习12次").replace("述廉报告", "述廉情况报告", 1)
    )
    await me.presses("对得上的都采用")
    again = await rewritten(me)
    for words in ("主持中心组学习12次", "述廉情况报告", "修了桥2座"):
        assert words in again


async def test_words_that_may_not_be_public_are_asked_about(me: Interview) -> None:
    text = await finished(me)
    await sends(me, text.replace("中心组学习12次", "按内部资料的要求，中心组学习12次"))
    assert me.card.shows("还有1处改动等您定，都和您说过的对得上。有1处有不宜公开的字样，要您先看一看。")
    assert not me.card.offers("对得上的都采用")
    await me.presses("逐处看")
    assert me.card.shows("改后的话里有“内部”字样")
    await me.presses("保留原来的")
    await me.commands("finish")
    assert "内部资料" not in await paper(me)
    secret = await sends(me, f"{text}机密★1年\n")
    assert secret.shows("密级标志")


async def test_a_card_of_yesterday_decides_nothing(me: Interview) -> None:
    text = await finished(me)
    await sends(me, text.replace("120万元", "130万元"))
    old = await me.presses("逐处看")
    await me.presses("以原话为准")
    stale = await me.does(old.press("以 Word 稿为准"))
    assert stale.shows("页面已经更新")
    await me.commands("finish")
    assert "120万元" in await paper(me)


async def test_two_equal_sentences_changed_alike_are_two_changes(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    for label in ("农村道路", "集中学习"):
        await me.reaches(label)
        await me.says("全年下村20次")
    await me.commands("finish")
    text = await paper(me)
    assert text.count("全年下村20次") == 2
    edited = text.replace("全年下村20次", "全年下村走访20次")
    await sends(me, edited)
    assert me.card.shows("还有2处改动等您定")
    await me.presses("逐处看", "保留原来的")
    assert me.card.shows("全年下村走访20次")
    await me.presses("采用")
    assert me.card.shows("都定好了")
    await me.presses("重新出文件")
    again = await paper(me)
    assert again.count("全年下村20次") == again.count("全年下村走访20次") == 1
    assert (await sends(me, edited)).shows("一字不差")
