"""The proofreader in the chat: counts, one finding at a time, and what accepting or keeping leads to."""

from tests.office import Interview, shipped

MISTAKE = "我较好的完成了任务，做到以身作责"
NAME = "全镇实现国内生产总值8.6亿元"


async def report(me: Interview, *notes: str) -> str:
    """Answer the question for whatever fits nowhere else, and finish."""
    await me.commands("new")
    await me.presses(shipped().outlines["mayor"].title)
    for label in ("总览", "回到当前题"):
        if me.card.offers(label):
            await me.presses(label)
    while "其他" not in me.card.text.split("\n")[0] and me.card.offers("跳过"):
        await me.presses("跳过")
    await me.says(*notes)
    return (await me.commands("finish")).text


async def test_the_finished_card_counts_and_the_findings_come_one_by_one(me: Interview) -> None:
    text = await report(me, MISTAKE, NAME)
    assert "校对发现：必改" in text
    assert "请本人核对全部数据" in text
    card = await me.presses("看校对意见")
    assert "第1处" in card.text
    assert card.offers("保留原样")
    assert card.offers("以后再说")


async def seek(me: Interview, span: str) -> None:
    """Put findings off until the one with that place shows."""
    await me.presses("看校对意见")
    while f"▸{span}◂" not in me.card.text:
        await me.presses("以后再说")


async def test_an_accepted_fix_is_in_the_next_report_and_is_undone_like_any_word(me: Interview) -> None:
    await report(me, MISTAKE)
    await seek(me, "以身作责")
    card = await me.presses("采纳")
    assert card.shows("已改好")
    assert "▸以身作责◂" not in card.text
    assert "以身作则" in (await me.commands("preview")).text
    await me.commands("undo")
    assert "以身作责" in (await me.commands("preview")).text


async def test_a_name_is_asked_about_and_kept_if_the_person_says_so(me: Interview) -> None:
    await report(me, NAME)
    await seek(me, "国内生产总值")
    assert "请您定" in me.card.text
    assert (await me.presses("保留原样")).shows("保留原样")
    await me.commands("finish")
    if me.card.offers("看校对意见"):
        await me.presses("看校对意见")
        while me.card.offers("以后再说"):
            assert "▸国内生产总值◂" not in me.card.text
            await me.presses("以后再说")
    assert "国内生产总值" in (await me.commands("preview")).text


async def test_behind_the_last_finding_is_the_way_to_new_files(me: Interview) -> None:
    await report(me, MISTAKE)
    await me.presses("看校对意见")
    while me.card.offers("以后再说"):
        await me.presses("以后再说")
    assert me.card.offers("生成报告")
    assert me.card.offers("再看一遍")


async def test_who_looks_later_is_told_how_many_are_left_and_where_they_are(me: Interview) -> None:
    await report(me, MISTAKE, NAME)
    first = await me.presses("看校对意见")
    count = int(first.text.split("共")[1].split("处")[0])
    assert count > 1
    await me.presses("先不看了")
    assert me.card.shows(f"还有{count}处没有定")
    assert not me.card.shows("看完了")
    assert me.card.offers("再看一遍")
    await me.commands("finish")
    assert me.card.shows("报告已经写好")
    assert (await me.presses("看校对意见")).text == first.text
    while me.card.offers("保留原样"):
        await me.presses("保留原样")
    assert me.card.shows("看完了")
    assert not me.card.shows("没有定")


async def test_words_of_ours_and_gaps_are_no_findings(me: Interview) -> None:
    await report(me, "走访群众XX户")
    if me.card.offers("看校对意见"):
        await me.presses("看校对意见")
        while me.card.offers("以后再说"):
            assert "待补" not in me.card.text
            await me.presses("以后再说")


async def test_the_report_is_held_against_the_length_that_was_wished(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("篇幅")
    await me.presses("3000字")
    for label in ("招商引资", "集中学习", "农村道路"):
        await me.reaches(label)
        await me.says(
            f"{label}办了12件事。" + "".join(f"第{n}件事有人管、有回音，当月办结。" for n in range(1, 13))
        )
    await me.commands("finish")
    await me.presses("看校对意见")
    seen = me.card.text
    while me.card.offers("以后再说"):
        seen += (await me.presses("以后再说")).text
    assert "与要求的3000字相差" in seen
