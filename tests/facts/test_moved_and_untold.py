"""What changes places, what is left out, some told as all, and names slipped into a list: in words alone."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare


def kinds(note: str, text: str, lexicon: Lexicon) -> set[FindingKind]:
    return {finding.kind for finding in compare([note], text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("西坡种黄连，东湾养山羊", "东湾发展黄连种植，西坡发展山羊养殖。"),
        ("敬老院换了锅炉，卫生院添了救护车", "卫生院更换锅炉，敬老院新增救护车。"),
        ("老刘管库房，小何跑现场", "小何负责库房管理，老刘负责现场巡查。"),
        ("滨河路补种香樟，环城路改种银杏", "环城路补植香樟，滨河路改种银杏。"),
        (
            "南圩的渡口封了，北圩的还在用。南圩装了护栏，北圩添了救生衣",
            "南圩渡口已经封闭，北圩渡口仍在使用；同时为南圩添置救生衣，为北圩安装护栏。",
        ),
    ],
)
def test_things_that_changed_places_are_found_without_numbers(note: str, text: str, lexicon: Lexicon) -> None:
    assert FindingKind.SUBJECTS_EXCHANGED in kinds(note, text, lexicon)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("西坡种黄连，东湾养山羊", "东湾发展山羊养殖，西坡发展黄连种植。"),
        ("敬老院换了锅炉，卫生院添了救护车", "卫生院新增救护车，敬老院更换锅炉。"),
        ("老刘管库房，小何跑现场", "小何负责现场巡查，老刘负责库房管理。"),
        (
            "南圩的渡口封了，北圩的还在用。南圩装了护栏，北圩添了救生衣",
            "北圩渡口仍在使用，并添置救生衣；南圩渡口已经封闭，护栏安装到位。",
        ),
    ],
)
def test_another_order_is_no_exchange(note: str, text: str, lexicon: Lexicon) -> None:
    assert not kinds(note, text, lexicon)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("走访320户，把敬老院的围墙重新砌了", "走访群众320户。"),
        ("食堂明厨亮灶装好了。早市搬进了大棚", "食堂明厨亮灶设施安装到位。"),
        ("跟电力公司商量把低压线路挪了位置", "全镇用电安全形势平稳。"),
        ("菜农用水泵浇地，跟信用社谈了担保", "组织菜农用水泵灌溉农田。"),
        ("修渠3公里，砖厂老板赞助了水泥", "修建水渠3公里，群众用水更加方便。"),
        ("值班室漏雨修了，迟到的两人写了检讨", "值班室漏雨问题已修好，作风持续好转。"),
        ("两条路都通了，路灯电费还欠着供电所", "两条道路全部通车，群众出行更加便捷。"),
    ],
)
def test_a_deed_without_a_number_must_be_told_too(note: str, text: str, lexicon: Lexicon) -> None:
    assert FindingKind.FACT_MISSING in kinds(note, text, lexicon)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("食堂明厨亮灶装好了。早市搬进了大棚", "食堂明厨亮灶设施安装到位，早市入棚经营。"),
        ("跟电力公司商量把低压线路挪了位置", "协调电力公司完成低压线路迁改。"),
        ("菜农用水泵浇地，跟信用社谈了担保", "组织菜农用水泵灌溉农田，与信用社洽谈担保事宜。"),
        ("修渠3公里，砖厂老板赞助了水泥", "修建水渠3公里，所需水泥由砖厂负责人赞助。"),
        ("值班室漏雨修了，迟到的两人写了检讨", "值班室漏雨已修好；2名迟到人员作出书面检讨。"),
        ("撂荒地：复耕18处，劝返5起", "撂荒耕地复耕18处，劝返5起。"),
        ("明年重点：学习、农业、招商三块抓好", "明年，一是抓好学习。二是抓好农业。三是抓好招商。"),
    ],
)
def test_a_deed_in_official_words_is_told(note: str, text: str, lexicon: Lexicon) -> None:
    assert FindingKind.FACT_MISSING not in kinds(note, text, lexicon)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("大部分商户签了门前三包", "商户全部签订门前三包责任书。"),
        ("多数村民搬进了新居", "村民全部搬进新居。"),
        ("部分路灯恢复照明", "路灯全部恢复照明。"),
    ],
)
def test_some_must_not_become_all(note: str, text: str, lexicon: Lexicon) -> None:
    assert FindingKind.HEDGE_CHANGED in kinds(note, text, lexicon)


@pytest.mark.parametrize(
    "text", ["多数商户签订门前三包责任书。", "大部分商户已签订门前三包责任书，全镇面貌改善。"]
)
def test_some_told_as_some_is_left_alone(text: str, lexicon: Lexicon) -> None:
    assert FindingKind.HEDGE_CHANGED not in kinds("大部分商户签了门前三包", text, lexicon)


def test_a_name_slipped_into_a_list_is_found(lexicon: Lexicon) -> None:
    text = "在红岩、青石、黄泥等3个村开展试点。"
    found = compare(["在红岩、青石两个村搞了试点"], text, lexicon)
    assert (FindingKind.NAME_INVENTED, "黄泥") in [(one.kind, text[slice(*one.span)]) for one in found]


def test_names_for_a_bare_count_are_found(lexicon: Lexicon) -> None:
    assert FindingKind.NAME_INVENTED in kinds("在三个村搞了试点", "在红岩、青石等3个村开展试点。", lexicon)


@pytest.mark.parametrize(
    ("note", "text", "kind"),
    [
        (
            "裁缝铺请了9个人，月租1200；理发铺请了4个人，月租800",
            "理发铺用工9人，月租金1200元；裁缝铺用工4人，月租金800元。",
            FindingKind.SUBJECTS_EXCHANGED,
        ),
        (
            "青禾合作社分红36万\n白鹭合作社刚起步\n帮青禾合作社贷了50万",
            "青禾合作社分红36万元。白鹭合作社刚起步，为白鹭合作社协调贷款50万元。",
            FindingKind.SUBJECTS_EXCHANGED,
        ),
        (
            "巡林时没发现盗伐林木的，走了31趟",
            "全年巡林31次，发现盗伐林木行为。",
            FindingKind.NEGATION_CHANGED,
        ),
        ("老年食堂这件事还没弄", "老年食堂建设有序推进。", FindingKind.NEGATION_CHANGED),
        ("上半年调解纠纷37起", "全年调解纠纷37起。", FindingKind.DATE_CHANGED),
        ("县级示范社4家，市级2家", "市级示范社4家、县级示范社2家。", FindingKind.RANK_CHANGED),
        ("满意度全县垫底", "群众满意度处于全县中游。", FindingKind.FACT_MISSING),
        ("路灯拟再装46盏", "新装路灯46盏。", FindingKind.STATUS_CHANGED),
        ("一斤便宜了3毛", "每斤价格上调0.3元。", FindingKind.DIRECTION_FLIPPED),
    ],
)
def test_what_was_said_of_one_is_not_told_of_another(
    note: str, text: str, kind: FindingKind, lexicon: Lexicon
) -> None:
    assert kind in {finding.kind for finding in compare(note.split("\n"), text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("河长巡河一季度一走，岸边立牌Ⅲ类水", "坚持一季度一巡河，岸边设立III类水质标识牌。"),
        ("A 41、B 66、C 12", "评出A类41家、B类66家、C类12家。"),
        ("二、四季度都拿了第3", "二季度、四季度均位列第3。"),
        ("新校舍3.1万平封顶，治超抓了27辆", "新校舍3.1万平方米已封顶，查处超限车辆27辆。"),
        ("每户每年交60块，井盖厚5公分", "每户每年缴纳60元，井盖厚度5厘米。"),
        ("火没蔓延，药费新农合报了大半", "火势未扩散，药费大部分由医保报销。"),
        ("渠清了2万6000来米，种草籽三千五百斤来的", "清理沟渠约2.6万米，播撒草籽3500斤左右。"),
        ("补助一亿二千来万，工期两公里四", "补助资金1.2亿元左右，工期涉及2.4公里。"),
        ("体检70↑的 212人，出勤率93.5%↑2点", "为70岁以上老人体检212人，出勤率93.5%，上升2个百分点。"),
        ("育苗 4.12–5.6 用工88w/41人", "4月12日至5月6日育苗，用工41人，支出88万元。"),
        ("磅秤每个礼拜校一回，鱼一块八一斤", "磅秤每周校准1次，鱼价每斤1.8元。"),
        ("池塘11口，过火6亩±，引3个亿元项目", "池塘11口，过火面积6亩左右，引进亿元项目3个。"),
    ],
)
def test_the_same_in_other_words_is_left_alone(note: str, text: str, lexicon: Lexicon) -> None:
    assert compare([note], text, lexicon) == ()
