"""The preview after edits by hand: it reads as the files do, also when something has been said since."""

from tests.assistant.from_word import paper, rewritten, sends
from tests.office import Interview, shipped


async def preview(me: Interview) -> str:
    """What all pages of the preview read."""
    pages = [(await me.commands("preview")).text]
    while me.card.offers("下一页"):
        pages.append((await me.presses("下一页")).text)
    return "\n".join(pages)


async def takes(me: Interview, text: str) -> None:
    """Send the edited report back and take every change."""
    await sends(me, text)
    await me.presses("逐处看")
    while me.card.offers("以 Word 稿为准") or me.card.offers("采用"):
        await me.presses("采用" if me.card.offers("采用") else "以 Word 稿为准")
    assert me.card.shows("都定好了")


async def test_the_preview_reads_as_the_files_after_edits_in_word(me: Interview) -> None:
    await me.begins(shipped().outlines["mayor"].title)
    await me.reaches("招商引资")
    await me.says("到位资金1.27亿，落地快，任务1.1亿")
    await me.reaches("农村道路")
    await me.says("修路6公里，认真改造危房79户")
    await me.commands("finish")
    text = await paper(me)
    await takes(me, text.replace("认真改造危房79户", "改造危房78户"))
    assert "，改造危房78户" in await preview(me)
    await me.commands("finish")
    assert "，改造危房78户" in await paper(me)
    assert "，改造危房78户" in await preview(me)

    await me.reaches("集中学习")
    await me.says("中心组学习12次")
    seen = await preview(me)
    assert "中心组学习12次" in seen
    assert "，改造危房78户" in seen
    assert "79户" not in seen

    await me.reaches("农村道路")
    await me.says("新装路灯40盏")
    seen = await preview(me)
    assert "新装路灯40盏" in seen
    assert "，改造危房78户" in seen
    assert "79户" not in seen
    assert "79户" not in await rewritten(me)
    assert await preview(me) == seen
