"""Declarations: one yes, no or skip each; only an explicit yes puts the sentence into the report."""

import pytest

from bot.interview.declaring import meant
from bot.interview.event import EventKind, NewEvent
from tests.office import Interview, small_outline, written

SENTENCE = "没有收受礼金"
LEAST = NewEvent(EventKind.NOTE, "roads", "修路3公里")


async def at_gifts(user: Interview) -> None:
    """Answer one question, and stand in front of a declaration."""
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.reaches("礼金")


async def test_a_declaration_shows_its_sentence_and_asks_yes_or_no(user: Interview) -> None:
    await at_gifts(user)
    assert user.card.shows(f"{SENTENCE}")
    assert user.card.shows("只有您点“是”")
    assert user.card.labels[:2] == ["是，写入报告", "不能这样写"]


async def test_unanswered_is_the_default_and_says_nothing(user: Interview) -> None:
    await at_gifts(user)
    assert SENTENCE not in await user.finishes()


async def test_yes_puts_the_sentence_into_the_report_word_for_word(user: Interview) -> None:
    await at_gifts(user)
    assert (await user.presses("是，写入报告")).shows("还有什么？")
    assert f"{SENTENCE}。" in await user.finishes()


@pytest.mark.parametrize("label", ["跳过", "还不清楚", "下一题"])
async def test_no_other_button_puts_it_there(user: Interview, label: str) -> None:
    await at_gifts(user)
    await user.presses(label)
    assert SENTENCE not in await user.finishes()


async def test_no_keeps_it_out_and_asks_for_own_words(user: Interview) -> None:
    await at_gifts(user)
    card = await user.presses("不能这样写")
    assert card.shows("要不要用自己的话说明一下？")
    assert card.shows("没有收过吧？")
    report = await user.finishes()
    assert SENTENCE not in report


async def test_own_words_after_a_no_stand_in_the_report(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("不能这样写")
    await user.says("收过一箱苹果，当天交了公")
    report = await user.finishes()
    assert "收过一箱苹果，当天交了公。" in report
    assert SENTENCE not in report


@pytest.mark.parametrize("word", ["是", "是的", "对的", "没错", "确认", "能", "是。", "嗯，是的", "能这样写"])
async def test_a_typed_yes_counts(user: Interview, word: str) -> None:
    await at_gifts(user)
    await user.says(word)
    assert SENTENCE in await user.finishes()


@pytest.mark.parametrize("word", ["否", "不能", "不是", "应该是吧", "是不是要问一下会计", "没有"])
async def test_nothing_else_typed_counts_as_a_yes(user: Interview, word: str) -> None:
    await at_gifts(user)
    await user.says(word)
    assert SENTENCE not in await user.finishes()


async def test_what_was_confirmed_is_named_by_the_way(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告")
    assert user.card.notice == "已确认“礼金”，这一句会写入报告。"
    assert not user.card.shows("没有收过吧？")


async def test_who_confirms_beside_words_of_their_own_is_asked_to_compare_them(user: Interview) -> None:
    await at_gifts(user)
    await user.says("收过一次，已上交纪委2000元")
    card = await user.presses("是，写入报告")
    assert card.said == [SENTENCE, "· 收过一次，已上交纪委2000元"]
    assert card.shows("这句话会写入报告；您自己的话也会写进去。请看看两边一致不一致")
    card = await user.presses("不能这样写")
    assert card.shows("您没有确认，这句话不会写入报告；您自己的话会作为说明写进去。")
    report = await user.finishes()
    assert "收过一次，已上交纪委2000元" in report
    assert SENTENCE not in report


async def test_who_confirms_it_once_more_goes_on(user: Interview) -> None:
    await at_gifts(user)
    await user.says("收过一次，已上交纪委2000元", "是")
    assert user.card.shows("请看看两边一致不一致")
    assert (await user.says("是")).shows("还有什么？")
    report = await user.finishes()
    assert SENTENCE in report
    assert "收过一次，已上交纪委2000元" in report


async def test_after_an_explanation_the_card_asks_for_none(user: Interview) -> None:
    await at_gifts(user)
    assert (await user.presses("不能这样写")).shows("要不要用自己的话说明一下？")
    card = await user.says("收过一箱苹果，当天交了公")
    assert not card.shows("要不要用自己的话说明一下？")
    assert card.shows("您自己的话会作为说明写进去。")


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        *((one, True) for one in ("写入", "写进去吧", "可以写入报告", "是，写入报告。", "就这样写")),
        *((one, False) for one in ("这句别写", "不用写", "先不写", "不要写进报告了", "1", "2")),
    ],
)
async def test_that_it_is_to_be_written_or_not_is_no_explanation(
    user: Interview, words: str, stands: bool
) -> None:
    await at_gifts(user)
    await user.says(words)
    await user.reaches("礼金")
    assert user.card.said == [SENTENCE]
    report = await user.finishes()
    assert (SENTENCE in report) is stands
    assert words.strip("。") not in report.split("廉洁自律的情况")[-1].replace("2026年12月1日", "")


async def test_a_yes_can_be_taken_back_by_a_no(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告", "上一题", "不能这样写")
    assert SENTENCE not in await user.finishes()


def test_the_rank_gate_holds_even_for_a_yes_given_under_another_rank() -> None:
    yes = NewEvent(EventKind.DECLARE, "matters", "yes")
    high = NewEvent(EventKind.CHOOSE, "rank", "县处级副职")
    low = NewEvent(EventKind.CHOOSE, "rank", "乡科级正职")
    sentence = "如实报告个人有关事项"
    assert sentence in str(written(small_outline(), [LEAST, high, yes]))
    assert sentence not in str(written(small_outline(), [LEAST, high, yes, low]))
    assert sentence not in str(written(small_outline(), [LEAST, yes]))


async def test_the_gated_question_is_asked_only_of_those_it_concerns(user: Interview) -> None:
    await at_gifts(user)
    assert (await user.presses("是，写入报告")).shows("还有什么？")
    await user.reaches("职务层次")
    await user.presses("县处级副职")
    await user.reaches("礼金")
    assert (await user.presses("下一题")).shows("如实报告了吗？")


@pytest.mark.parametrize(
    "words", ["没有", "都没有。", "没有过", "应该没有吧", "不敢说", "没有，都没有", "嗯，没有", "不是，没有"]
)
async def test_words_that_neither_confirm_nor_explain_are_asked_about(user: Interview, words: str) -> None:
    await at_gifts(user)
    card = await user.says(words)
    assert card.shows(SENTENCE)
    assert card.said == [SENTENCE]
    assert card.notice.startswith("这样答，看不出是不是确认。")
    assert words.strip("。") not in (await user.finishes()).replace(SENTENCE, "")


@pytest.mark.parametrize(
    "words", ["是的，没有", "对，没有", "是，没收过", "是没有", "没有，是的", "确认没有收受过。"]
)
async def test_to_agree_and_deny_confirms_a_sentence_that_denies(user: Interview, words: str) -> None:
    await at_gifts(user)
    assert (await user.says(words)).shows("还有什么？")
    report = await user.finishes()
    assert f"{SENTENCE}。" in report
    assert "是" not in report.split("廉洁自律的情况")[1]


@pytest.mark.parametrize("words", ["是的，没有收过现金", "没有，只收过一箱苹果，退了"])
async def test_words_that_add_something_stay_the_persons_own(user: Interview, words: str) -> None:
    await at_gifts(user)
    assert (await user.says(words)).said == [SENTENCE, f"· {words}"]


@pytest.mark.parametrize(
    ("sentence", "words", "told"),
    [
        ("签订廉洁过节承诺书，并按承诺执行", "是的，没有", "unclear"),
        ("签订廉洁过节承诺书，并按承诺执行", "是的，属实", "yes"),
        ("经常教育提醒亲属，未发现其有违纪违法行为", "对，没有", "unclear"),
        ("没有接受宴请，没有公款吃喝", "对，都没有", "yes"),
        ("没有接受宴请，没有公款吃喝", "对，没接受过", ""),
        ("没有收受礼金", "是的，没有收受礼金", "yes"),
        ("没有收受礼金", "不对，不能这样写", "no"),
        ("没有收受礼金", "不是没有", ""),
    ],
)
def test_what_words_say_to_a_sentence(sentence: str, words: str, told: str) -> None:
    assert meant(sentence, words) == told


@pytest.mark.parametrize("words", ["刚才那条不对", "不会", "有的", "当然", "上一条说错了"])
async def test_words_that_tell_neither_what_is_right_nor_what_happened_are_not_printed(
    user: Interview, words: str
) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.reaches("礼金")
    card = await user.says(words)
    assert card.shows("这样答，看不出是不是确认。")
    assert card.said == ["没有收受礼金"]
    assert "礼金" not in await user.finishes()


async def test_who_did_not_know_and_then_confirms_leaves_nothing_to_be_filled_in(user: Interview) -> None:
    await at_gifts(user)
    await user.says("不清楚")
    await user.presses("是，写入报告")
    report = await user.finishes()
    assert f"{SENTENCE}。" in report
    assert "待补：礼金" not in report
    assert not user.card.shows("· 礼金")


async def test_who_confirmed_and_then_does_not_know_has_it_listed(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告")
    await user.reaches("礼金")
    await user.says("不清楚")
    assert "待补：礼金" in await user.finishes()
