"""What is read out of notes as they are typed or dictated."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.facts import Direction, Fact, FactKind, Hedge, Lexicon, Status, lexicon_from, read


def number(text: str, lexicon: Lexicon) -> Fact:
    """The only number of a text."""
    numbers = [fact for fact in read(text, lexicon) if fact.value is not None]
    assert len(numbers) == 1, numbers
    return numbers[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("到位资金3.2亿元", "320000000", "元"),
        ("到位资金三亿二千万元", "320000000", "元"),
        ("到位资金32000万元", "320000000", "元"),
        ("流转４万亩", "40000", "亩"),
        ("发放12,500元", "12500", "元"),
        ("同比增长百分之十二点五", "12.5", "%"),
        ("同比增长12.5％", "12.5", "%"),
        ("降了两成三", "2.3", "成"),
        ("每斤7块2", "7.2", "块"),
        ("人均一千二", "1200", ""),
        ("一共两万三千户", "23000", "户"),
        ("打了两个半月工", "2.5", "月"),
        ("收了半亩", "0.5", "亩"),
        ("合同2.3个亿", "230000000", ""),
        ("花了1万2", "12000", ""),
        ("新修5里路", "5", "里路"),
        ("固投翻了一番", "100", "番"),
    ],
)
def test_values_are_exact_decimals(text: str, value: str, unit: str, lexicon: Lexicon) -> None:
    fact = number(text, lexicon)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("走访一千二百来户", Hedge.ODD),
        ("走访两千余户", Hedge.OVER),
        ("走访近百户", Hedge.UNDER),
        ("流转4万余亩", Hedge.OVER),
        ("大概有三百户", Hedge.ABOUT),
        ("三百户左右", Hedge.ABOUT),
        ("差不多300户", Hedge.NEARLY),
        ("数百户", Hedge.SEVERAL),
        ("3公里多", Hedge.OVER),
        ("覆盖80%以上", Hedge.OVER),
        ("走访300户", Hedge.NONE),
    ],
)
def test_hedges(text: str, hedge: Hedge, lexicon: Lexicon) -> None:
    assert number(text, lexicon).hedge is hedge


def test_ranges_keep_both_ends(lexicon: Lexicon) -> None:
    for text in ("提高3—5个百分点", "提高3到5个百分点", "提高三至五个百分点"):
        fact = number(text, lexicon)
        assert (fact.kind, fact.value, fact.upper) == (FactKind.RANGE, Decimal(3), Decimal(5))


def test_a_shared_unit_belongs_to_every_number_of_a_list(lexicon: Lexicon) -> None:
    facts = [fact for fact in read("分别投入50、10、30万元", lexicon) if fact.value is not None]
    assert [fact.value for fact in facts] == [Decimal(500000), Decimal(100000), Decimal(300000)]
    assert {fact.measure for fact in facts} == {"money"}


def test_a_fraction_is_a_ratio(lexicon: Lexicon) -> None:
    fact = number("完成了三分之二", lexicon)
    assert fact.kind is FactKind.RATIO
    assert fact.value == number("完成了2/3", lexicon).value


@pytest.mark.parametrize(
    "text",
    [
        "一是抓学习，二是抓落实",
        "运用第一种形态",
        "增强“四个意识”、做到“两个维护”",
        "落实八项规定、三会一课、一岗双责、三重一大",
        "学习党的二十大精神，谋划十四五",
        "12345热线",
        "八小时之外",
        "进一步统一思想",
        "十分重视",
        "PM2.5",
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(text: str, lexicon: Lexicon) -> None:
    assert [fact for fact in read(text, lexicon) if fact.value is not None] == []


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("二〇二三年", "Y2023"),
        ("24年", "Y2024"),
        ("3月12号", "M3-12"),
        ("1—9月", "前三季度"),
        ("上半年", "上半年"),
        ("一年来", "全年"),
    ],
)
def test_dates(text: str, scope: str, lexicon: Lexicon) -> None:
    dates = [fact for fact in read(text, lexicon) if fact.kind is FactKind.DATE]
    assert [fact.scope for fact in dates] == [scope]


@pytest.mark.parametrize(
    ("text", "place", "counted"),
    [
        ("全县第三名", 3, ""),
        ("全县倒数第二", 2, "last"),
        ("进入全市前十", 10, "top"),
        ("获二等奖", 2, "prize"),
    ],
)
def test_ranks(text: str, place: int, counted: str, lexicon: Lexicon) -> None:
    ranks = [fact for fact in read(text, lexicon) if fact.kind is FactKind.RANK]
    assert [(fact.value, fact.scope) for fact in ranks] == [(Decimal(place), counted)]


@pytest.mark.parametrize("mark", ["XX", "XXX", "**", "【待补：户数】", "记不清"])
def test_unknown_is_a_placeholder(mark: str, lexicon: Lexicon) -> None:
    assert FactKind.PLACEHOLDER in {fact.kind for fact in read(f"走访{mark}户", lexicon)}


def test_names_titles_honours_and_documents(lexicon: Lexicon) -> None:
    note = "石桥村的陈露同志学了《乡土中国》，评为先进个人，县政办〔2023〕15号"
    kinds = {fact.kind: fact.text for fact in read(note, lexicon)}
    assert kinds[FactKind.TITLE] == "《乡土中国》"
    assert kinds[FactKind.HONOUR] == "先进个人"
    assert kinds[FactKind.DOCUMENT].endswith("〔2023〕15号")
    names = [fact.text for fact in read(note, lexicon) if fact.kind is FactKind.NAME]
    assert names == ["石桥村", "陈露"]


def test_a_number_knows_its_direction_status_and_time(lexicon: Lexicon) -> None:
    fact = number("上半年税收下降5.3%", lexicon)
    assert (fact.direction, fact.scope) == (Direction.DOWN, "上半年")
    assert number("打算修路3公里", lexicon).status is Status.PLANNED


def test_a_number_taken_back_is_not_read(lexicon: Lexicon) -> None:
    assert number("走访320户，不对，是230户", lexicon).value == Decimal(230)


def test_places_are_places_in_the_text_as_given(lexicon: Lexicon) -> None:
    text = "　走访 １，２００ 户\u200b，修路５公里"
    for fact in read(text, lexicon):
        assert text[fact.start : fact.end] == fact.text


def test_traditional_characters_are_read(lexicon: Lexicon) -> None:
    fact = number("走訪了兩千餘戶", lexicon)
    assert (fact.value, fact.hedge, fact.measure) == (Decimal(2000), Hedge.OVER, "households")


def test_an_empty_phrase_book_still_reads() -> None:
    facts = read("走访320户，增长百分之三到百分之五", lexicon_from({}))
    assert Decimal(320) in {fact.value for fact in facts}


def test_a_phrase_book_of_the_wrong_shape_is_named() -> None:
    with pytest.raises(ValueError, match="surnames"):
        lexicon_from({"surnames": 3})


@pytest.mark.parametrize("line", ["rank 参与 配合", "时间 首次 | 再次"])
def test_a_line_of_steps_says_what_changes_and_has_a_bar(line: str) -> None:
    with pytest.raises(ValueError, match="a line of `steps`"):
        lexicon_from({"steps": line})


def test_a_line_of_opposites_needs_its_bar() -> None:
    with pytest.raises(ValueError, match="`opposites` has not one bar"):
        lexicon_from({"opposites": "齐全 完备"})
