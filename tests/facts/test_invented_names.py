"""Names nobody gave, without a title beside them or made of ordinary words; and prose that names nobody."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare

NOTES = ["食堂改成集中配送，花了12万", "有个老渔民上岸以后当了护渔员", "法律顾问请好了"]
TOLD = "食堂改为集中配送，花费12万元；老渔民上岸后担任护渔员；法律顾问已聘请到位"


@pytest.mark.parametrize(
    "added",
    [
        "由阳光农业保险公司承保",
        "委托正义律师事务所审核",
        "交给兴旺养猪场处置",
        "联系绿源菌业收购",
        "返乡的张海波开起直播",
        "老渔民江水生现身说法",
        "评出王小琴等先进",
        "帮扶困难户马保全",
        "走访了慈云寺",
        "覆盖东澳、沙湾、鼓屿",
        "请来渔业站何松涛、罗立两名技术员",
        "督促恒通、广源2家饭店整改",
        "带动渔歌小院等民宿6家",
        "省人民医院专家到村坐诊",
        "看望了翠湖小学师生",
        "委托蓝湾商业管理公司代管",
        "由惠民配送公司集中配送",
        "由美佳食堂公司承办",
        "返乡好友周海波捐资助学",
    ],
)
def test_a_name_without_a_title_is_found(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.NAME_INVENTED in {finding.kind for finding in found}


@pytest.mark.parametrize(
    "added",
    [
        "委托第三方公司办理",
        "引进大型养猪场",
        "对接配送公司",
        "走进中小学校园",
        "围绕吃饭、看病两个难题",
        "抓好村干部、护渔员两支队伍",
        "充分发挥合作社作用",
        "高度重视安全生产",
        "守护一江清水",
        "金山银山成色更足",
        "方便群众办事",
        "林长制、河长制落实到位",
        "走进百姓人家",
        "以文兴镇",
    ],
)
def test_ordinary_words_are_no_name(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.NAME_INVENTED not in {finding.kind for finding in found}


@pytest.mark.parametrize(
    "added",
    [
        "安徽瑞禾公司统一采购",
        "其中康宏养老站就餐18人",
        "浦泰渔具店自愿停业",
        "与绿苑酒楼签了协议",
        "由铭科承担检测",
        "金澜食堂也列入名单",
        "会同锦湖街道一道推进",
    ],
)
def test_a_name_is_known_by_its_characters(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.NAME_INVENTED in {finding.kind for finding in found}


@pytest.mark.parametrize(
    "added",
    [
        "城市管理更加精细",
        "英雄事迹广为传颂",
        "诚信经营蔚然成风",
        "与风沙较劲、与时间赛跑",
        "以文铸魂、聚才兴乡",
        "把清芬留在乡野",
        "海岛用电得到保障",
    ],
)
def test_literary_words_are_no_name(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.NAME_INVENTED not in {finding.kind for finding in found}


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("柳溪园改造好了", "柳浦园改造已经完成"),
        ("村医何秋菊坐诊43次", "村医郭秋菊坐诊43次"),
        ("金桐阀门交税50万", "金榆阀门纳税50万元"),
        ("岔路修到石碾坪了", "岔路已修至石碾坳"),
        ("支书罗德茂包了两户", "支书罗德荣包保2户"),
    ],
)
def test_a_name_with_another_character_is_found(note: str, told: str, lexicon: Lexicon) -> None:
    found = compare([note], f"{told}。", lexicon)
    assert FindingKind.NAME_INVENTED in {finding.kind for finding in found}


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("路灯装到坪上组了", "路灯安装至坪上组"),
        ("小何管账，老罗管库", "小何负责账目，老罗负责库房"),
        ("沟渠清了三里", "沟道清淤三里"),
        ("请了木匠修戏台", "邀请木匠修缮戏台"),
        ("石桥村老蒋调山林纠纷", "石桥村老蒋专调山林之争"),
    ],
)
def test_the_same_names_in_other_words_are_left_alone(note: str, told: str, lexicon: Lexicon) -> None:
    assert FindingKind.NAME_INVENTED not in {
        finding.kind for finding in compare([note], f"{told}。", lexicon)
    }


@pytest.mark.parametrize(
    "added",
    [
        "会计小宋到场核对",
        "由老邓照看渡口",
        "对傅家两兄弟登门相劝",
        "请老石匠鲁承业砌坎",
        "渔民汪大海现身说法",
        "民警小关到场调解",
    ],
)
def test_people_are_known_as_neighbours_call_them(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.NAME_INVENTED in {finding.kind for finding in found}


@pytest.mark.parametrize(
    "added",
    [
        "挣钱顾家两不误",
        "小项目撬动大民生",
        "老石头垒成新景致",
        "老方法解决不了新问题",
        "农户连连称赞",
        "清除乱弃沟渠之物",
    ],
)
def test_no_one_is_called_by_ordinary_words(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.NAME_INVENTED not in {finding.kind for finding in found}


def test_a_province_or_a_city_must_be_given(lexicon: Lexicon) -> None:
    def kinds(note: str, told: str) -> set[FindingKind]:
        return {finding.kind for finding in compare([note], told, lexicon)}

    assert FindingKind.NAME_INVENTED in kinds("出去招商8趟", "先后8次赴湖南招商。")
    assert FindingKind.NAME_INVENTED in kinds("竹席卖到外地去了", "竹席远销苏州。")
    assert FindingKind.NAME_INVENTED not in kinds("粤、浙招商8趟", "先后8次赴广东、浙江招商。")
    assert FindingKind.NAME_INVENTED not in kinds("去长沙招商8趟", "先后8次赴湖南长沙招商。")
    assert FindingKind.NAME_INVENTED not in kinds("新乡村建设搞了3处", "新乡村建设开展3处。")


def test_the_full_name_of_what_is_named_in_short(lexicon: Lexicon) -> None:
    assert not compare(["请湘农的专家来了4回"], "邀请湘南农业大学专家4次到访。", lexicon)
    assert not compare(["20大精神讲了6场"], "宣讲党的二十大精神6场。", lexicon)
    assert compare(["请专家来了4回"], "邀请湘南农业大学专家4次到访。", lexicon)


@pytest.mark.parametrize(
    ("note", "text", "name"),
    [
        ("就业培训办了四个班", "联合新希望培训中心举办就业培训4个班。", "希望培训中心"),
        ("法律顾问聘了衡泰律所", "聘请恒信律所担任法律顾问。", "恒信律所"),
        ("快递点搬到村口", "快递点迁至桂兰小卖部。", "桂兰小卖部"),
        ("占道的修理铺搬了", "占道的王记修理铺完成搬迁。", "王记修理铺"),
        ("烘干中心建成了", "丰源烘干中心建成。", "丰源烘干中心"),
        ("一家做箱包的愿意来", "1家箱包企业恒达皮具愿意来。", "恒达皮具"),
        ("村里请人修灶台", "由宏达建筑修灶台。", "宏达建筑"),
        ("化工厂查了3次，罚了1次", "恒源化工检查3次，处罚1次。", "恒源化工"),
        ("请律师来讲了两回法", "邀请信达律师讲法2次。", "信达律师"),
        ("有位老归侨捐了2万修路", "老归侨陈永年捐款2万元修路。", "陈永年"),
    ],
)
def test_a_name_is_found_whoever_finds_it(note: str, text: str, name: str, lexicon: Lexicon) -> None:
    found = compare([note], text, lexicon)
    assert (FindingKind.NAME_INVENTED, name) in {(finding.kind, finding.excerpt) for finding in found}
