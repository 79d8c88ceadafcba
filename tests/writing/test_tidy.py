"""Tidying: official typography, and never a letter, digit or character added, dropped or moved."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.writing.lists import listed_duties
from bot.writing.tidy import bare, tidy
from tests.writing.answering import skeleton

MARKS = "，。；：、！？,.;:!?…“”\"'（）()《》【】[]%％+＋-—·*_`<>&#|\\/~ \t\u3000\n\r\u2028\u00a0"
ODD = "０９９１ＡＺａｚ😀👍🏻🇨🇳★①⑳\u200b\ufeff\ufe0f\x00\x07\x1b\x7f\u00ad\u202e"
WORDS = "修路养老村民公里万元高质量发展一二三十第是章0123456789abcXYZé"
loose = st.text(st.one_of(st.sampled_from(WORDS + MARKS + ODD), st.characters(exclude_categories=["Cs"])))
"""Any text, with what people really type in it more often than chance would have it."""
lines = st.lists(loose, max_size=5).map(lambda found: "\n".join(f"路{line}" for line in found))
"""Lines that begin with a word, so that nothing in them is a list mark."""


def spoken(text: str) -> str:
    """Lines that begin with a word also after every kind of line break."""
    return re.sub(r"[\r\u2028\u2029\x85\x0b\x0c\x1c-\x1e]", "", text)


@settings(max_examples=200, deadline=None)
@given(lines.map(spoken))
def test_no_letter_digit_or_character_is_added_dropped_or_moved(text: str) -> None:
    assert skeleton(tidy(text)) == skeleton(text)


@settings(max_examples=200, deadline=None)
@given(loose)
def test_it_ends_as_a_sentence_ends_or_is_empty(text: str) -> None:
    tidied = tidy(text)
    assert tidied == "" or tidied[-1] in "。！？…"
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\ufeff]", tidied)
    assert not re.search(r"。。|[，；：、]。|[,.;．]。$|。[，；：、]", tidied)


@settings(max_examples=200, deadline=None)
@given(loose)
def test_a_message_with_words_in_it_is_never_tidied_to_nothing(text: str) -> None:
    if re.search(r"[\u4e00-\u9fffA-Za-z]", text):
        assert tidy(text)


@pytest.mark.parametrize("figure", ["10.", "（12）", "3、", "①", "5", "3.5", "12)"])
def test_a_message_that_is_but_a_figure_is_no_list_mark(figure: str) -> None:
    assert tidy(figure).startswith(figure[:2].strip(".、)")) or tidy(figure) == "（12）。"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("修路3公里", "修路3公里。"),
        ("嗯，秋粮收了3200亩", "秋粮收了3200亩。"),
        ("好的，走访了30户", "走访了30户。"),
        ("嗯 修了3公里，呃，桥1座", "修了3公里，桥1座。"),
        ("嗯嗯，好的，对了，还走访了5户", "还走访了5户。"),
        ("那个，我们村的路修通了", "我们村的路修通了。"),
        ("对了还有，慰问老党员9户", "慰问老党员9户。"),
        ("哦对，巡河12次", "巡河12次。"),
        ("对，就是这个数，12次", "就是这个数，12次。"),
        ("对口帮扶3个村", "对口帮扶3个村。"),
        ("咋说呢 人居环境那边是跟着干的", "人居环境那边是跟着干的。"),
        ("村两委换届没搞 明年搞", "村两委换届没搞，明年搞。"),
        ("不是3次 就2次 签责任书14份", "不是3次，就2次，签责任书14份。"),
        (
            "每周一开碰头会 有台账 全年重点任务16项 完成15项",
            "每周一开碰头会，有台账，全年重点任务16项，完成15项。",
        ),
        ("亩产490公斤 去年470 玉米1.9万亩", "亩产490公斤，去年470，玉米1.9万亩。"),
        ("肉菜供应没断 价格稳", "肉菜供应没断，价格稳。"),
        ("学习不够深 碎片化 去年只看了2本书", "学习不够深，碎片化，去年只看了2本书。"),
        ("机械化 作业2000亩", "机械化作业2000亩。"),
        ("学了党章 条例", "学了党章、条例。"),
        ("学党章 准则 条例 个人自学写了笔记", "学党章、准则、条例，个人自学写了笔记。"),
        ("小麦 玉米 大豆都种了", "小麦、玉米、大豆都种了。"),
        ("走访东沟村 西沟村 又去柳树村", "走访东沟村、西沟村，又去柳树村。"),
        ("慰问老党员 困难户 送米30袋", "慰问老党员、困难户，送米30袋。"),
        ("帮了孤寡老人 单亲妈妈 留守儿童 一共38人", "帮了孤寡老人、单亲妈妈、留守儿童，一共38人。"),
        ("走访贫困户 老党员一共86户", "走访贫困户、老党员一共86户。"),
        ("中心组学了12次 哎 支部也学了9次", "中心组学了12次，支部也学了9次。"),
        ("接着说 还有读书班4天", "还有读书班4天。"),
        ("存栏5200 出栏8900 防疫密度100%", "存栏5200，出栏8900，防疫密度100%。"),
        ("大棚12座 黄瓜 西红柿 辣椒都有", "大棚12座，黄瓜、西红柿、辣椒都有。"),
        ("没有违反条例 遵守规定", "没有违反条例，遵守规定。"),
        ("东沟村 通水了", "东沟村通水了。"),
        ("花了1860 农户很满意", "花了1860，农户很满意。"),
        ("接12345 热线都办了", "接12345热线都办了。"),
        ("投资 1860 农户都满意", "投资1860农户都满意。"),
        ("用餐报账4600 车改后没坐公车", "用餐报账4600，车改后没坐公车。"),
        ("去年3000 余亩没有流转", "去年3000余亩没有流转。"),
        ("嗯……", "嗯……"),
        ("好的。", "好的。"),
        ("好、中、差三档各5户", "好、中、差三档各5户。"),
        ("行政审批12件", "行政审批12件。"),
        ("那个村修路3公里", "那个村修路3公里。"),
        ("额外补助3万元", "额外补助3万元。"),
        ("修路３公里，投资９０万．", "修路3公里，投资90万。"),
        ("修路3公里,投资90万;完成了", "修路3公里，投资90万；完成了。"),
        ("修路3公里 投资90万", "修路3公里，投资90万。"),
        ("固投2.36亿 去年2.05亿 增6.2%", "固投2.36亿，去年2.05亿，增6.2%。"),
        ("7家企业花了520多万改设施 31家落实清单", "7家企业花了520多万改设施，31家落实清单。"),
        ("参保率96.3% 比去年低0.4个点", "参保率96.3%，比去年低0.4个点。"),
        ("全年投资 2600 万元", "全年投资2600万元。"),
        ("2026 年 12 月 1 日", "2026年12月1日。"),
        ("用 3 天", "用3天。"),
        ("工作忙 学得少", "工作忙，学得少。"),
        ("还是怕麻烦 会议多", "还是怕麻烦，会议多。"),
        ("意见提了8条 都改了", "意见提了8条，都改了。"),
        ("防疫 生猪打了1.2万头", "防疫，生猪打了1.2万头。"),
        ("灌渠还没弄完 12月底前完", "灌渠还没弄完，12月底前完。"),
        ("今年添了12台 解决了", "今年添了12台，解决了。"),
        ("还不透 下村少 去年答应13个村 只跑了9个村", "还不透，下村少，去年答应13个村，只跑了9个村。"),
        ("超了 隔了一间", "超了，隔了一间。"),
        ("残联 轮椅21 助听器33", "残联轮椅21，助听器33。"),
        ("本土人才回来6个 其中 做苗木的4个", "本土人才回来6个，其中做苗木的4个。"),
        ("修路 3公里", "修路3公里。"),
        ("县 农业局", "县农业局。"),
        ("刘 建明", "刘建明。"),
        ("党委委员 副镇长", "党委委员副镇长。"),
        ("光缆 拉到 最远点 60公里", "光缆拉到最远点60公里。"),
        ("还有2个村 没通水", "还有2个村没通水。"),
        ("解决了 群众反映的不少问题", "解决了群众反映的不少问题。"),
        ("投资90 万元3年", "投资90万元3年。"),
        ("去年6100 百头以上大户12个", "去年6100，百头以上大户12个。"),
        ("接待今年九万 九万六", "接待今年九万，九万六。"),
        ("养牛 3 百头 投资 90 万", "养牛3百头，投资90万。"),
        ("贺 长 青", "贺长青。"),
        ("1. 修路\n2. 修桥", "修路；修桥。"),
        ("- 修路\n• 修桥\n（3）修渠", "修路；修桥；修渠。"),
        ("1️⃣修路", "修路。"),
        ("修路3.5公里.完成了.", "修路3.5公里。完成了。"),
        ("完成了..", "完成了。"),
        ("收入【待补：粮食】.", "收入【待补：粮食】。"),
        ("ISO9001.", "ISO9001。"),
        ("太好了!!", "太好了！"),
        ("真的吗??", "真的吗？"),
        ("修路(3公里)", "修路（3公里）。"),
        ('学习"两山"理念', "学习“两山”理念。"),
        ("还有...", "还有……"),
        ("修路。。。。", "修路……"),
        ("好的👍🏻", "好的。"),
        ("，修路，", "修路。"),
        ("修路\n\n\n修桥", "修路；修桥。"),
        ("修路：\n修桥", "修路：修桥。"),
        ("1,000元", "1,000元。"),
        ("http://a.com/?x=1", "http://a.com/?x=1。"),
        ("*_[]<>&", ""),
        ("😀", ""),
        ("，。；", ""),
        ("", ""),
    ],
)
def test_what_is_typed_and_what_is_printed(typed: str, printed: str) -> None:
    assert tidy(typed) == printed


def test_a_value_inside_a_sentence_has_no_full_stop() -> None:
    assert bare(" 云岭县石桥镇。 ") == "云岭县石桥镇"


@pytest.mark.parametrize(
    "text", ["好" * 4096, "好1 " * 1365, "(" * 4096, '"好' * 2048, "0" * 4096, "，" * 4096]
)
def test_the_longest_message_is_tidied_at_once(text: str) -> None:
    start = time.perf_counter()
    tidy(text)
    assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("农业 农村", "农业、农村"),
        ("农业 农村 水利 畜牧", "农业、农村、水利、畜牧"),
        ("分管农业、农村　水利  林业", "分管农业、农村、水利、林业"),
        ("分管 农业农村 水利，包东沟村", "分管农业农村、水利，包东沟村"),
        ("主持 全面工作", "主持全面工作"),
        ("主持镇政府全面工作 联系财政", "主持镇政府全面工作，联系财政"),
        ("分管民政 残联 4月起兼管文化站", "分管民政、残联，4月起兼管文化站"),
    ],
)
def test_blanks_between_duties_are_the_marks_of_a_list(typed: str, reads: str) -> None:
    assert listed_duties(typed) == reads
