"""Prose against the notes it was written from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.facts import FindingKind, Lexicon, compare, locate
from bot.library.lexicon import load_lexicon

PROMPTS = Path(__file__).parents[2] / "prompts"


@pytest.mark.parametrize(
    ("notes", "prose"),
    [
        ("到位资金3.2亿", "积极招商引资，实际到位资金32000万元，取得明显成效。"),
        ("甲村5户乙村8户", "坚持因户施策，甲村、乙村分别帮扶5户、8户。"),
        ("修了5里路，花了八十多万", "投入80余万元，新修道路2.5公里。"),
        ("低保大概一千二百来户", "全镇低保户约1200户。"),
        ("上半年开了12次会", "上半年，共召开会议12次。"),
        ("XX户危房没改", "尚有【待补：户数】户危房未改造。"),
        ("税收从3520万涨到3870万", "税收由3520万元增加到3870万元。"),
        ("没有越级上访", "未发生越级上访。"),
        ("打算明年修通石岭的路", "下一步，计划明年修通石岭道路。"),
    ],
)
def test_good_prose_is_left_alone(notes: str, prose: str, lexicon: Lexicon) -> None:
    assert compare([notes], prose, lexicon) == ()


@pytest.mark.parametrize(
    ("notes", "prose", "kind"),
    [
        ("走访320户", "走访群众230户。", FindingKind.NUMBER_CHANGED),
        ("走访群众", "走访群众230户。", FindingKind.NUMBER_INVENTED),
        ("走访320户", "走访群众320人。", FindingKind.UNIT_SWAPPED),
        ("危桥改了6座，每座补两千", "改造危桥6座，每户补助2000元。", FindingKind.UNIT_SWAPPED),
        ("投入320万元", "投入资金320元。", FindingKind.SCALE_CHANGED),
        ("税收增长5%", "税收下降5%。", FindingKind.DIRECTION_FLIPPED),
        ("二期没有开工", "二期业已开工。", FindingKind.NEGATION_CHANGED),
        ("走访329户", "走访群众300余户。", FindingKind.HEDGE_CHANGED),
        ("走访近百户", "走访群众百余户。", FindingKind.HEDGE_CHANGED),
        ("考核全县第三名", "考核位列全县第一名。", FindingKind.RANK_CHANGED),
        ("上半年走访320户", "全年走访群众320户。", FindingKind.DATE_CHANGED),
        (
            "甲村修路5公里，乙村修路8公里",
            "两村累计修路13公里，甲村5公里、乙村8公里。",
            FindingKind.TOTAL_INVENTED,
        ),
        ("培训群众XX人次", "培训群众186人次。", FindingKind.PLACEHOLDER_FILLED),
        ("打算建设文化广场", "文化广场已建成投用。", FindingKind.STATUS_CHANGED),
        ("甲村5户乙村8户", "甲村8户、乙村5户。", FindingKind.SUBJECTS_EXCHANGED),
        ("走访320户", "在红岩村走访群众320户。", FindingKind.NAME_INVENTED),
        ("走访320户", "走访群众320户，获评全市先进集体。", FindingKind.HONOUR_INVENTED),
        ("走访320户", "召开信访工作推进会，走访群众320户。", FindingKind.MEETING_INVENTED),
        ("走访320户", "研读《乡土中国》，走访群众320户。", FindingKind.TITLE_INVENTED),
        ("走访320户", "以党纪学习教育为契机，走访群众320户。", FindingKind.CAMPAIGN_INVENTED),
        ("走访320户", "走访群众320户，从未收受礼金。", FindingKind.DECLARATION_INVENTED),
        (
            "走访320户",
            "走访群众320户；面对说情打招呼，本人一概回绝。",
            FindingKind.DECLARATION_INVENTED,
        ),
        ("走访320户，修路5公里", "走访群众320户。", FindingKind.FACT_MISSING),
    ],
)
def test_every_kind_is_found(notes: str, prose: str, kind: FindingKind, lexicon: Lexicon) -> None:
    assert kind in {finding.kind for finding in compare([notes], prose, lexicon)}


def test_a_finding_points_at_the_span_and_the_note(lexicon: Lexicon) -> None:
    prose = "新修道路5公里，走访群众230户。"
    (finding,) = compare(["修路5公里", "走访320户"], prose, lexicon)
    start, end = finding.span
    assert prose[start:end] == finding.excerpt == "230户"
    assert finding.note == 1


def test_a_year_pack_allows_its_campaigns() -> None:
    notes, prose = ["走访320户"], "以党纪学习教育为契机，走访群众320户。"
    assert compare(notes, prose, load_lexicon(PROMPTS, 2024)) == ()
    assert compare(notes, prose, load_lexicon(PROMPTS)) != ()


def test_every_fact_of_the_notes_is_placed(lexicon: Lexicon) -> None:
    notes = ["走访320户", "修路5公里"]
    prose = "走访群众320户。"
    placed = {(one.note, one.fact.text): one.places for one in locate(notes, prose, lexicon)}
    assert [prose[start:end] for start, end, _ in placed[0, "320户"]] == ["320户"]
    assert placed[1, "5公里"] == ()
