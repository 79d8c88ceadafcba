"""Two people's reports do not read alike; one person's report is always the same."""

from itertools import combinations, pairwise

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.report import BlockKind
from bot.writing.variants import Variants
from tests.office import shipped, written
from tests.writing.answering import OUTLINES, everything

PEOPLE = ["贺长青", "林致远", "周启明", "冉志宏", "苏晚晴", "马千里", "顾言", "秦岭", "陆遥", "方知远"]


def leads(kind: str, name: str) -> set[str]:
    """The sentences of ours in this person's report."""
    outline = shipped().outlines[kind]
    report = written(outline, [*everything(outline), NewEvent(EventKind.NOTE, "name", name)])
    return {
        sentence.text
        for block in report.blocks
        if block.kind is BlockKind.PARAGRAPH and block.section
        for sentence in block.sentences
        if not sentence.sources
    }


@pytest.mark.parametrize("kind", OUTLINES)
def test_two_people_do_not_share_most_of_their_lead_sentences(kind: str) -> None:
    said = [leads(kind, name) for name in PEOPLE]
    shared = [len(one & other) / len(one | other) for one, other in combinations(said, 2)]
    assert sum(shared) / len(shared) < 0.3
    assert max(shared) < 0.6


@pytest.mark.parametrize("kind", OUTLINES)
def test_no_lead_stands_twice_in_one_report(kind: str) -> None:
    outline = shipped().outlines[kind]
    for name in PEOPLE:
        report = written(outline, [*everything(outline), NewEvent(EventKind.NOTE, "name", name)])
        said = [s.text for block in report.blocks if block.section for s in block.sentences if not s.sources]
        assert len(said) == len(set(said))


def test_the_same_answers_give_the_same_report() -> None:
    outline = shipped().outlines["mayor"]
    assert written(outline, everything(outline)) == written(outline, everything(outline))


def test_a_longer_answer_changes_no_other_sentence() -> None:
    outline = shipped().outlines["mayor"]
    before = text_of(written(outline, everything(outline))).splitlines()
    more = [*everything(outline), NewEvent(EventKind.NOTE, "roads", "又修了一座桥")]
    after = text_of(written(outline, more)).splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_headings_of_one_level_come_from_one_row() -> None:
    for kind in OUTLINES:
        outline = shipped().outlines[kind]
        for name in PEOPLE:
            events = [*everything(outline), NewEvent(EventKind.NOTE, "name", name)]
            text = text_of(written(outline, events))
            rows = {
                row
                for section in outline.sections
                for row, heading in enumerate(section.heading)
                if f"、{heading}\n" in text
            }
            assert len(rows) == 1


def test_variants_deal_every_phrase_before_one_comes_again() -> None:
    dealt = Variants("someone")
    phrases = [f"第{number}句" for number in range(7)]
    said = [dealt.pick("pool", phrases) for _ in range(21)]
    assert all(sorted(said[start : start + 7]) == sorted(phrases) for start in (0, 7, 14))
    assert all(one != other for one, other in pairwise(said))
