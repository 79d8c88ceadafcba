"""Rules over a whole report: parts, proportions, years, roles."""

from pathlib import Path

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.proofreading import proofread
from tests.office import shipped, written
from tests.proofreading.conftest import BOOK
from tests.writing.answering import everything

CLEAN = Path(__file__).parent / "clean"
MAYOR = (CLEAN / "mayor-2024.txt").read_text("utf-8")
DEPUTY = (CLEAN / "deputy-agriculture-2023.txt").read_text("utf-8")
FIVE = (CLEAN / "five-duties-2026.txt").read_text("utf-8")


def rules(text: str, year: int | None = None, role: str | None = None, wish: int | None = None) -> set[str]:
    return {one.rule for one in proofread(text, BOOK, year=year, role=role, wish_length=wish)}


@pytest.mark.parametrize(
    ("report", "rule", "cut"),
    [
        (MAYOR, "whole.no-salutation", "各位领导、同志们：\n"),
        (MAYOR, "whole.no-closing", "以上报告，请予评议。"),
        (MAYOR, "whole.no-date", "（2024年12月26日）\n"),
        (MAYOR, "whole.no-signature", "青河镇党委副书记、镇长  周立成\n"),
        (DEPUTY, "whole.no-date", "2023年12月20日\n"),
    ],
)
def test_a_part_that_is_cut_out_is_missed(report: str, rule: str, cut: str) -> None:
    assert rule not in rules(report)
    assert cut in report
    assert rule in rules(report.replace(cut, ""))


AUDIENCES = shipped().outlines["mayor"].question("audience").choices


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_report_of_ours_lacks_nothing_around_its_text_whoever_it_is_for(audience: str) -> None:
    outline = shipped().outlines["mayor"]
    chosen = NewEvent(EventKind.CHOOSE, "audience", audience)
    text = text_of(written(outline, [*everything(outline), chosen]))
    missed = {"whole.no-salutation", "whole.no-closing", "whole.no-signature", "whole.no-date"}
    assert missed.isdisjoint(rules(text, 2026))
    closings = shipped().phrases.audiences[audience].closing
    printed = next(closing for closing in closings if closing in text)
    for closing in closings:
        assert missed.isdisjoint(rules(text.replace(printed, closing), 2026)), closing


def without(report: str, begin: str, end: str) -> str:
    start = report.index(begin)
    return report[:start] + report[report.index(end, start) :]


def test_a_report_without_problems_is_told_so() -> None:
    text = without(MAYOR, "　　五、", "　　以上报告")
    assert "whole.no-problems" in rules(text)
    assert "whole.no-problems" not in rules(MAYOR)


def test_problems_without_causes_and_measures() -> None:
    text = without(MAYOR, "一是理论学习不够系统", "　　以上报告").replace(
        "我还有不少差距。", "我还有不少差距，理论学习不够。\n"
    )
    assert {"whole.no-causes", "whole.no-measures", "whole.problems-share"} <= rules(text)


def test_problems_of_others_alone() -> None:
    start = MAYOR.index("　　回顾一年的工作")
    text = (
        MAYOR[:start] + "　　全镇产业薄弱，基础设施落后，道路等级低，投入不足。\n　　以上报告，请予评议。\n"
    )
    assert "whole.no-own-problems" in rules(text)


def test_integrity_under_a_tenth() -> None:
    text = without(MAYOR, "持续整治群众身边不正之风", "\n　　五、")
    assert "whole.integrity-share" in rules(text.replace("自觉接受组织和群众监督。", ""))
    assert "whole.integrity-share" not in rules(MAYOR)


def test_a_part_in_the_title_and_not_in_the_text() -> None:
    assert "whole.no-part" not in rules(FIVE)
    assert "whole.no-part" in rules(
        FIVE.replace("一、述德：立身以德，做政治上的明白人", "一、做政治上的明白人")
    )


def test_length_against_the_wish() -> None:
    assert "whole.length" in rules(MAYOR, wish=3000)
    assert "whole.length" not in rules(MAYOR, wish=2100)


def test_the_year_that_was_asked_for_and_the_title() -> None:
    assert "years.title" in rules(MAYOR, year=2025)
    assert "years.title" not in rules(MAYOR, year=2024)
    assert "years.untold" in rules(MAYOR.replace("2024年", "").replace("2025年", ""))


def test_what_is_expected_of_a_year() -> None:
    text = MAYOR.replace("党纪学习教育", "学习教育")
    assert any("党纪学习教育" in one.message for one in proofread(text, BOOK))
    assert not any("党纪学习教育" in one.message for one in proofread(MAYOR, BOOK))


def test_a_deputy_does_not_lead_the_town() -> None:
    text = "一年来，我带领全镇人民努力工作，是安全生产第一责任人。"
    assert "sentences.role-deputy" in rules(text, role="deputy")
    assert "sentences.role-deputy" not in rules(text, role="mayor")
    assert "sentences.role-deputy" in rules("XX镇副镇长述职报告\n" + text)


def test_a_name_is_outdated_only_since_it_changed() -> None:
    text = "协调县环保局整改，抓好“七五”普法。"
    assert {"names.offices", "names.census"} <= rules(text, year=2023)
    assert not {"names.offices", "names.census"} & rules(text, year=2017)


def test_mixed_indents() -> None:
    text = MAYOR.replace("　　四、", "四、")
    assert "marks.indent" in rules(text)
    assert "marks.indent" not in rules(MAYOR)


def test_an_opening_in_which_nobody_acts() -> None:
    start = MAYOR.index("\n", MAYOR.index("同志们：")) + 1
    end = MAYOR.index("\n", start)
    nobody = "　　按照上级部署，积极履行岗位职责，勤奋工作，较好地完成了各项工作任务。现将情况报告如下："
    text = MAYOR[:start] + nobody + MAYOR[end:]
    assert "whole.no-subject" in rules(text)
    assert "whole.no-subject" not in rules(MAYOR)
    assert "whole.no-lead" in rules(text.replace("现将情况报告如下：", "回顾起来收获很多，也有不少遗憾。"))
    assert "whole.no-lead" not in rules(text)


def test_an_opening_that_lists_other_parts_or_other_duties() -> None:
    start = MAYOR.index("\n", MAYOR.index("同志们：")) + 1
    end = MAYOR.index("\n", start)
    told = "　　一年来，我认真履职，带头落实，较好完成各项任务。现将一年来的{}如下："
    other = MAYOR[:start] + told.format("烹饪、摄影、廉洁自律等情况报告") + MAYOR[end:]
    assert "whole.listed-parts" in rules(other)
    assert "whole.listed-parts" not in rules(MAYOR)
    title = MAYOR.splitlines()[0]
    text = MAYOR[:start] + told.format("情况述职") + MAYOR[end:]
    other = text.replace(title, "2024年青河镇述职述德述廉报告")
    unlike = [one.message for one in proofread(other, BOOK) if one.rule == "whole.title-unlike"]
    assert len(unlike) == 1
    assert "题目述的是述职述德述廉，" in unlike[0]
    assert "whole.title-unlike" not in rules(text.replace(title, "2024年青河镇述职报告"))


def test_a_deputy_names_the_own_committee() -> None:
    start = DEPUTY.index("一、")
    text = "2023年青河乡副乡长述职报告\n在县委、县政府的正确领导下，我认真履职。现将情况报告如下：\n"
    assert "politics.own-committee" in rules(text + DEPUTY[start:])
    assert "politics.own-committee" not in rules(DEPUTY)


def test_a_part_without_any_fact() -> None:
    slogans = "坚定理想信念，坚决做到令行禁止，始终保持清醒头脑，严格要求自己，" * 6
    start = MAYOR.index("二、")
    end = MAYOR.index("三、")
    text = MAYOR[:start] + "二、抓学习强本领\n　　" + slogans + "以实际行动作表率。\n　　" + MAYOR[end:]
    assert {"whole.part-without-facts", "whole.without-facts"} <= rules(text)
    assert "whole.part-without-facts" not in rules(MAYOR)


def test_problems_under_another_heading() -> None:
    start, end = MAYOR.index("　　五、"), MAYOR.index("　　以上报告")
    hidden = "　　一年来虽有成绩，但也有需要改进的地方：一是理论学习不够深入，二是调研不多。今后我将改进。\n"
    text = MAYOR[:start] + hidden + MAYOR[end:]
    assert {"whole.problems-unheaded", "whole.no-causes"} <= rules(text)
    assert "whole.no-problems" not in rules(text)
    assert "whole.problems-unheaded" not in rules(MAYOR)


def test_plans_for_the_year_that_is_over() -> None:
    assert "2025年" in MAYOR[-600:]
    text = MAYOR.rstrip("\n") + "\n　　2024年，我将抓好三件事，办好民生实事。\n"
    assert "years.planned" in rules(text)
    assert "years.planned" not in rules(MAYOR)


def test_the_post_told_under_the_title_counts() -> None:
    text = "2024年度述职报告\n临沅县白渡镇党委副书记、镇长　陈志远\n切实履行党风廉政建设第一责任人职责。"
    assert "names.chief-of-integrity" in rules(text)
    assert "names.chief-of-integrity" not in rules(text.replace("党委副书记、镇长", "党委书记"))


def test_a_series_told_but_for_one() -> None:
    six = "政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律"
    assert "politics.series-missing" in rules(f"严守{six}。")
    assert "politics.series-missing" not in rules(f"严守{six}、生活纪律。")
    assert "politics.series-missing" not in rules("严守政治纪律、组织纪律。")
