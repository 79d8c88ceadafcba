"""Numbers that follow from given ones pass only where the text says what they are."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare

NUMBERS = {
    FindingKind.NUMBER_CHANGED,
    FindingKind.NUMBER_INVENTED,
    FindingKind.TOTAL_INVENTED,
    FindingKind.UNIT_SWAPPED,
    FindingKind.DIRECTION_FLIPPED,
}


def kinds(notes: list[str], text: str, lexicon: Lexicon) -> set[FindingKind]:
    return {finding.kind for finding in compare(notes, text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("信访案件去年31件，今年12件", "信访案件由去年的31件下降到12件，减少19件。"),
        ("死亡事故今年1起 去年3起", "全年发生死亡事故1起，比上年减少2起。"),
        ("交办问题14个，整改12个", "交办问题14个，已整改12个，其余2个正在整改。"),
        ("低保标准从560提到610块", "低保标准由560元提高到610元，增加50元。"),
        ("满意度去年90%今年93%", "满意度由90%提升到93%，提高3个百分点。"),
        ("产值去年200万今年250万", "产值由200万元增长到250万元，增长25%。"),
        ("护理员配了11个，大概是五个老人一个", "配备护理员11名，与老人之比约为1∶5。"),
        ("均价每斤85块", "均价每公斤170元。"),
        ("抽水站两座，一座在牛角湾，一座在上洋", "在牛角湾、上洋各建抽水站1座。"),
    ],
)
def test_what_the_text_says_to_follow_passes(note: str, text: str, lexicon: Lexicon) -> None:
    assert compare([note], text, lexicon) == ()


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("信访案件去年31件，今年12件", "信访案件由去年的31件下降到19件。"),
        ("信访案件去年31件，今年12件", "受理信访案件19件，去年31件。"),
        ("死亡事故今年1起 去年3起", "全年发生死亡事故1起，比上年减少3起。"),
        ("交办问题14个，整改12个，剩2个没改", "交办问题14个，已整改12个，剩余3个没有整改。"),
        ("交办问题14个，整改12个", "交办问题14个，已整改2个。"),
        ("满意度去年90%今年93%", "满意度由90%提升到93%，提高3%。"),
        ("产值去年200万今年250万", "产值由200万元增长到250万元，增长20%。"),
        ("均价每斤85块", "均价每公斤85元。"),
        ("甲村5户，乙村8户", "两村共13户。"),
    ],
)
def test_what_only_equals_a_result_is_found(note: str, text: str, lexicon: Lexicon) -> None:
    assert kinds([note], text, lexicon) & NUMBERS
