"""The same words sent twice, after a bad network or with a text that was pasted again, are told once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.interview.answer import Answer, Note
from bot.interview.repeated import repeats
from storage import drafts
from tests.office import Interview

VISITED = "走访脱贫户320户，解决饮水问题12个"
AGAIN = "（前面记过，报告里只写一遍）"


def sent(*texts: str, apart: timedelta = timedelta(hours=1)) -> Answer:
    """These notes, each so much later than the one before."""
    at = datetime(2026, 12, 1, tzinfo=UTC)
    return Answer(tuple(Note(seq, text, text, at + seq * apart) for seq, text in enumerate(texts)))


async def test_a_note_sent_again_is_told_once_and_kept_twice(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    await user.says("中心组学习12次，党课4次", "还学了一次条例")
    card = await user.says("中心组学习12次 党课4次。")
    assert card.said[-1] == f"· 中心组学习12次 党课4次。{AGAIN}"
    assert AGAIN not in "".join(card.said[:-1])
    report = await user.finishes()
    assert report.count("12次") == report.count("4次") == 1
    (draft,) = user.assistant.store.read_now(lambda db: drafts.of_person(db, user.person))
    kept = user.assistant.store.read_now(lambda db: drafts.events(db, draft.id))
    assert [event.text for event in kept if "12次" in event.text] == [
        "中心组学习12次，党课4次",
        "中心组学习12次 党课4次。",
    ]


async def test_what_was_said_once_more_is_no_second_gap(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    card = await user.says("硬化道路XX公里", "硬化道路XX公里")
    assert AGAIN in card.said[-1]
    report = await user.finishes()
    assert report.count("硬化道路【待补：") == 1


async def test_a_correction_corrects_what_was_said_twice(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("硬化道路5公里，修桥2座", "硬化道路5公里，修桥2座")
    card = await user.says("不对，是6公里")
    assert card.shows("5公里 → 6公里"), "asked about once, although both notes have the figure"
    await user.presses("对，就这样改")
    report = await user.finishes()
    assert "硬化道路6公里" in report
    assert "5公里" not in report


async def test_one_of_two_that_is_edited_counts_again(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("种玉米3000亩，产量120万斤", "种玉米3000亩，产量120万斤")
    card = await user.edits(user.messages, "种小麦2000亩，产量90万斤")
    assert AGAIN not in card.text
    report = await user.finishes()
    assert "玉米3000亩" in report
    assert "小麦2000亩" in report


@pytest.mark.parametrize("back", [0, 1])
async def test_a_slip_that_is_mended_in_one_of_two_is_mended(user: Interview, back: int) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("硬化道路5公里，修桥2座", "硬化道路5公里，修桥2座。")
    card = await user.edits(user.messages - back, "硬化道路6公里，修桥2座")
    assert card.said == ["· 硬化道路6公里，修桥2座（已更正）"]
    await user.commands("undo")
    card = await user.looks()
    assert [text.count("5公里") for text in card.said] == [1, 1]
    await user.commands("redo")
    assert "5公里" not in await user.finishes()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (VISITED, "走访脱贫户320户，解决饮水问题13个"),
        (VISITED, "走访脱贫户320户，解决用水问题12个"),
        ("3、5月份入户走访脱贫户", "35月份入户走访脱贫户"),
        ("新修水渠1.5公里，受益86户", "新修水渠15公里，受益86户"),
        ("三、五组的路都修通了", "三五组的路都修通了"),
        ("走访脱贫户320户了？", "走访脱贫户320户了。"),
        ("粮食增长5%，2.1万亩", "粮食增长5，2.1万亩"),
    ],
)
def test_whatever_differs_in_more_than_blanks_and_marks_is_told(first: str, second: str) -> None:
    assert not repeats(sent(first, second))


@pytest.mark.parametrize(
    "said", [("讲党课几次", "4次", "调研几次", "4次"), ("修水渠", "都完成了", "建泵站", "都完成了")]
)
def test_a_few_words_that_answer_two_things_stay(said: tuple[str, ...]) -> None:
    assert not repeats(sent(*said))


def test_a_few_words_sent_twice_at_once_are_told_once() -> None:
    assert repeats(sent("讲党课", "4次", "4次", apart=timedelta(seconds=2))) == {2}
    assert not repeats(sent("讲党课", "4次", "4次", apart=timedelta(minutes=1)))


async def test_one_value_told_again_after_another_counts(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务")
    await user.says("青石镇人民政府副镇长", "青石镇党委委员、副镇长", "青石镇人民政府副镇长")
    await user.reaches("粮食")
    await user.says(VISITED)
    assert "党委委员" not in await user.finishes()


async def test_the_same_words_at_two_questions_are_told_once_unless_wanted_at_both(
    user: Interview,
) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says(VISITED)
    await user.reaches("道路")
    card = await user.says(f"{VISITED}。")
    assert card.shows("在“粮食”里已经记过")
    card = await user.says("硬化道路5公里")
    assert card.said == ["· 硬化道路5公里"], "they go on answering"
    report = await user.finishes()
    assert report.count("320户") == 1
    card = await user.commands("overview")
    assert card.shows("在两题都说了")
    await user.presses("定一下放在哪里", "按原样写进“道路”")
    assert (await user.finishes()).count("320户") == 2


async def test_the_second_telling_waits_for_a_place_once_the_first_is_gone(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says(VISITED)
    await user.reaches("道路")
    await user.says(VISITED)
    await user.reaches("粮食")
    await user.says("种玉米3000亩", "走访那条删了")
    card = await user.commands("overview")
    assert card.shows("还有1句话没定放在哪里")


async def test_what_was_pasted_once_more_behind_the_last_question(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says(VISITED)
    await user.reaches("其他情况")
    await user.presses("下一题")
    card = await user.says(VISITED)
    assert card.shows("在“粮食”里已经记过")
    await user.presses("不要了")
    assert (await user.finishes()).count("320户") == 1


async def test_a_few_words_may_be_said_of_two_things(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    await user.says("每月1次，全年12次")
    await user.reaches("道路")
    card = await user.says("每月1次，全年12次")
    assert card.said == ["· 每月1次，全年12次"]
