"""Every kind of fact, in the ways in which it is typed or dictated on a phone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.facts import Direction, Fact, FactKind, Hedge, Lexicon, Status, compare, read

from .test_reading import number


def facts_of(kind: FactKind, text: str, lexicon: Lexicon) -> list[Fact]:
    return [fact for fact in read(text, lexicon) if fact.kind is kind]


@pytest.mark.parametrize(
    "said",
    [
        *("3.2亿元", "32000万元", "三亿二千万元", "３．２亿元", "三点二亿元", "3亿2千万元", "320000000元"),
        *("32,000万元", "3.2亿 元", "3.2億元"),
    ],
)
def test_one_sum_in_every_spelling(said: str, lexicon: Lexicon) -> None:
    fact = number(f"到位资金{said}", lexicon)
    assert (fact.value, fact.measure) == (Decimal(320_000_000), "money")
    assert compare([f"到位资金{said}"], "到位资金3.2亿元。", lexicon) == ()


@pytest.mark.parametrize("said", ["百分之十二点五", "12.5%", "12.5％", "１２．５%", "百分之12.5"])
def test_one_share_in_every_spelling(said: str, lexicon: Lexicon) -> None:
    fact = number(f"增长{said}", lexicon)
    assert (fact.value, fact.kind, fact.direction) == (Decimal("12.5"), FactKind.PERCENTAGE, Direction.UP)


@pytest.mark.parametrize(
    ("text", "value", "hedge", "measure"),
    [
        ("走访一千二百来户", 1200, Hedge.ODD, "households"),
        ("走访两千余户", 2000, Hedge.OVER, "households"),
        ("走访近百户", 100, Hedge.UNDER, "households"),
        ("走访群众近百", 100, Hedge.UNDER, ""),
        ("走访群众百余，反响好", 100, Hedge.OVER, ""),
        ("流转4万余亩", 40000, Hedge.OVER, "area"),
        ("走访上千户", 1000, Hedge.OVER, "households"),
        ("300好几户", 300, Hedge.OVER, "households"),
        ("不低于300户", 300, Hedge.OVER, "households"),
        ("不超过300户", 300, Hedge.UNDER, "households"),
        ("五十户往上", 50, Hedge.OVER, "households"),
        ("较去年增加近41斤", 41, Hedge.UNDER, "mass"),
        ("培训农民约412人次", 412, Hedge.ABOUT, "visits"),
        ("核定编制约12人", 12, Hedge.ABOUT, "people"),
        ("历时近6个月", 6, Hedge.UNDER, "months"),
        ("村规民约3条", 3, Hedge.NONE, "items"),
        ("签约300户", 300, Hedge.NONE, "households"),
        ("节约300元", 300, Hedge.NONE, "money"),
        ("本人近三年", 3, Hedge.NONE, "months"),
        ("附近3个村", 3, Hedge.NONE, "villages"),
        ("沟通过3次", 3, Hedge.NONE, "times"),
    ],
)
def test_hedges_and_what_only_looks_like_one(
    text: str, value: int, hedge: Hedge, measure: str, lexicon: Lexicon
) -> None:
    fact = number(text, lexicon)
    assert (fact.value, fact.hedge, fact.measure) == (Decimal(value), hedge, measure)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("干了两年半", "2.5", "年"),
        ("用了一个半月", "1.5", "个月"),
        ("每斤3块5", "3.5", "块"),
        ("产值翻了两番", "300", "番"),
        ("增长1.2倍", "1.2", "倍"),
        ("投资一个亿零四百万", "104000000", ""),
        ("卖了1.2w", "12000", ""),
        ("烘干塔俩", "2", "个"),
        ("一百零三户", "103", "户"),
        ("走访12户", "12", "户"),
        ("其余2人均在外务工", "2", "人"),
        ("千分之三点二", "3.2", "‰"),
        ("覆盖半数以上", "50", "%"),
        ("存栏2万只", "20000", "只"),
    ],
)
def test_quantities(text: str, value: str, unit: str, lexicon: Lexicon) -> None:
    fact = number(text, lexicon)
    assert (fact.value, fact.unit.removeprefix("个") or fact.unit) == (
        Decimal(value),
        unit.removeprefix("个") or unit,
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("提高3—5个百分点", 3, 5),
        ("提高3~5个百分点", 3, 5),
        ("提高３－５个百分点", 3, 5),
        ("走访三四十户", 30, 40),
        ("走访七八百户", 700, 800),
        ("走访两三户", 2, 3),
        ("走访三五户", 3, 5),
        ("走访三至五户", 3, 5),
        ("增长百分之三到百分之五", 3, 5),
    ],
)
def test_ranges(text: str, low: int, high: int, lexicon: Lexicon) -> None:
    fact = number(text, lexicon)
    assert (fact.kind, fact.value, fact.upper) == (FactKind.RANGE, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("分别投入50、10、30万元", (500_000, 100_000, 300_000)),
        ("投入50万、10万、30万元", (500_000, 100_000, 300_000)),
        ("分别是5、8和12户", (5, 8, 12)),
    ],
)
def test_lists_share_unit_and_scale(text: str, values: tuple[int, ...], lexicon: Lexicon) -> None:
    facts = [fact for fact in read(text, lexicon) if fact.value is not None]
    assert tuple(fact.value for fact in facts) == tuple(map(Decimal, values))
    assert all(fact.measure for fact in facts)


def test_ratios_and_proportions(lexicon: Lexicon) -> None:
    thirds = {number(f"完成{said}", lexicon).value for said in ("三分之二", "2/3")}
    assert thirds == {Decimal(200) / 3}
    sixths = {number(f"配比为{said}", lexicon).value for said in ("1:6", "1∶6", "1比6", "一比六", "2:12")}
    assert sixths == {Decimal(1) / 6}
    assert number("配比约1:6", lexicon).hedge is Hedge.ABOUT


@pytest.mark.parametrize(
    ("text", "place", "counted"),
    [
        ("第3位", 3, ""),
        ("全县排名第三", 3, ""),
        ("位列全市第二", 2, ""),
        ("位居榜首", 1, ""),
        ("倒数第一", 1, "last"),
        ("挤进前五", 5, "top"),
        ("列全县前两名", 2, "top"),
        ("打进全市八强", 8, "top"),
        ("进全国8强", 8, "top"),
        ("跻身半决赛", 4, "top"),
        ("三等奖", 3, "prize"),
    ],
)
def test_ranks(text: str, place: int, counted: str, lexicon: Lexicon) -> None:
    ranks = facts_of(FactKind.RANK, text, lexicon)
    assert [(fact.value, fact.scope, fact.weak) for fact in ranks] == [(Decimal(place), counted, False)]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        *((said, ["Y2023"]) for said in ("2023年", "二〇二三年", "二零二三年", "２０２３年", "2023年度")),
        *((said, ["M3-12"]) for said in ("3月12日", "三月十二号", "3月12号", "三月十二日")),
        *((said, ["Y2024", "M3-12"]) for said in ("2024年3月12日", "2024-03-12", "2024.3.12", "2024/3/12")),
        *((said, ["前三季度"]) for said in ("1-9月", "1—9月", "前三季度", "一至九月")),
        *((said, ["一季度"]) for said in ("一季度", "第一季度", "1-3月", "头三个月")),
        *((said, ["全年"]) for said in ("今年", "全年", "一年来", "今年以来")),
        ("去年同期", ["去年"]),
        ("国庆期间", ["国庆"]),
        ("2月和5月", ["M2", "M5"]),
        ("上午9点半", ["T570"]),
        ("2022—2024年", ["Y2022", "Y2024"]),
    ],
)
def test_dates_and_periods(text: str, scopes: list[str], lexicon: Lexicon) -> None:
    assert [fact.scope for fact in facts_of(FactKind.DATE, text, lexicon)] == scopes


@pytest.mark.parametrize("mark", ["XX", "XXX", "xx", "**", "***", "__", "□□", "？？", "【待补：户数】", "X"])
def test_an_open_figure_is_a_placeholder_and_no_number(mark: str, lexicon: Lexicon) -> None:
    facts = read(f"走访{mark}户", lexicon)
    assert [fact.text for fact in facts if fact.kind is FactKind.PLACEHOLDER] == [mark]
    assert [fact for fact in facts if fact.value is not None] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石桥村新修水渠", ["石桥村"]),
        ("华茂木业有限公司投产", ["华茂木业有限公司"]),
        ("村民李大山创业", ["李大山"]),
        ("王站长带队", ["王"]),
        ("走访各村各社区", []),
        ("培育龙头企业、示范村", []),
        ("县委书记调研", []),
    ],
)
def test_names(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert [fact.text for fact in facts_of(FactKind.NAME, text, lexicon)] == names


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (FactKind.TITLE, "学习《民法典》", ["《民法典》"]),
        (FactKind.TITLE, "打造“一村一品”", ["“一村一品”"]),
        (FactKind.TITLE, "打造「一村一品」", ["「一村一品」"]),
        (FactKind.HONOUR, "获评先进集体", ["先进集体"]),
        (FactKind.HONOUR, "获得一等奖、文明村", ["文明村"]),
        (FactKind.DOCUMENT, "按县政办发〔2023〕15号执行", ["按县政办发〔2023〕15号"]),
        (FactKind.DOCUMENT, "按县政办发[2023]15号执行", ["按县政办发[2023]15号"]),
        (FactKind.ACTIVITY, "召开推进会、主题党日", ["推进会", "主题党日"]),
    ],
)
def test_titles_honours_documents_and_meetings(
    kind: FactKind, text: str, said: list[str], lexicon: Lexicon
) -> None:
    assert [fact.text for fact in facts_of(kind, text, lexicon)] == said


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("打算修路3公里", Status.PLANNED),
        ("计划修路3公里", Status.PLANNED),
        ("拟修路3公里", Status.PLANNED),
        ("正在修路3公里", Status.UNDER_WAY),
        ("已修路3公里", Status.DONE),
        ("修成道路3公里", Status.NONE),
    ],
)
def test_status(text: str, status: Status, lexicon: Lexicon) -> None:
    assert number(text, lexicon).status is status


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("税收增长5%", Direction.UP),
        ("税收下降5%", Direction.DOWN),
        ("信访减少5件", Direction.DOWN),
        ("比去年多5件", Direction.UP),
        ("比去年少5件", Direction.DOWN),
        ("走访5户", Direction.NONE),
    ],
)
def test_directions(text: str, direction: Direction, lexicon: Lexicon) -> None:
    assert number(text, lexicon).direction is direction


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("没有发生火灾", ["没有"]),
        ("未出现拖欠", ["未"]),
        ("尚未完工", ["尚未"]),
        ("从未违规", ["从未"]),
        ("无一辍学", ["无"]),
        ("不断提升", []),
        ("无微不至", []),
        ("未来五年", []),
    ],
)
def test_negations(text: str, denied: list[str], lexicon: Lexicon) -> None:
    assert [fact.text for fact in facts_of(FactKind.NEGATION, text, lexicon)] == denied


@pytest.mark.parametrize(
    "text",
    [
        *("一是抓学习", "二是抓落实", "其一", "一方面", "一批", "一系列", "一把手", "一票否决", "第一书记"),
        *("第一种形态", "四个意识", "两个维护", "八项规定", "三会一课", "一岗双责", "三重一大", "二十大"),
        *("十四五", "十四五期间", "“十四五”时期", "12345热线", "八小时之外", "G318国道", "5G网络", "PM2.5"),
        *("110报警", "千方百计", "千家万户", "万众一心", "百年大计", "三严三实", "两学一做", "四下基层"),
        *("夫妻俩", "他们俩", "成千上万", "几户", "三个方面", "一盘棋", "两不愁三保障", "二维码"),
    ],
)
def test_look_alikes_are_left_alone(text: str, lexicon: Lexicon) -> None:
    assert [fact.text for fact in read(text, lexicon) if fact.value is not None and not fact.weak] == []


def test_only_behind_a_sum_counts_nothing(lexicon: Lexicon) -> None:
    told = [(fact.text, fact.unit) for fact in read("招商任务5000万只到位3200万", lexicon) if fact.value]
    assert told == [("5000万", ""), ("3200万", "")]
