"""Ranks, campaigns, meetings, bases and denials that differ from the notes by one word, or in words only."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare


@pytest.mark.parametrize(
    ("note", "text", "kind"),
    [
        ("合格率镇里第一", "合格率居全县首位。", FindingKind.RANK_CHANGED),
        ("差错率全县最低", "差错率为全市最低。", FindingKind.RANK_CHANGED),
        ("占道经营查了40起", "开展占道经营百日清零行动，查处40起。", FindingKind.CAMPAIGN_INVENTED),
        ("误工补贴每户每月200元", "误工补贴每人每月200元。", FindingKind.UNIT_SWAPPED),
        ("厨房改造通过了市场所的抽查", "厨房改造未通过市场所的抽查。", FindingKind.NEGATION_CHANGED),
        ("村里种了梨树60亩", "种植梨树60亩，不断举办梨花文化节。", FindingKind.MEETING_INVENTED),
        ("村里种了梨树60亩", "种植梨树60亩，将举办梨花文化节。", FindingKind.MEETING_INVENTED),
    ],
)
def test_one_word_makes_another_fact(note: str, text: str, kind: FindingKind, lexicon: Lexicon) -> None:
    assert kind in {finding.kind for finding in compare([note], text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("合格率县里第一", "合格率居全县首位。"),
        ("误工补贴每人每月200元", "误工补贴人均每月200元。"),
        ("厨房改造没通过市场所的抽查", "厨房改造未通过市场所的抽查。"),
        ("明年想主攻菌菇，还没定", "明年有意主攻菌菇，尚未敲定，仍需深入论证。"),
        ("梨花节没办 县里不让", "梨花节因县里未准举办而作罢。"),
    ],
)
def test_the_same_in_other_words_is_left_alone(note: str, text: str, lexicon: Lexicon) -> None:
    assert compare([note], text, lexicon) == ()
