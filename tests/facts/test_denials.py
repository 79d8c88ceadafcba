"""What the notes deny must not be told as having happened, and need not be told in the same words."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("全镇没有一个辍学的", "控辍保学扎实推进，仍有个别学生辍学。"),
        ("今年没有发生森林火灾", "今年发生森林火灾。"),
        ("拖欠的工资没有付清", "拖欠的工资已经付清。"),
        ("征地的事没谈妥", "征地事项已谈妥。"),
        ("幼儿园没有动工", "幼儿园已动工建设。"),
        ("没有新增债务", "出现了新增债务。"),
        ("道路还没验收", "道路已通过验收。"),
        ("清雪车没有，说好了跟邻村借", "村里配有清雪车，与邻村商定可以互借。"),
        ("图书角没开放", "图书角布置一新，面向学生开放。"),
        ("电子屏打算秋天采购", "秋季采购了电子屏，办事流程一目了然。"),
        ("修水渠没有动用村里的积累", "修建水渠依规动用村集体积累。"),
        ("码头改造 没给 运费补贴", "真心帮办加上运费补贴，码头改造顺利推进。"),
        ("东渠清淤 报上去了 还没验", "东渠清淤通过查验，灌溉更有保障。"),
        ("抽查面馆没有超标的", "对抽查中发现的超标面馆从重处理。"),
        ("夜班补助镇里没出", "夜班补助由镇里出资发放。"),
        ("三家都同意换址了", "三家商户目前尚未同意换址。"),
        ("烈士墓修缮方案在写", "烈士墓修缮方案已编写完成。"),
    ],
)
def test_a_denial_told_as_a_deed_is_found(note: str, text: str, lexicon: Lexicon) -> None:
    found = {finding.kind for finding in compare([note], text, lexicon)}
    assert found & {FindingKind.NEGATION_CHANGED, FindingKind.STATUS_CHANGED}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("全镇没有一个辍学的", "全镇无一名学生辍学。"),
        ("今年没有发生森林火灾", "全年未发生森林火灾，实现了平稳度汛防火。"),
        ("今年没发生火灾", "全年火灾零发生。"),
        ("拖欠的工资没有付清", "拖欠的工资尚未付清。"),
        ("幼儿园没有动工", "幼儿园暂未动工建设。"),
        ("道路还没验收", "道路有待验收。"),
        ("跑了没停", "始终坚持走村入户。"),
        ("清雪车没有，说好了跟邻村借", "与邻村商定互借清雪车，解决了无车可用的难题。"),
        ("图书角没开放", "图书角布置一新，正抓紧制定开放办法。"),
        ("没有新增债务，旧债化解了200万", "严控新增债务，化解存量债务200万元。"),
        ("码头改造 没给 运费补贴", "码头改造未给予运费补贴。"),
        ("抽查面馆没有超标的", "抽查面馆未发现超标问题。"),
        ("夜班补助镇里没出", "夜班补助未由镇里出资。"),
        ("请了老乡长去劝，两回也没说通", "请老乡长两次上门说服，均未奏效。"),
        ("图书室还没刷完，估计元旦能开", "加快推进图书室粉刷，预计元旦开放。"),
        ("三家都同意换址了，还有一家没谈", "三家商户同意换址，还有一家尚未商谈换址。"),
    ],
)
def test_a_denial_in_other_words_is_left_alone(note: str, text: str, lexicon: Lexicon) -> None:
    kinds = {finding.kind for finding in compare([note], text, lexicon)}
    assert not kinds & {FindingKind.NEGATION_CHANGED, FindingKind.STATUS_CHANGED}


def test_the_finding_points_at_the_clause_that_says_so(lexicon: Lexicon) -> None:
    text = "控辍保学扎实推进，仍有个别学生辍学，资助到位。"
    (finding,) = [
        finding
        for finding in compare(["全镇没有一个辍学的"], text, lexicon)
        if finding.kind is FindingKind.NEGATION_CHANGED
    ]
    assert text[slice(*finding.span)] == "仍有个别学生辍学"


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("赶场的人往下掉", "赶场人数不降反增。"),
        ("蚕茧价掉了", "蚕茧价格稳中有升。"),
        ("找上门的企业比去年多", "上门企业较上年减少。"),
        ("投诉 少了", "投诉增多。"),
        ("河水浊度稍微高了一点", "河水浊度略有下降。"),
    ],
)
def test_a_trend_told_the_other_way_round_is_found_without_a_number(
    note: str, text: str, lexicon: Lexicon
) -> None:
    assert FindingKind.DIRECTION_FLIPPED in {finding.kind for finding in compare([note], text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("赶场的人往下掉", "赶场人数有所下降。"),
        ("蚕茧价掉了，养的户反倒多了", "蚕茧价格走低，养蚕户不降反增。"),
        ("找上门的企业比去年多", "上门企业较上年增多，营商环境持续改善。"),
        ("乱停车 少多了", "乱停车现象明显减少。"),
        ("油耗没降下来，还多了", "油耗不降反增。"),
    ],
)
def test_a_trend_in_other_words_is_left_alone(note: str, text: str, lexicon: Lexicon) -> None:
    assert not compare([note], text, lexicon)


@pytest.mark.parametrize(
    ("note", "faithful", "unfaithful"),
    [
        ("自助机在采购，还没到货", "自助机正在采购，目前尚未到货。", "自助机正在采购，目前已经到货。"),
        (
            "充电桩正在谈，还没定哪家",
            "充电桩正在洽谈，合作企业尚未确定。",
            "充电桩正在洽谈，合作企业已经确定。",
        ),
        ("地沟还没做", "市场地沟尚未动工。", "市场地沟已经做好。"),
        ("除尘器订了没到货", "除尘器已订购，尚未到货。", "除尘器已订购，且已到货。"),
        ("码头的图纸在画", "码头图纸正在绘制。", "码头图纸已经绘制。"),
        ("急救车打报告要换，没批", "急救车更换申请已上报，尚未获批。", "急救车更换申请已上报，且已获批。"),
    ],
)
def test_what_only_an_open_note_speaks_of_is_not_done_already(
    note: str, faithful: str, unfaithful: str, lexicon: Lexicon
) -> None:
    assert compare([note], faithful, lexicon) == ()
    assert compare([note], unfaithful, lexicon)
