"""A denial is a fact: it has to be told, by whatever words deny or mean the same."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("汛期转移群众46人 没伤着人", "汛期转移群众46人。"),
        ("整改16条 没全部完成", "整改问题16条。"),
        ("走访40户 没收过礼", "走访群众40户。"),
        ("全年开会12次 一次没迟到", "全年参加会议12次。"),
    ],
)
def test_a_denial_that_is_left_out_is_missing(note: str, text: str, lexicon: Lexicon) -> None:
    assert [finding.kind for finding in compare([note], text, lexicon)] == [FindingKind.FACT_MISSING]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("汛期转移群众46人 没伤着人", "汛期安全转移群众46人，未发生人员伤亡。"),
        ("鸡蛋收购价没动 樱桃卖了2万斤", "销售樱桃2万斤，鸡蛋收购价与上年持平。"),
        ("全年开会12次 没断过", "全年坚持开会12次。"),
        ("学习没放松 记了两本笔记", "抓紧学习，记下笔记2本。"),
        ("收了3张罚单 都没收了违规渔具", "开出罚单3张，违规渔具一律没收。"),
    ],
)
def test_a_denial_told_by_another_word_is_told(note: str, text: str, lexicon: Lexicon) -> None:
    assert compare([note], text, lexicon) == ()


@pytest.mark.parametrize(
    ("notes", "text"),
    [
        (["我发言3次", "支部会开了9次", "支部那个不对，是10次"], "我发言3次，召开支部会10次。"),
        (["我发言3次，刚才那个数不对，是4次"], "本人发言4次。"),
        (["走访12户，走访户数说错了，是15户"], "走访15户。"),
    ],
)
def test_what_was_said_wrong_is_taken_back_and_nothing_else(
    notes: list[str], text: str, lexicon: Lexicon
) -> None:
    assert compare(notes, text, lexicon) == ()
