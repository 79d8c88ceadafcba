"""What is right is not marked: a long title, a lead-in, a year said once, a heading apart from its text."""

import pytest

from bot.proofreading import Finding, proofread
from tests.proofreading.conftest import BOOK

BODY = """各位领导、同志们：
2026年是“十五五”开局之年。本人刘建明，现任南岭县石桥镇副镇长，21年6月起任职。现将2026年度履行职责和廉洁自律情况报告如下：
一、加强理论学习，夯实履职之基
1.理论学习方面
政策吃不透，工作就容易走样。一是集中学习方面，中心组学习9次，讲党课2次，参加县里的培训班1期5天。二是关于学习教育，查摆问题5个，已经改了4个，剩下1个年底前改完，村里提的8条意见都逐条答复了。三是在个人自学上，记笔记8000字，通读党章。
二、分管工作
1.抓好农业生产
在粮食生产上，粮食播种面积1.2万亩，总产3100吨。新建高标准农田1200亩，投资240万元，已经验收。大柳村的灌渠修了3.5公里，还剩0.5公里，12月底前完成。全镇13个村的粮食补贴都按时发到户，一共发了86万元，没有收到投诉。
2.抓好产业发展
新办合作社3家，带动农户120户，户均增收2000元。建大棚45亩，投资400万元。养猪场改造2处，粪污处理率98%。动物防疫打了1.2万头，没有发生疫情。苹果园更新300亩，办技术培训4期，到场210人。
三、廉洁自律情况
对照有关要求，本人逐项确认如下：没有收受可能影响公正执行公务的礼品、礼金；没有违规吃喝；没有利用职权为亲属谋利。
四、存在的问题和下步打算
一是理论学得还不透。二是下村少，去年答应13个村跑两遍，只跑了9个村。下一步，每个月下村不少于8天，年底前把13个村跑完两遍。
特此报告，请予评议。
述职人：刘建明
2026年12月25日
"""
TITLE = "2026年南岭县石桥镇副镇长述职述廉报告"
LONG_TITLES = [
    TITLE,
    "2026年南岭县石桥镇党委委员副镇长分管农业农村水利还有林业述职述廉报告",
    "2026年南岭县石桥镇党委委员、副镇长，分管农业农村、水利、林业、乡村振兴和合作社工作述职述廉报告",
]


def found(title: str = TITLE, body: str = BODY) -> list[Finding]:
    return list(proofread(f"{title}\n{body}", BOOK, year=2026, role="deputy"))


@pytest.mark.parametrize("title", LONG_TITLES)
def test_a_title_is_no_sentence_however_long_the_post(title: str) -> None:
    assert [one.span for one in found(title) if one.rule == "whole.no-subject"] == []


def test_an_opening_in_which_nobody_acts_is_still_marked() -> None:
    said = "本人刘建明，现任南岭县石桥镇副镇长，21年6月起任职。"
    nobody = BODY.replace(said, "认真履行职责，完成了各项工作任务，取得了一定的成绩。")
    assert "whole.no-subject" in {one.rule for one in found(body=nobody)}


LEADS = [
    "关于学习教育",
    "在学习教育上",
    "学习教育方面",
    "就学习教育而言",
    "学习教育一项",
    "正确政绩观学习教育",
]


@pytest.mark.parametrize("lead", LEADS)
def test_words_that_lead_in_announce_nothing(lead: str) -> None:
    body = BODY.replace("关于学习教育", lead)
    assert [one.span for one in found(body=body) if one.rule == "whole.announced"] == []


def test_a_heading_whose_text_is_about_something_else_is_still_marked() -> None:
    body = BODY.replace("二是关于学习教育，", "二是抓好学习教育。")
    assert "whole.announced" in {one.rule for one in found(body=body)}


def test_a_short_year_is_marked_once() -> None:
    assert [one.rule for one in found() if one.span == "21年"] == ["figures.two-digit-year"]


def test_no_place_goes_on_over_the_end_of_its_line() -> None:
    assert [one.span for one in found() if "\n" in one.span] == []
