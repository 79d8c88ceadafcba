"""Somebody edits an edition from before: their changes are taken, what came since is never undone."""

from tests.assistant.from_word import paper, rewritten, sends, signed
from tests.office import Interview


async def goes_on(me: Interview) -> str:
    """Three more answers, one of them to a section that had none; what the new report reads."""
    await me.reaches("农村道路")
    await me.says("修桥2座")
    await me.reaches("为政品德")
    await me.says("每月向党委报告一次工作")
    await me.commands("finish")
    return await paper(me)


async def test_changes_in_an_older_edition_undo_nothing(me: Interview) -> None:
    first = await signed(me)
    second = await goes_on(me)
    assert "修桥2座" in second
    assert (await sends(me, first)).shows("以前的一版，没有改动")
    edited = first.replace("中心组学习12次", "参加中心组学习12次").replace(
        "二、履职上求实效", "二、干事上求实效"
    )
    await sends(me, edited.replace("请予审阅", "请予审议"))
    assert me.card.shows("照以前的一版改的")
    assert me.card.shows("还有3处改动等您定，都和您说过的对得上")
    await me.presses("对得上的都采用")
    assert me.card.shows("都定好了")
    await me.presses("重新出文件")
    merged = second.replace("中心组学习12次", "参加中心组学习12次").replace("请予审阅", "请予审议")
    merged = merged.replace("三、履职上求实效", "三、干事上求实效")
    assert "三、干事上求实效" in merged
    assert await paper(me) == merged
    assert not (await sends(me, merged)).shows("以前")


async def test_a_sentence_changed_on_both_sides_is_asked_about(me: Interview) -> None:
    first = await signed(me)
    await sends(
        me, first.replace("中心组学习12次", "按时参加中心组学习12次").replace("石远山\n", "石远山（签名）\n")
    )
    await me.presses("对得上的都采用", "重新出文件")
    second = await paper(me)
    await sends(me, first.replace("中心组学习12次", "主持中心组学习12次"))
    assert me.card.shows("照以前的一版改的")
    assert me.card.shows("有1处是承诺，或者两边都改过，要您逐处定")
    assert not me.card.offers("对得上的都采用")
    await me.presses("逐处看")
    assert me.card.shows("原来：在集中学习上，中心组学习12次。")
    assert me.card.shows("您后来改成：在集中学习上，按时参加中心组学习12次。")
    assert me.card.shows("改为：在集中学习上，主持中心组学习12次。")
    await me.presses("保留现在的")
    assert me.card.shows("都定好了")
    await sends(me, first.replace("中心组学习12次", "组织中心组学习12次"))
    await me.presses("逐处看", "以 Word 稿为准", "重新出文件")
    assert await paper(me) == second.replace("按时参加", "组织")


async def test_what_is_gone_since_is_told(me: Interview) -> None:
    first = await signed(me)
    study = next(line for line in first.splitlines() if "中心组学习" in line)
    own = first.replace("中心组学习12次", "主持中心组学习12次")
    await sends(me, first.replace(f"一、学习上求深入，提高理论水平\n{study}\n", ""))
    await me.presses("对得上的都采用", "重新出文件")
    await paper(me)
    await sends(me, own)
    assert me.card.shows("现在的报告里已经没有那一句了")
    assert me.card.shows("主持中心组学习12次")


async def test_an_older_edition_after_everything_was_written_again(me: Interview) -> None:
    first = await signed(me)
    await sends(me, first.replace("修路6公里", "新修公路6公里"))
    await me.presses("对得上的都采用")
    await me.reaches("农村道路")
    await me.says("修桥2座")
    me.restarts()
    second = await rewritten(me)
    assert "新修公路6公里" in second
    await sends(me, first.replace("请予审阅", "请予审议"))
    await me.presses("逐处看")
    assert me.card.shows("结束语")
    await me.presses("采用", "重新出文件")
    assert await paper(me) == second.replace("请予审阅", "请予审议")
