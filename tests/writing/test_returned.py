"""An edited report against the one that was handed over: which sentences read differently."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.writing.returned import Piece, changes, differences, likeness

PIECES = [
    Piece("述职报告\n", False),
    Piece("一、学习\n", False),
    Piece("学习8次。", True),
    Piece("修路6公里。\n", True),
    Piece("二、廉洁\n", False),
    Piece("没有收礼。\n", True),
    Piece("述职人：甲\n", False),
]
OLD = "".join(piece.text for piece in PIECES)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "", {}),
        ("6公里", "8公里", {"修路6公里。": "修路8公里。"}),
        ("修路6公里。", "", {"修路6公里。": ""}),
        ("学习8次。", "学习8次。记笔记3本。", {"学习8次。": "学习8次。记笔记3本。"}),
        ("学习8次。", "又学新的。学习8次。", {"学习8次。": "又学新的。学习8次。"}),
        ("修路6公里。", "修路6公里。\n修桥2座。", {"修路6公里。": "修路6公里。修桥2座。"}),
        ("二、廉洁\n", "二、廉洁\n又加一段。\n", {"没有收礼。": "又加一段。没有收礼。"}),
        ("学习8次。修路", "学习8次，修路", {"学习8次。": "学习8次，修路6公里。", "修路6公里。": ""}),
        ("学习8次。修路6公里。", "都重写：学得好。", {"学习8次。": "都重写：学得好。", "修路6公里。": ""}),
        ("述职人：甲", "述职人：乙", {"述职人：甲": "述职人：乙"}),
        ("学习8次。\n", "学习8次。\n\n", {}),
        ("一、学习\n", "一、学习 \n　　", {}),
    ],
)
def test_changes_are_told_by_sentence(before: str, after: str, found: dict[str, str]) -> None:
    edited = OLD.replace(before, after) if before else OLD
    told = {PIECES[change.number].text.strip(): change.text for change in changes(PIECES, edited)}
    assert told == found


@settings(deadline=None)
@given(st.text("学习8次。修路\n一、", max_size=60))
def test_nothing_of_the_edited_text_is_lost(edited: str) -> None:
    found = {change.number: change.text for change in changes(PIECES, edited)}
    now = "".join(found.get(number, piece.text) for number, piece in enumerate(PIECES))
    assert "".join(now.split()) == "".join(edited.split())
    assert all(a < b for a, b in pairwise(found))


@pytest.mark.timeout(60)
def test_two_hundred_pages_rewritten_from_end_to_end_are_compared_soon() -> None:
    lines = [f"第{n * 7919}条工作按月调度、按季通报，群众比较满意，第{n}项已经办完。\n" for n in range(6000)]
    other = [line[-2::-1] + "\n" for line in lines]
    found = list(differences([[Piece(line, True)] for line in lines], "".join(other)))
    assert len(found) == len(lines)


def test_another_document_is_not_like_the_report() -> None:
    assert likeness(OLD, OLD) == 1
    assert likeness(OLD, OLD.replace("6", "8")) > 0.9
    assert likeness(OLD, "关于开展秋冬季森林防火工作的通知。" * 3) < 0.3
