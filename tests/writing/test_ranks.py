"""What only some may say: 个人有关事项 from 县处级副职 up, and no deputy leads the town."""

import re

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.interview.office import role_of
from tests.office import recalled, shipped, written
from tests.writing.answering import OUTLINES, everything

LOW = ["乡科级副职", "乡科级正职", "其他职级"]
HIGH = ["县处级副职", "县处级正职"]
DEPUTIES = [kind for kind in OUTLINES if shipped().outlines[kind].role == "deputy"]
OFFICES = (
    r"书记|镇长|乡长|主席|副职|正职|主职|负责人|班长|委员|分管领导|分管范围|主官|一把手|政府工作|作为班子"
)
"""Words that say who somebody is."""
NOT_A_DEPUTYS = r"带领全镇|带领班子|第一责任人|负总责|全镇上下|班长"


def report(kind: str, rank: str) -> str:
    """Everything answered, every declaration confirmed, by somebody of that rank."""
    outline = shipped().outlines[kind]
    choice = NewEvent(EventKind.CHOOSE, "rank", rank)
    yes = NewEvent(EventKind.DECLARE, "decl_personal_matters", "yes")
    return text_of(written(outline, [*everything(outline), choice, yes]))


@pytest.mark.parametrize("kind", OUTLINES)
@pytest.mark.parametrize("rank", LOW)
def test_below_the_county_level_nobody_reports_personal_matters(kind: str, rank: str) -> None:
    assert "个人有关事项" not in report(kind, rank)
    assert "重大事项报告" not in report(kind, rank)


@pytest.mark.parametrize("kind", OUTLINES)
def test_without_a_rank_nobody_is_asked_either(kind: str) -> None:
    assert "decl_personal_matters" not in recalled(shipped().outlines[kind], []).keys


@pytest.mark.parametrize("kind", OUTLINES)
@pytest.mark.parametrize("rank", HIGH)
def test_from_the_county_level_up_a_yes_is_written(kind: str, rank: str) -> None:
    assert "按规定如实报告个人有关事项" in report(kind, rank)


@pytest.mark.parametrize("kind", DEPUTIES)
def test_no_deputy_outline_leads_the_town(kind: str) -> None:
    outline = shipped().outlines[kind]
    parts = [part for section in outline.sections for part in section.walk()]
    ours = [text for part in parts for text in (*part.heading, *part.lead, *part.close)]
    ours += [question.sentence + question.topic + question.example for question in outline.questions()]
    for text in ours:
        assert not re.search(NOT_A_DEPUTYS + "|全镇|辖区", text), text


def test_no_phrase_a_deputy_can_get_leads_the_town() -> None:
    for pool in shipped().phrases.pools.values():
        for phrase in (*pool.lead, *pool.close):
            if not phrase.roles or "deputy" in phrase.roles:
                assert not re.search(NOT_A_DEPUTYS, phrase.text), phrase.text


def test_a_phrase_for_everybody_says_of_nobody_which_office_they_hold() -> None:
    for pool in shipped().phrases.pools.values():
        for phrase in (*pool.lead, *pool.close):
            assert phrase.roles or not re.search(OFFICES, phrase.text), phrase.text


@pytest.mark.parametrize(
    ("post", "role"),
    [
        *[(post, "deputy") for post in ("镇党委副书记", "党委委员、副镇长", "镇长助理", "党工委副书记")],
        *[
            (post, "mayor")
            for post in ("镇长", "镇党委副书记、镇长", "乡长", "街道办事处主任", "副书记 镇长")
        ],
        *[(post, "secretary") for post in ("党委书记", "镇党委书记", "党委书记、人大主席", "书记")],
        *[
            (post, None)
            for post in ("纪委书记", "人大主席", "党委委员、组织委员", "村党支部书记", "武装部部长")
        ],
    ],
)
def test_the_post_says_whose_report_it_is(post: str, role: str | None) -> None:
    state = recalled(shipped().outlines["five-duties"], [NewEvent(EventKind.NOTE, "post", post)])
    assert role_of(state) == role


def test_as_long_as_no_post_is_told_the_kind_of_report_says_it() -> None:
    assert role_of(recalled(shipped().outlines["mayor"], [])) == "mayor"


def test_a_deputy_secretary_is_no_head_of_the_government() -> None:
    outline = shipped().outlines["five-duties"]
    for number in range(20):
        who = (("post", "镇党委副书记"), ("name", f"某{number}"))
        told = [*everything(outline), *(NewEvent(EventKind.NOTE, key, said) for key, said in who)]
        ours = "".join(
            sentence.text for sentence in written(outline, told).sentences() if not sentence.sources
        )
        assert not re.search("政府负责人|正职|主要负责人", ours)


@pytest.mark.parametrize("kind", DEPUTIES)
def test_no_deputys_report_leads_the_town(kind: str) -> None:
    outline = shipped().outlines[kind]
    for number in range(20):
        text = text_of(
            written(outline, [*everything(outline), NewEvent(EventKind.NOTE, "name", f"某{number}")])
        )
        assert not re.search(NOT_A_DEPUTYS, text)


@pytest.mark.parametrize("kind", OUTLINES)
def test_a_phrase_for_one_role_is_in_no_other_roles_report(kind: str) -> None:
    outline = shipped().outlines[kind]
    role = role_of(recalled(outline, everything(outline)))
    foreign = {
        phrase.text
        for pool in shipped().phrases.pools.values()
        for phrase in (*pool.lead, *pool.close)
        if phrase.roles and role not in phrase.roles
    }
    for number in range(10):
        said = written(outline, [*everything(outline), NewEvent(EventKind.NOTE, "name", f"某{number}")])
        assert not foreign & {sentence.text for sentence in said.sentences()}
