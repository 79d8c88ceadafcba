"""The fact sheet lists what is to be looked up, also where a note leaves out the usual marks: each once."""

import pytest

from bot.assistant.files import lexicon_of, sheet_of
from bot.facts import FactKind
from bot.facts.sheet import FactSheet
from bot.interview.event import EventKind, NewEvent
from bot.writing.listed import listed as facts_of
from bot.writing.listed import names_besides
from tests.office import note, recalled, shipped, written

OUTLINE = shipped().outlines["deputy-agriculture"]
LEXICON = lexicon_of(recalled(OUTLINE, []), shipped())


def sheet(*events: NewEvent) -> FactSheet:
    """The fact sheet of the plain report of these answers."""
    return sheet_of(recalled(OUTLINE, events), written(OUTLINE, events), shipped())


def listed(*events: NewEvent) -> list[str]:
    return [fact.text for fact in sheet(*events).used]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("金穗农业科技有限公司建大棚45亩", ["金穗农业科技有限公司"]),
        ("和众兴合作社签了合同", ["众兴合作社"]),
        ("引进绿源蔬菜种植专业合作社", ["绿源蔬菜种植专业合作社"]),
        ("帮助瑞禾家庭农场贷款", ["瑞禾家庭农场"]),
        ("大柳村的灌渠修了3.5公里", ["大柳村"]),
        ("到上槐村调研", ["上槐村"]),
        ("学了种子法和土地管理法", ["种子法", "土地管理法"]),
        ("宣传黑土地保护法12场", ["黑土地保护法"]),
    ],
)
def test_a_name_told_without_its_marks_is_known(said: str, names: list[str]) -> None:
    told = [fact.text for fact in facts_of(said, LEXICON) if fact.kind in (FactKind.NAME, FactKind.TITLE)]
    assert told == names


@pytest.mark.parametrize(
    "said",
    [
        "新办合作社3家",
        "农民专业合作社2家",
        "有个农业公司",
        "走访全镇农村",
        "13个村跑两遍",
        "包村干部下村",
        "没有办法",
        "依法行政，学法用法",
        "说法不一，新做法",
        "读了《种子法》",
    ],
)
def test_what_names_nothing_is_not_listed(said: str) -> None:
    assert [fact.text for fact in names_besides(said, LEXICON)] == []


def test_an_honour_is_listed_whole() -> None:
    said = "石桥镇评为全县农业农村工作先进乡镇，本人获市级优秀共产党员"
    assert {"全县农业农村工作先进乡镇", "市级优秀共产党员"} <= set(listed(note("grain", said)))


def test_what_happened_is_listed_once_for_a_sentence() -> None:
    said = "讲党课2次，党课上讲了种子法。开碰头会12次，碰头会上通报"
    texts = listed(note("study_meetings", said))
    assert texts.count("碰头会") == 1
    assert "党课" not in texts
    assert "讲党课" in texts


def test_two_festivals_are_no_quantity() -> None:
    texts = listed(note("supply_guard", "春节中秋两节走访32户"))
    assert "两节" not in texts
    assert "32户" in texts


def test_a_filled_note_is_shown_with_what_it_reads_now() -> None:
    events = [note("study_self", "笔记XX字"), NewEvent(EventKind.FILL, "study_self", "0:8000", 1)]
    used = next(fact for fact in sheet(*events).used if fact.text == "8000字")
    assert used.note == "笔记XX字（补后：笔记8000字）"


def test_the_place_is_listed_without_the_word_in_front_of_it() -> None:
    events = [note("name", "刘建明"), note("place", "清河县白杨镇"), note("post", "副镇长")]
    assert not any(text.startswith("现任") for text in listed(*events))
