"""Name, place, post and time of office as people type them, and as a report says them."""

import pytest

from bot.interview.particulars import duties_with, particular
from bot.writing.term import begun
from bot.writing.tidy import tidy


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("name", "我叫马德胜", "马德胜"),
        ("name", "姓名：马德胜", "马德胜"),
        ("name", "我是马德胜", "马德胜"),
        ("name", "是明远", "是明远"),
        ("name", "嗯，我叫那个赵永福，今年五十四了", "赵永福"),
        ("name", "王建国，不对，打错了，是王建军", "王建军"),
        ("place", "我们是青石县马家店镇，以前叫马家店乡，一五年撤乡设镇的", "青石县马家店镇"),
        ("place", "青山县，柳河镇", "青山县，柳河镇"),
        ("post", "我现在是党委委员、副镇长，主要是分管民政、残联这一块，还有文化站", "党委委员、副镇长"),
        ("post", "党委委员，副镇长", "党委委员，副镇长"),
        ("since", "二零一九年吧，不对，应该是二零一八年十一月份", "二零一八年十一月份"),
        ("sign_date", "12月15号，哦不对，12月16号", "12月16号"),
        ("name", "嗯 马德胜", "马德胜"),
        ("name", "嗯，马德胜", "马德胜"),
        ("name", "嗯马德胜", "马德胜"),
        ("name", "本人马德胜", "马德胜"),
        ("name", "好的，我叫马德胜", "马德胜"),
        ("name", "好的 我的名字叫马德胜", "马德胜"),
        ("name", "不对 是马德胜", "马德胜"),
        ("name", "对，我是马德胜", "马德胜"),
        ("name", "安好的", "安好"),
        ("place", "就是平原县青石镇的", "平原县青石镇"),
        ("place", "嗯，我们现在在平原县青石镇", "平原县青石镇"),
        ("place", "是平原县青石镇", "平原县青石镇"),
        ("post", "嗯，副镇长", "副镇长"),
        ("post", "就是副镇长", "副镇长"),
        ("post", "党委委员 副镇长 分管农业农村 水利 还有林业", "党委委员、副镇长"),
        ("post", "副镇长 包东沟村", "副镇长"),
        ("post", "党委委员 副镇长 武装部长也是我兼着", "党委委员、副镇长、武装部长"),
        ("post", "副镇长，人大副主席也由我兼任", "副镇长，人大副主席"),
        ("post", "副镇长、负责农业", "副镇长"),
        ("post", "副镇长分管农业", "副镇长"),
        ("post", "副镇长 主要抓水利", "副镇长"),
        ("post", "党委副书记 政法委员", "党委副书记、政法委员"),
        ("post", "水利站 站长", "水利站 站长"),
        ("name", "叶为民", "叶为民"),
        ("place", "我在平原县青石镇", "平原县青石镇"),
        ("place", "青石镇的", "青石镇"),
        ("place", "我们青石镇", "青石镇"),
        ("place", "于都县贡江镇", "于都县贡江镇"),
        ("post", "党委委员、副镇长，分管农业", "党委委员、副镇长"),
        ("post", "我是副镇长", "副镇长"),
        ("post", "党委副书记，管委会主任", "党委副书记，管委会主任"),
        ("post", "副镇长 管理区主任", "副镇长、管理区主任"),
        ("post", "站长，负责人", "站长，负责人"),
        ("post", "分管农业的副镇长", "分管农业的副镇长"),
        ("duties", "我在抓农业的", "我在抓农业的"),
    ],
)
def test_only_the_value_itself_stands_in_the_report(key: str, typed: str, told: str) -> None:
    assert particular(key, typed) == told


def test_duties_told_with_the_post_are_not_lost() -> None:
    assert duties_with("党委委员、副镇长，分管农业、水利") == "分管农业、水利"
    assert duties_with("副镇长 分管农业 水利 还有林业") == "分管农业 水利 还有林业"
    assert duties_with("副镇长分管农业") == "分管农业"
    assert duties_with("副镇长") == ""
    assert duties_with("党委副书记，管委会主任") == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("二一年六月来的吧", "2021年6月"),
        ("二一年6月", "2021年6月"),
        ("二一年十月廿五日", "2021年10月25日"),
        ("一九年底", "2019年底"),
        ("二〇二一年六月", "二〇二一年六月"),
        ("二零一八年十一月份到的青石镇，当副镇长", "2018年11月"),
        ("23.4", "2023年4月"),
    ],
)
def test_a_year_of_two_figures_in_words_is_told_in_full(typed: str, told: str) -> None:
    assert begun(typed, "青石镇", "副镇长") == (told, "")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("合格158 有两批菠菜农残超标", "合格158，有两批菠菜农残超标。"),
        ("修路3 公里", "修路3公里。"),
        ("抽检160 批次", "抽检160批次。"),
    ],
)
def test_what_comes_besides_a_figure_is_a_clause_of_its_own(typed: str, told: str) -> None:
    assert tidy(typed) == told
