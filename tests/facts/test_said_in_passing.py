"""Small words beside a number or a name that decide what it says."""

import pytest

from bot.facts import FindingKind, Lexicon, compare


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("一晚上下了120毫米雨", "一夜降雨120毫米。"),
        ("护林员31个，过60的8个", "护林员31人，其中年逾六旬的8人。"),
        ("网上听课学了四十几个学时", "网络学习累计四十余学时。"),
        ("全镇17个乡贤回来座谈", "17名乡贤返乡座谈。"),
        ("安置房三批交了房，发了88把钥匙", "有序推进安置房第三批交付，发放钥匙88把。"),
        ("帮扶的小店有6间", "帮扶小店6家。"),
        ("请了个退休老师，姓罗，教书法", "聘请罗姓退休教师教授书法。"),
        ("冷链车还缺一辆", "目前尚缺冷链车一辆。"),
        ("比赛没出事", "赛事未出任何意外。"),
        ("跟书记没红过脸", "与书记从未发生争执。"),
        ("火灾2起，都不大，没伤人", "发生火灾2起，火情均较轻微、无人员受伤。"),
        ("县里考核给的良好", "县级考核评定为良好。"),
        ("县里考核优秀", "在县级考核中获评优秀等次。"),
        ("参保率92%，比要求的90高", "参保率达92%，高于90%的要求。"),
        ("合格率上半年88.6，下半年94.1", "合格率由上半年的88.6升至下半年的94.1。"),
        ("再引进两个过亿项目", "再引进2个投资过亿元的项目。"),
        ("冻害损失估计两成", "冻害损失估计在两成左右。"),
        ("渡口桥6月20号前完工了", "渡口桥于6月20日前完工。"),
        ("剩4家还在做工作", "其余4家正在耐心劝导。"),
        ("三条没办成，得等县里立项，办了21条", "办成21条，其余3条需待县里立项。"),
        ("渔政码头准备挪到北岸，报告刚递上去，还没批", "渔政码头拟迁至北岸，报告已经递交，尚待批复。"),
        ("两个村修了卫生室", "在两村修建村卫生室。"),
        ("早点铺抽检没有不合格的", "早点铺经抽检全部合格。"),
        ("养鸡场气味治好了，住户不再投诉", "养鸡场气味得到治理，周边住户已无投诉。"),
        ("看场没丢过东西", "看场期间未发生物品遗失。"),
        ("水厂一天供水230吨，比设计多30吨", "水厂日均供水230吨，超出设计能力30吨。"),
        ("县里给派出所评了二等", "派出所获县级二等评定。"),
        ("茶叶合作社，前坡村出地，后坡村出工", "茶叶合作社由前坡村供地、后坡村出工。"),
        ("文书把前坡村的数抄到后坡村", "文书误将前坡村数字填入后坡村。"),
        ("满意度全县第六，中游", "满意度居全县第六位，处于中游，与先进乡镇相比仍有差距。"),
    ],
)
def test_is_told_as_it_was_meant(lexicon: Lexicon, note: str, told: str) -> None:
    assert compare([note], told, lexicon) == ()


@pytest.mark.parametrize(
    ("note", "told", "kind"),
    [
        ("一晚上下了120毫米雨", "一夜降雨120毫米左右。", FindingKind.HEDGE_CHANGED),
        ("护林员31个，过60的8个", "护林员31人，其中年逾五旬的8人。", FindingKind.HEDGE_CHANGED),
        ("安置房三批交了房", "安置房第二批已交付。", FindingKind.RANK_CHANGED),
        ("请了个退休老师，姓罗，教书法", "聘请骆姓退休教师教授书法。", FindingKind.NAME_INVENTED),
        ("满意度全县第六", "满意度居全县第六位，获评先进乡镇。", FindingKind.HONOUR_INVENTED),
        (
            "骨灰堂去年11月封的顶，今年清明前启用了",
            "骨灰堂去年11月封顶，今年中秋前启用。",
            FindingKind.DATE_CHANGED,
        ),
        ("县里考核给的良好", "县级考核评定为优秀。", FindingKind.RANK_CHANGED),
        ("肉铺查了31家，没有过期的", "检查肉铺31家，下架过期肉品。", FindingKind.NEGATION_CHANGED),
        ("老坟登报了没人认", "老坟登报后已有人认领。", FindingKind.NEGATION_CHANGED),
        ("代办服务帮群众跑了60趟", "以“管家式三步服务法”帮群众代办60趟。", FindingKind.TITLE_INVENTED),
        ("积分制在两个村试", "“金叶子”积分制在两个村试行。", FindingKind.TITLE_INVENTED),
        ("调研笔记写了两本", "撰写调研笔记两篇。", FindingKind.UNIT_SWAPPED),
        ("老人餐补每天6块", "老人餐补按每餐6元执行。", FindingKind.UNIT_SWAPPED),
        (
            "油菜种了2万亩，面积比去年略增",
            "种植油菜2万亩，面积较去年略有减少。",
            FindingKind.DIRECTION_FLIPPED,
        ),
        ("南渠清淤1500方", "南渠完成清淤1500平方米。", FindingKind.UNIT_SWAPPED),
        ("查了隐患60条", "建立“红蓝绿”三级管控机制，查出隐患60条。", FindingKind.TITLE_INVENTED),
        ("调运种子20吨", "从丰登供销社调运种子20吨。", FindingKind.NAME_INVENTED),
        ("坟迁了，多少座没统计好", "涉及坟墓已全部迁移完毕。", FindingKind.PLACEHOLDER_FILLED),
        ("危桥加固XX座", "辖区危桥加固实现全覆盖。", FindingKind.PLACEHOLDER_FILLED),
        ("早点铺抽检没有不合格的", "早点铺抽检发现不合格情况。", FindingKind.NEGATION_CHANGED),
        ("水厂一天供水超过230吨", "水厂日均供水230吨。", FindingKind.HEDGE_CHANGED),
        ("县里给派出所评了二等", "派出所获县级一等评定。", FindingKind.HONOUR_INVENTED),
        ("比赛来了八百人", "比赛吸引八百人，未出任何意外。", FindingKind.DECLARATION_INVENTED),
    ],
)
def test_is_found_where_it_was_changed(lexicon: Lexicon, note: str, told: str, kind: FindingKind) -> None:
    assert kind in {finding.kind for finding in compare([note], told, lexicon)}
