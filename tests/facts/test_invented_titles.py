"""Papers and quoted names nobody gave, though they are made of the notes' own words."""

from __future__ import annotations

import pytest

from bot.facts import FindingKind, Lexicon, compare

NOTES = ["网格员考核改了，按月打分", "养老食堂开了2个", "修了村规民约", "学了纪律处分那个条例"]
TOLD = "改进网格员考核，按月打分；开办养老食堂2个；修订村规民约；学习纪律处分条例"


@pytest.mark.parametrize(
    "added",
    [
        "制定《网格员考核办法》",
        "印发《养老食堂管理细则》",
        "依托“银龄守护”监控系统",
        "打通“村企直连”渠道",
        "组建“白鹭先锋”护河志愿队",
    ],
)
def test_a_paper_or_a_name_of_the_notes_own_words_is_found(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.TITLE_INVENTED in {finding.kind for finding in found}


@pytest.mark.parametrize("added", ["修订《村规民约》", "学习《中国共产党纪律处分条例》", "守好群众“钱袋子”"])
def test_what_the_notes_name_may_be_put_in_brackets(added: str, lexicon: Lexicon) -> None:
    found = compare(NOTES, f"{TOLD}；{added}。", lexicon)
    assert FindingKind.TITLE_INVENTED not in {finding.kind for finding in found}
