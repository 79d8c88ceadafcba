"""Somebody is asked of work that is not theirs, and says so: no follow-up, no achievement, nothing lost."""

import pytest

from bot.interview.not_mine import is_not_mine
from tests.office import Interview, shipped

PLAIN = "这一块不归您管，没有写进报告。"


@pytest.mark.parametrize(
    "words",
    [
        "这块不归我管，是宣传委员抓的",
        "宣传工作我不分管，由宣传委员负责",
        "不是我分管的。",
        "我没分管这块，党建办在弄",
        "这块是老李在管，不归我",
        "不在我的分工范围内，问王主任吧",
        "这块不归我管，归农办",
        "不是我分管的，归口党建办",
    ],
)
def test_words_that_a_topic_is_somebody_elses(words: str) -> None:
    assert is_not_mine(words)


@pytest.mark.parametrize(
    "words",
    [
        "这块不归我管，但我帮着发了500份传单",
        "不归我管，是我主动去做的",
        "信访不归我管，接访12次",
        "我不分管农业，只分管林业",
        "村里的事没人管，我管了3件",
        "对不负责任的村干部约谈了2名",
        "是宣传委员抓的",
        "不归我管，归集资料12份",
        "不归我管，归还借款3万",
    ],
)
def test_who_tells_of_something_done_besides_has_answered(words: str) -> None:
    assert not is_not_mine(words)


async def test_it_is_left_out_with_a_plain_word_and_asked_no_further(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.reaches("文明宣传")
    words = "这块不归我管，是宣传委员抓的"
    card = await user.says(words)
    assert card.shows(f"明白，{PLAIN}")
    assert card.said == [f"· {words}"]
    assert not card.shows("准数")
    assert {"下一题", "按原样写进“文明宣传”", "撤销"} <= set(card.labels)
    await user.presses("下一题")
    await user.reaches("粮食生产")
    await user.says("粮食总产1.2万吨")
    report = await user.finishes()
    assert "宣传委员" not in report
    assert "归我管" not in report
    assert not user.card.shows("没定放在哪里")


async def test_it_may_be_written_after_all(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("不归我管，交通站负责")
    card = await user.presses("按原样写进“道路”")
    assert card.said == ["· 不归我管，交通站负责"]
    assert not card.shows("准数")
