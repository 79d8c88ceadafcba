"""Things that notes set against each other, and what belongs to each of them."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare


def kinds(note: str, text: str, lexicon: Lexicon) -> set[FindingKind]:
    return {finding.kind for finding in compare(note.split("/"), text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            "上塅村42万，下塅村27万5/上塅靠出租冷库，下塅靠代管果园",
            "下塅村将冷库对外出租，收入27.5万元；上塅村代管果园，收入42万元。",
        ),
        (
            "水库值守 马家堰 老丁守/柳树堰 小霍守/沙袋备了5000条",
            "备足沙袋5000条，老丁值守柳树堰，小霍值守马家堰。",
        ),
        (
            "成都那家做豆瓣的签了合同，贵阳做魔芋丝的还没回话",
            "贵阳一家豆瓣企业已经签订合同，成都一家魔芋丝企业尚未答复。",
        ),
        (
            "火车站社区的公厕包了保温棉，体育场社区的改成深埋管",
            "体育场社区公厕已包裹保温棉，火车站社区公厕改为深埋管道。",
        ),
        ("大货车走北环，客车走滨江路", "客车绕行北环，大货车改走滨江路。"),
        (
            "老邱包的是漏水的那栋，老庞包的是电梯坏的那栋，两栋都修完了",
            "庞同志包抓漏水楼栋，邱同志包抓电梯故障楼栋，两栋均已修复。",
        ),
        ("赵镇长包矿山补偿，我包小区漏水", "赵镇长包抓小区漏水问题，本人包抓矿山补偿问题。"),
        (
            "红石渡口归海事站管，白沙渡口归村里管/渡船每条都年检了",
            "渡船均已通过年检。白沙渡口由海事站管理，红石渡口由村里管理。",
        ),
    ],
)
def test_what_belongs_to_one_is_not_told_of_the_other(note: str, text: str, lexicon: Lexicon) -> None:
    assert FindingKind.SUBJECTS_EXCHANGED in kinds(note, text, lexicon)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            "上塅村42万，下塅村27万5/上塅靠出租冷库，下塅靠代管果园",
            "下塅村代管果园，收入27.5万元；上塅村将冷库对外出租，收入42万元。",
        ),
        (
            "水库值守 马家堰 老丁守/柳树堰 小霍守/沙袋备了5000条",
            "备足沙袋5000条，老丁值守马家堰，小霍值守柳树堰。",
        ),
        (
            "成都那家做豆瓣的签了合同，贵阳做魔芋丝的还没回话",
            "贵阳一家魔芋丝企业尚未答复，成都一家豆瓣企业已经签订合同。",
        ),
        ("大货车走北环，客车走滨江路", "实行分流，客车改走滨江路，大货车绕行北环。"),
        (
            "老邱包的是漏水的那栋，老庞包的是电梯坏的那栋，两栋都修完了",
            "庞同志包抓电梯故障楼栋，邱同志包抓漏水楼栋，两栋均已修复。",
        ),
        ("赵镇长包矿山补偿，我包小区漏水", "本人包抓小区漏水问题，赵镇长包抓矿山补偿问题。"),
        (
            "东塅修渠3公里，西塅修路2公里/两村的路灯都亮了",
            "东塅、西塅两村分别修渠3公里、修路2公里，路灯全部亮起来。",
        ),
        (
            "前坊小学去后坊小学支教4人，后坊小学来前坊小学跟班6人",
            "前坊小学选派4人到后坊小学支教，后坊小学6人到前坊小学跟班学习。",
        ),
    ],
)
def test_a_thing_told_with_its_own_is_left_alone(note: str, text: str, lexicon: Lexicon) -> None:
    assert not kinds(note, text, lexicon)


def test_a_list_says_nothing_of_which_is_whose(lexicon: Lexicon) -> None:
    note = "罗村养蜂34户，乔村种菌子110亩，技术都是农技站教的"
    assert not kinds(note, "罗村、乔村发展养蜂和菌子种植，养蜂34户、菌子110亩，由农技站传授技术。", lexicon)


def test_the_finding_points_to_the_part_that_is_told_of_the_wrong_one(lexicon: Lexicon) -> None:
    text = "后营村由退役军人齐兵接任，小寨村由致富带头人宋海接任。"
    notes = ["接后营的是致富带头人宋海，接小寨的是退役军人齐兵"]
    assert "后营村由退役军人齐兵接任" in {
        finding.excerpt
        for finding in compare(notes, text, lexicon)
        if finding.kind is FindingKind.SUBJECTS_EXCHANGED
    }
