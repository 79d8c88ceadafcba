"""One card per question: where I am, what is asked, what I have said so far, and what I can press."""

import pytest

from tests.office import Interview, small_outline

MOVES = ["上一题", "下一题", "跳过", "还不清楚", "撤销", "总览", "暂停"]


async def test_the_first_card_says_where_i_am_and_what_is_asked(user: Interview) -> None:
    card = await user.begins()
    assert card.shows("基本情况 · 第1题，共12题")
    assert card.shows("░░░░░░░░░░ 0%")
    assert card.shows("请问您的姓名？")


async def test_a_card_shows_its_section_its_hint_and_every_button(user: Interview) -> None:
    await user.begins()
    card = await user.reaches("集中学习")
    assert card.shows("履职 · 第8题，共12题")
    assert card.shows("提示：分开报更好")
    assert card.labels == MOVES


async def test_the_figures_wanted_stand_where_there_is_no_hint(user: Interview) -> None:
    await user.begins()
    assert (await user.reaches("粮食")).shows("最好写上：总产、去年数")


async def test_the_bar_fills_as_questions_are_dealt_with(user: Interview) -> None:
    await user.begins()
    await user.presses("跳过", "跳过", "跳过", "跳过")
    assert user.card.shows("▓▓▓░░░░░░░ 33%")
    await user.reaches("其他情况")
    await user.says("没有了")
    assert user.card.shows("▓▓▓▓░░░░░░ 41%")


async def test_an_unanswered_first_question_has_nothing_in_front_of_it(user: Interview) -> None:
    assert not (await user.begins()).offers("上一题")


async def test_a_place_told_in_a_sentence_is_shown_as_the_report_will_have_it(user: Interview) -> None:
    await user.begins()
    await user.reaches("县和乡镇")
    card = await user.says("青石镇的")
    assert card.said == ["· 青石镇的", "写入报告的是：青石镇"]
    card = await user.says("平原县青石镇", "青石镇")
    assert card.said[-1] == "写入报告的是：平原县青石镇"
    await user.reaches("道路")
    await user.says("修路3公里")
    report = await user.finishes()
    assert "平原县青石镇" in report
    assert "青石镇的" not in report


async def test_skip_and_unknown_are_offered_only_as_long_as_nothing_was_said(user: Interview) -> None:
    await user.begins()
    card = await user.says("贺长青")
    assert not card.offers("跳过")
    assert not card.offers("还不清楚")


async def test_several_messages_to_one_question_are_all_kept_in_order(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    card = await user.says("总产1.2万吨", "去年1.1万吨", "补贴1900户")
    assert card.shows("您已经说了：")
    assert card.said == ["· 总产1.2万吨", "· 去年1.1万吨", "· 补贴1900户"]
    report = await user.finishes()
    assert "总产1.2万吨；去年1.1万吨；补贴1900户。" in report


async def test_many_messages_are_folded_on_the_card_and_all_in_the_report(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    notes = [f"第{number}村产粮{number}00吨" for number in range(1, 21)]
    card = await user.says(*notes)
    assert card.shows("前面还有14条，都已存好")
    assert card.said[-1] == "· 第20村产粮2000吨"
    report = await user.finishes()
    assert all(note in report for note in notes)


@pytest.mark.parametrize(
    "text",
    [
        "  前后有空格  ",
        "*星号*和_下划线_和<b>标签</b>&amp;",
        "第一行\n第二行",
        "１２３全角",
        "笑😀了",
        "0" * 4096,
    ],
)
async def test_nothing_in_a_message_is_trimmed_or_rewritten(user: Interview, text: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says(text)
    kept = await user.assistant.store.read(
        lambda db: db.execute("SELECT text FROM events WHERE kind = 'note'").fetchall()
    )
    assert kept == [(text,)]


async def test_a_long_message_is_folded_on_the_card_and_whole_in_the_report(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    long = "把河湾村到县道的路修通了，" * 300 + "总共12公里"
    card = await user.says(long)
    assert card.shows(f"共{len(long)}字，全文已存好")
    assert len(card.text) < 1000
    assert long in await user.finishes()


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\u3000", "\u200b"])
async def test_a_message_with_nothing_in_it_is_not_an_answer(user: Interview, blank: str) -> None:
    before = await user.begins()
    card = await user.says(blank)
    assert card.shows("没有文字")
    assert card.card.version == before.card.version


async def test_the_newest_words_count_where_one_value_is_asked(user: Interview) -> None:
    await user.begins()
    card = await user.says("贺长请", "贺长青")
    assert card.said == ["· 贺长请", "· 贺长青", "写入报告的是：贺长青"]


async def test_a_choice_is_made_by_its_button_and_moves_on(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    assert (await user.presses("乡科级正职")).shows("述哪一年的职？")
    assert (await user.presses("上一题")).shows("您选的是：乡科级正职")


async def test_a_choice_can_be_typed(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    assert (await user.says("乡科级正职")).shows("述哪一年的职？")


async def test_other_words_to_a_choice_are_kept_and_the_choice_asked_for_again(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    card = await user.says("副科")
    assert card.shows("“职务层次”要从选项里选一个，“副科”对不上哪一个。")
    assert card.said == ["· 副科"]
    assert card.labels[:2] == ["乡科级正职", "县处级副职"]
    assert (await user.presses("乡科级正职")).shows("述哪一年的职？")


async def test_this_year_and_the_last_are_offered(user: Interview) -> None:
    await user.begins()
    card = await user.reaches("述职年度")
    assert card.offers("2026年")
    assert card.offers("2025年")


async def test_numbering_grows_by_the_questions_an_answer_opens(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    assert (await user.presses("县处级副职")).shows("共13题")


def test_the_small_outline_is_what_these_tests_count_on() -> None:
    assert len(list(small_outline().questions())) == 13
