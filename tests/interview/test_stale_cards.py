"""A press on a card that is no longer the present one changes nothing and shows the present card."""

import pytest

from bot.interview.move import Press
from tests.office import Interview, Seen

SCREENS = ["question", "declaration", "overview", "section", "gaps", "end", "cancelling", "drafts", "start"]


async def on(user: Interview, screen: str) -> Seen:
    """Bring a screen up, and give it back as it is."""
    match screen:
        case "question":
            return await user.reaches("粮食")
        case "declaration":
            return await user.reaches("礼金")
        case "section":
            await user.commands("overview")
            return await user.presses("履职 1/3")
        case "gaps":
            await user.reaches("其他情况")
            return await user.presses("下一题", "补上待补的内容")
        case "end":
            await user.reaches("其他情况")
            return await user.presses("下一题")
        case "cancelling":
            return await user.commands("cancel")
        case name:
            return await user.commands(name)


async def events(user: Interview) -> list[tuple[object, ...]]:
    """Everything that is stored about drafts and events."""
    return await user.assistant.store.read(
        lambda db: [*db.execute("SELECT * FROM events"), *db.execute("SELECT * FROM drafts")]
    )


async def a_later_card(user: Interview, screen: str) -> Seen:
    """Go on from a screen so that it becomes an old one."""
    if screen in ("drafts", "start"):
        return await user.begins()
    await user.reaches("道路")
    return await user.says("后来又修了一段")


@pytest.mark.parametrize("screen", SCREENS)
async def test_no_button_of_an_old_card_does_anything(user: Interview, screen: str) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路XX公里")
    old = await on(user, screen)
    present = await a_later_card(user, screen)
    before = await events(user)
    for label in old.labels:
        card = await user.does(old.press(label))
        assert card.shows("页面已经更新")
        assert card.card.blocks == present.card.blocks
        assert card.card.buttons == present.card.buttons
    assert await events(user) == before


async def test_pressing_twice_does_a_thing_once(user: Interview) -> None:
    card = await user.begins()
    twice = card.press("跳过")
    await user.does(twice)
    before = await events(user)
    assert (await user.does(twice)).shows("您在哪里任职？")
    assert await events(user) == before


async def test_pressing_a_new_report_twice_starts_one(user: Interview) -> None:
    card = await user.commands("new")
    await user.does(card.press("小提纲"))
    assert (await user.does(card.press("小提纲"))).shows("请问您的姓名？")
    assert (await user.commands("drafts")).text.count("小提纲") == 1


async def test_a_press_on_a_cancelled_draft_says_where_to_find_it(user: Interview) -> None:
    old = await user.begins()
    await user.commands("cancel")
    await user.presses("确认放弃")
    assert (await user.does(old.press("跳过"))).shows("这份报告已经放弃了")


@pytest.mark.parametrize(
    "action",
    [
        "",
        ":",
        "gap:99",
        "gap:-1",
        "choose:0",
        "go:nowhere",
        "declare:yes",
        "fly",
        "view:nowhere",
        "view:",
        "x" * 60,
    ],
)
async def test_a_press_that_makes_no_sense_shows_the_question(user: Interview, action: str) -> None:
    card = await user.begins()
    before = await events(user)
    card = await user.does(Press(card.card.draft, card.card.version, action))
    assert card.shows("请问您的姓名？")
    assert await events(user) == before


@pytest.mark.parametrize("action", ["", "new:nowhere", "draft:99", "draft:x", "restore:1", "fly", "draft:²"])
async def test_such_a_press_without_a_draft_shows_the_start(user: Interview, action: str) -> None:
    card = await user.commands("start")
    card = await user.does(Press(0, card.card.version, action))
    assert card.offers("小提纲")
