"""Words of another kind than a question asks for are told from answers, and many put aside fit on a card."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.interview.kinds import amiss
from bot.interview.move import Say
from tests.office import Interview, shipped

QUESTIONS = {question.key: question for question in shipped().outlines["mayor"].questions()}
YEARS = ("2026年", "2025年")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        *[
            ("sign_date", said)
            for said in ("2026年12月20日", "12月20日", "十二月二十日", "20号", "2026.12.20")
        ],
        *[("sign_date", said) for said in ("12/20", "月底", "下周五", "20261220", "XX", "不知道")],
        *[
            ("since", said)
            for said in ("2021年6月", "2021.6", "去年换届", "三年了", "上一届就干", "二一年五月")
        ],
        *[
            ("name", said)
            for said in ("何素琴", "我叫何素琴", "何 素琴", "欧阳娜娜", "买买提·吐尔逊", "阿卜杜拉江")
        ],
        *[("post", said) for said in ("副镇长", "党委书记", "镇党委副书记、镇长")],
        *[("place", said) for said in ("青山县柳河镇", "X县X镇")],
        *[("length", said) for said in ("2000", "1800字左右", "两千来字", "一千五")],
        *[("rank", said) for said in ("副科", "乡科级副职")],
        *[("year", said) for said in ("2026", "26年", "今年", "上年度", "二〇二六")],
        *[("study_meetings", said) for said in ("12", "中心组12次", "23600000", "联系电话13812345678", "👍")],
    ],
)
def test_what_may_be_meant_is_no_doubt(key: str, words: str) -> None:
    assert amiss(QUESTIONS[key], words, YEARS) == ""


@pytest.mark.parametrize(
    ("key", "words", "why"),
    [
        *[("sign_date", said, "amiss_date") for said in ("两千字", "等领导定", "还修了3公里路", "2026")],
        *[("since", said, "amiss_time") for said in ("镇里的工作", "两千字", "13812345678")],
        *[("name", said, "amiss_name") for said in ("何素琴，女", "13812345678", "今年修了3公里路")],
        *[
            ("name", said, "amiss_name")
            for said in ("副镇长", "党委副书记", "副科", "正科级", "石门镇", "四级主任科员")
        ],
        *[("post", said, "amiss_words") for said in ("12次", "2021年6月", "13812345678")],
        *[("length", said, "amiss_choice") for said in ("不限", "越长越好")],
        *[("rank", said, "amiss_choice") for said in ("今年新修泵站12座", "科级")],
        *[("year", said, "amiss_year") for said in ("全年", "两千字")],
        *[
            ("study_meetings", said, "amiss_count")
            for said in ("13812345678", "0571-88886666", "13812345678次")
        ],
    ],
)
def test_what_is_of_another_kind_is_doubted(key: str, words: str, why: str) -> None:
    assert amiss(QUESTIONS[key], words, YEARS) == why


async def test_many_words_under_a_menu_are_placed_at_once(tmp_path: Path) -> None:
    user = Interview(tmp_path / "shuzhi.db", shipped())
    await user.begins("镇长 · 述职述德述廉")
    await user.reaches("集中学习")
    await user.commands("overview")
    card = await user.says(*(f"第{number}次学习，讨论了{number}个题目" for number in range(1, 31)))
    assert card.said[0] == "（前面还有24条，都已存好）"
    assert len(card.said) == 7
    await user.presses("答“集中学习”")
    report = await user.finishes()
    assert all(f"第{number}次学习" in report for number in range(1, 31))
    user.leaves()


async def test_the_first_answers_sent_in_one_go_each_find_their_question(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.commands("overview")
    card = await user.says("王桂芳", "清河县白杨镇", "镇党委副书记")
    assert card.shows("“姓名”只写姓名，“清河县白杨镇”不像姓名。")
    await user.presses("答“姓名”“县和乡镇”“职务”")
    assert user.card.notice == "您的回答已经记下。"
    for label, words in (("姓名", "王桂芳"), ("县和乡镇", "清河县白杨镇"), ("职务", "镇党委副书记")):
        await user.reaches(label)
        assert user.card.said[0] == f"· {words}"
    assert not (await user.commands("overview")).shows("没定放在哪里")


async def test_who_has_said_what_becomes_of_their_words_goes_on_with_the_question(user: Interview) -> None:
    """Words of long ago that wait for a place do not take the question from the screen."""
    await user.begins()
    await user.reaches("集中学习")
    await user.says("不对，是7900头")
    await user.presses("回到当前题")
    await user.says("中心组学习12次")
    await user.reaches("粮食")
    await user.says(LAST_YEAR, "2025年12月")
    assert user.card.shows("· 2025年12月")
    await user.presses("不要了")
    assert user.card.shows("粮食产量多少？")
    card = await user.says("粮食总产2.1万吨")
    assert card.said == ["· 粮食总产2.1万吨"]
    assert (await user.commands("overview")).shows("还有1句话没定放在哪里")


async def test_a_choice_among_them_finds_its_question_too(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.says("王桂芳")
    await user.presses("下一题")
    await user.says("清河县白杨镇")
    await user.presses("下一题")
    await user.says("副镇长")
    await user.presses("下一题")
    card = await user.says("2021年6月")
    assert card.shows("“职务层次”要从选项里选一个")
    card = await user.says("今年")
    assert card.offers("答“任职时间”“述职年度”")
    await user.presses("答“任职时间”“述职年度”")
    await user.reaches("任职时间")
    assert user.card.said[0] == "· 2021年6月"


async def test_an_answer_sent_ahead_is_offered_its_question(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    card = await user.says("清河县白杨镇的")
    assert card.offers("答“县和乡镇”")
    await user.presses("答“县和乡镇”")
    await user.reaches("县和乡镇")
    assert user.card.said[0] == "· 清河县白杨镇的"
    await user.reaches("姓名")
    assert user.card.said == []


LAST_YEAR = """2025年度述职述廉报告
青山县柳河镇党委委员、武装部长  孙志强
各位领导、同志们：
2025年，在镇党委领导下，我认真履行职责，现将一年来的工作述职如下，请评议。
一、学习情况
参加党委中心组学习11次，支部学习10次，通读有关著作，记笔记1.2万字。
二、履职情况
征兵上站26人，走兵5人；组织应急演练3次，值班36天，没有发生险情。
三、存在问题
学习不深入，下村少。
述职人：孙志强"""
OF_THIS_YEAR = """一、武装工作
1、征兵：上站体检21人，走兵4人，其中大学生3人；民兵整组45人，应急排30人，专业分队15人；训练2期，每期7天
二、应急工作
1、应急演练3次，参加的有各村干部和企业负责人120人，请县应急局的同志来讲过2次课，发宣传单600份；
2、值班36天"""


@pytest.mark.parametrize("label", ["姓名", "职务层次", "集中学习", "问题一"])
async def test_a_whole_report_is_no_answer_to_one_question(user: Interview, label: str) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches(label)
    card = await user.says(LAST_YEAR)
    assert card.shows("这像是一份写好的报告")
    assert not any("县和乡镇" in one for one in card.labels)
    await user.reaches("集中学习")
    await user.says("中心组12次")
    assert "走兵5人" not in await user.finishes()


async def test_a_long_answer_in_chapters_is_an_answer(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches("分管工作一")
    assert not (await user.says(OF_THIS_YEAR)).shows("报告，没有整篇")
    assert "走兵4人" in await user.finishes()


def long_report() -> str:
    """Last year's report at full length: longer than one message holds."""
    chapters = [
        f"{nth}、第{nth}方面工作\n一是走访农户{n}12户。二是检查企业{n}3家，整改隐患{n}1处。"
        + "事情都办了。" * 90
        for n, nth in enumerate("一二三四五六七八", 1)
    ]
    head = "2025年述职述廉报告\n各位领导：\n本人孙志强，现将一年来的工作报告如下。\n"
    return head + "\n".join(chapters) + "\n特此报告，请予评议。\n述职人：孙志强"


@pytest.mark.parametrize("label", ["集中学习", "问题一", "其他情况"])
async def test_a_report_that_the_app_cut_in_two_is_no_answer_either(user: Interview, label: str) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches(label)
    text, at = long_report(), datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert len(text) > 4096
    user.messages += 2
    await user.does(Say(text[:4096], user.messages - 1, at=at), user.messages - 1)
    card = await user.does(Say(text[4096:], user.messages, at=at), user.messages)
    assert card.shows("这像是一份写好的报告")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "整改隐患" not in report and "走访农户" not in report


async def test_nor_is_one_that_was_pasted_in_two_pieces_by_hand(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches("集中学习")
    text = long_report()
    await user.says(text[:2600], text[2600:])
    await user.presses("回到当前题")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "整改隐患" not in report and "走访农户" not in report
    assert "中心组12次" in report


async def test_an_answer_in_chapters_behind_a_pasted_report_is_one(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches("分管工作一")
    await user.says(LAST_YEAR, "今年走兵4人", OF_THIS_YEAR)
    assert "走兵4人" in await user.finishes()
