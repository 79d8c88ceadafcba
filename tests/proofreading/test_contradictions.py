"""A report of a year against its own date, headings and words."""

from bot.proofreading import proofread
from tests.proofreading.conftest import BOOK

BODY = "一年来，我牵头新建大棚30座，化解纠纷41件，走访群众120户，解决出行难题6个。" * 9


def report(title: str, problems: str, last: str) -> str:
    return (
        f"{title}\n各位领导：\n现将履职情况报告如下。\n一、履职情况\n{BODY}\n二、存在的问题及原因\n"
        f"{problems}\n三、下一步打算\n{BODY}\n述职完毕，谢谢大家。\n青山镇镇长　李明\n{last}"
    )


def rules(text: str) -> set[str]:
    return {one.rule for one in proofread(text, BOOK)}


LACKING = "理论学习不够深入，抓项目的办法不多。"
CAUSED = LACKING + "主要原因是对新政策钻研不够。"


def test_a_report_of_a_year_is_not_signed_before_that_year_is_over() -> None:
    title = "2024年度述职述廉报告"
    assert "years.signed" in rules(report(title, CAUSED, "2024年2月3日"))
    assert "years.signed" in rules(report(title, CAUSED, "二〇二四年三月五日"))
    assert "years.signed" not in rules(report(title, CAUSED, "2025年1月3日"))
    assert "years.signed" not in rules(report(title, CAUSED, "二〇二四年十二月二十五日"))
    assert "years.signed" not in rules(report("2024年上半年述职述廉报告", CAUSED, "2024年6月30日"))


def test_causes_that_a_heading_promises_are_told() -> None:
    title = "2024年度述职述廉报告"
    assert "whole.promised-causes" in rules(report(title, LACKING, "2025年1月3日"))
    assert "whole.promised-causes" not in rules(report(title, CAUSED, "2025年1月3日"))


def test_the_closing_words_end_with_a_stop() -> None:
    whole = report("2024年度述职述廉报告", CAUSED, "2025年1月3日")
    assert "marks.no-stop" not in rules(whole)
    assert "marks.no-stop" in rules(whole.replace("谢谢大家。", "谢谢大家"))


def test_the_first_year_of_a_plan_is_counted_from_the_year_beside_it() -> None:
    text = "2025年度述职报告\n三、下一步工作打算\n2025年是“十五五”开局之年。"
    assert "years.plan" in rules(text)
    assert "years.plan" not in rules(text.replace("2025年是", "2026年是"))
