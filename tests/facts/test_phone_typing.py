"""Notes as phones type them: prose that tells the same is left alone, prose that tells another is found."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare

_SAME_AND_OTHER = [
    ("改造方案报上去了，还没批", "改造方案已上报，尚未批复。", "改造方案上报后已获批复。"),
    ("测评得分排中间", "测评得分位居中游。", "测评得分位居前列。"),
    ("我家里没人做生意", "本人家中无人经商。", "本人家中无人经商，无人移居国外。"),
    ("白露那天开镰的", "白露当日开镰。", "秋分当日开镰。"),
    ("幼儿园来了个舞蹈老师", "幼儿园新到舞蹈老师1名。", "幼儿园新到舞蹈老师周芸。"),
    ("黎家塘清淤了", "黎家塘已清淤。", "李家塘已清淤。"),
    ("鱼苗放在青龙湖", "鱼苗投放于青龙湖。", "鱼苗投放于白龙湖。"),
    ("鸭少了", "鸭的数量有所减少。", "鸭的数量有所增加。"),
    ("危桥改造还余9座", "危桥改造尚余9座。", "危桥改造尚余6座。"),
    ("装了三百二十千瓦光伏", "建成光伏320千瓦。", "建成光伏230千瓦。"),
    ("茶园≈600亩", "茶园约600亩。", "茶园600余亩。"),
    ("上门服务12 家/次", "上门服务企业12家次。", "上门服务企业21家次。"),
    ("帮扶农户40个人次", "帮扶农户40人次。", "帮扶农户14人次。"),
    ("新架10kv线路3公里", "新架设10千伏线路3公里。", "新架设35千伏线路3公里。"),
    ("七八两个月到岗抗旱", "7月、8月到岗抗旱。", "6月、7月到岗抗旱。"),
    ("渠道三月修到八月", "渠道自3月施工至8月。", "渠道自3月施工至9月。"),
    ("8·14那场雨转移45人", "8月14日强降雨转移群众45人。", "8月24日强降雨转移群众45人。"),
    ("台风7月29登陆", "台风于7月29日登陆。", "台风于7月19日登陆。"),
    ("六月十九那次会上我发了言", "在6月19日的会议上作了发言。", "在6月9日的会议上作了发言。"),
    ("老林场是80年代的房子", "林场用房建于20世纪80年代。", "林场用房建于20世纪90年代。"),
    ("95年参加工作", "1995年参加工作。", "1996年参加工作。"),
    ("我今年57了", "本人今年57岁。", "本人今年53岁。"),
    ("工资3500起", "月工资3500元起。", "月工资5300元起。"),
    ("到会的不及一半", "到会人员不足一半。", "到会人员一半以上。"),
    ("招商到位资金跟去年持平", "招商到位资金与上年基本没有变化。", "招商到位资金较上年有所增长。"),
    ("村道硬化 没 弄完", "村道硬化尚未完成。", "村道硬化已全部完成。"),
    ("垃圾中转站 计划做", "计划建设垃圾中转站。", "垃圾中转站已建成投用。"),
    ("聘了王秀芹当网格员", "聘请王秀芹为网格员。", "聘请王秀琴为网格员。"),
    ("断面水质从四类到三类", "断面水质由Ⅳ类改善为Ⅲ类。", "断面水质由Ⅳ类改善为Ⅱ类。"),
    ("两家企业 甲禾、同润 都见了面", "走访甲禾、同润2家企业。", "走访甲禾、同润3家企业。"),
]


@pytest.mark.parametrize(("note", "same", "other"), _SAME_AND_OTHER)
def test_what_is_typed_on_a_phone_is_read(note: str, same: str, other: str, lexicon: Lexicon) -> None:
    assert compare([note], same, lexicon) == ()
    assert compare([note], other, lexicon) != ()


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("大学生回村 办了座谈", "组织返乡大学生座谈，勉励十年寒窗学成归来的年轻人扎根家乡。"),
        ("按节气管茶园 示范片200亩", "茶园按二十四节气管护，示范片200亩。"),
        ("三家没交卷 前两个年底补", "3家未交卷，前两家年底补齐。"),
        ("这15户都搬了 桃花坪15户", "桃花坪15户全部搬迁，这15户均已入住。"),
        ("警务室的人在村里常敲门问", "驻村民警坚持常敲门、常问询。"),
        ("资产都归镇里了", "有关资产全部归镇管理。"),
        ("老板来办公室要塞红包 我退了", "有老板曾来塞红包，本人当场退回。"),
    ],
)
def test_ordinary_words_beside_it_raise_no_alarm(note: str, text: str, lexicon: Lexicon) -> None:
    assert [finding for finding in compare([note], text, lexicon) if finding.kind in _STRANGE] == []


_STRANGE = {FindingKind.NAME_INVENTED, FindingKind.NUMBER_CHANGED, FindingKind.FACT_MISSING}


@pytest.mark.parametrize(
    "text",
    [
        "申报省级示范村，未能入选。",
        "申报省级示范村，未获命名。",
        "申报省级示范村未通过评审，此项工作有待加强。",
    ],
)
def test_what_was_not_awarded_is_no_honour(text: str, lexicon: Lexicon) -> None:
    found = compare(["报了省级示范村 没评上"], text, lexicon)
    assert FindingKind.HONOUR_INVENTED not in {finding.kind for finding in found}
