"""Levels that no note names, and places among others told in words."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare


def kinds(note: str, text: str, lexicon: Lexicon) -> set[FindingKind]:
    return {finding.kind for finding in compare(note.split("/"), text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("县里批评了城建办/超期的6件办完了", "超期6件全部办完，此前城建办为此受到市里批评。"),
        ("县纪委通报了1次", "被市纪委通报1次。"),
        ("我们镇拿了州级示范镇", "我镇获评省级示范镇。"),
        ("舞龙队去市里参赛", "舞龙队赴省参赛。"),
        ("水厂通过了县里的验收", "水厂顺利通过省级验收。"),
        ("满意度排在全县中游", "群众满意度位居全县上游。"),
        ("五个片里，我们片第二\n迟到的通报了4人", "五个片中，我片排名居首，对迟到的4人予以通报。"),
    ],
)
def test_another_level_or_place_is_found(note: str, text: str, lexicon: Lexicon) -> None:
    assert kinds(note, text, lexicon) & {FindingKind.RANK_CHANGED, FindingKind.FACT_MISSING}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("县里批评了城建办/超期的6件办完了", "城建办受到县里批评后，超期6件全部办完。"),
        ("县纪委通报了1次", "被县纪委通报1次，严格落实中央八项规定精神。"),
        ("舞龙队去市里参赛", "舞龙队赴市参赛。"),
        ("区里验收过了水厂", "水厂顺利通过县级验收。"),
        ("满意度排在全县中游", "群众满意度居于全县中游水平。"),
        ("巡河每周两趟，上游的垃圾清了", "每周巡河2次，上游垃圾全部清理。"),
    ],
)
def test_the_same_level_and_place_are_left_alone(note: str, text: str, lexicon: Lexicon) -> None:
    assert not kinds(note, text, lexicon)
