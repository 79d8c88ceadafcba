"""A message that corrects itself, at its end or on its way."""

import pytest

from tests.interview.correcting import ASKS, YES, at_grain
from tests.office import Interview


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("支部学习11次，哦不，12次", "支部学习12次"),
        ("走访320户。刚才写错了，是330户", "走访330户"),
        ("走访320户 不对 是330户", "走访330户"),
        ("查了企业310家次。改一下，上一条14次改成15次", "中心组15次"),
        ("还写了心得2篇 对了 不是14次 是15次", "还写了心得2篇"),
    ],
)
async def test_a_message_may_end_in_a_correction(user: Interview, words: str, reads: str) -> None:
    card = await at_grain(user, "中心组14次", words)
    assert card.shows(ASKS)
    card = await user.presses(YES)
    assert f"· {reads}" in [one.removesuffix("（已更正）") for one in card.said]
    report = await user.finishes()
    assert "不对" not in report
    assert "哦不" not in report
    assert "不是14次" not in report


async def test_who_edits_such_a_message_has_its_end_forgotten(user: Interview) -> None:
    await at_grain(user, "支部学习11次，哦不，12次")
    card = await user.edits(user.messages, "支部学习13次")
    assert card.said == ["· 支部学习13次（已更正）"]
    assert not card.shows(ASKS)


@pytest.mark.parametrize(
    ("words", "parts", "reads"),
    [
        (
            "中心组14次，哦不，15次 个人自学写了笔记",
            ["中心组14次", "哦不，15次", "个人自学写了笔记"],
            ["中心组15次", "个人自学写了笔记"],
        ),
        (
            "存栏5200头，不对，是5300头，出栏2000头",
            ["存栏5200头", "不对，是5300头", "出栏2000头"],
            ["存栏5300头", "出栏2000头"],
        ),
        (
            "改造危房十八户 哦不是 十九户 到年底完工十六户",
            ["改造危房十八户", "哦不是 十九户", "到年底完工十六户"],
            ["改造危房十九户", "到年底完工十六户"],
        ),
        (
            "中心组12次 我发言4次，哎不对，发言是5次，写体会3篇",
            ["中心组12次 我发言4次", "哎不对，发言是5次", "写体会3篇"],
            ["中心组12次 我发言5次", "写体会3篇"],
        ),
        (
            "跑了4个村，开会2次，等一下，是3个村，入户20户。",
            ["跑了4个村，开会2次", "等一下，是3个村", "入户20户"],
            ["跑了3个村，开会2次", "入户20户"],
        ),
    ],
)
async def test_a_message_may_correct_itself_and_go_on(
    user: Interview, words: str, parts: list[str], reads: list[str]
) -> None:
    card = await at_grain(user, words)
    assert card.said[: len(parts)] == [f"· {part}" for part in parts], "nothing of it is lost"
    assert card.shows(f"“{parts[1]}”这一句是更正前面的“{parts[0]}”吗？")
    assert card.shows(f"换掉以后，那一条记成：{reads[0]}")
    card = await user.presses(YES)
    assert card.said == [f"· {reads[0]}（已更正）", *(f"· {one}" for one in reads[1:])]


async def test_of_many_figures_the_one_said_right_before_is_corrected(user: Interview) -> None:
    card = await at_grain(
        user, "低保原来412户，入户了400来户，一户一户跑的，清退37户，哦不对，是39户，新纳入21户，现在394户"
    )
    assert card.shows("37户 → 39户")
    card = await user.presses(YES)
    assert card.said[0] == "· 低保原来412户，入户了400来户，一户一户跑的，清退39户（已更正）"
    assert card.said[1] == "· 新纳入21户，现在394户"


async def test_a_message_may_correct_itself_twice(user: Interview) -> None:
    card = await at_grain(user, "中心组14次，哦不，15次，支部8次，不对，9次，讲党课2次")
    assert card.shows("换掉以后，那一条记成：中心组15次")
    assert (await user.presses(YES)).shows("换掉以后，那一条记成：支部9次")
    card = await user.presses(YES)
    assert card.said == ["· 中心组15次（已更正）", "· 支部9次（已更正）", "· 讲党课2次"]


@pytest.mark.parametrize(
    "words",
    [
        "抽查14户，不对的3户当场纠正，剩余11户",
        "查账14笔，不是我分管的3笔转办，办结11笔",
        "抽查台账14本，错了3本，当场改好",
    ],
)
async def test_a_note_that_tells_of_what_was_wrong_stays_one(user: Interview, words: str) -> None:
    assert (await at_grain(user, words)).said == [f"· {words}"]


async def test_who_edits_a_message_that_corrected_itself_has_all_of_it_told_anew(user: Interview) -> None:
    await at_grain(user, "存栏5200头，不对，是5300头，出栏2000头")
    card = await user.edits(user.messages, "存栏5300头，出栏2000头")
    assert card.said == ["· 存栏5300头，出栏2000头（已更正）"]
