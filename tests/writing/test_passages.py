"""An edited text line by line: other forms of old lines, lines put in, lines taken out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.writing.passages import Passage, passages

OLD = [
    "述职报告",
    "一、学习",
    "全年学习8次，记了笔记3本，写了心得2篇。",
    "二、修路",
    "修路6公里，投资120万元，群众出行方便了。",
    "述职人：甲",
]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ([], []),
        (["二、修路", "修桥2座，花了30万元。"], [Passage(4, 4, ("修桥2座，花了30万元。",))]),
        (
            ["二、抓学习", "又学了新的政策文件。", "三、修路"],
            [Passage(3, 3, ("二、抓学习", "又学了新的政策文件。")), Passage(3, 4, ("三、修路",))],
        ),
        (["二、把路修到家门口"], [Passage(3, 4, ("二、把路修到家门口",))]),
        (["二、", "修路"], []),
    ],
)
def test_a_changed_heading_and_what_stands_around_it(new: list[str], found: list[Passage]) -> None:
    edited = [*OLD[:3], *(new or OLD[3:4]), *OLD[4:]]
    assert passages(OLD, edited) == found


def test_a_paragraph_cut_in_two_and_joined_again() -> None:
    cut = [*OLD[:4], "修路6公里，投资120万元，", "群众出行方便了。", OLD[5]]
    assert passages(OLD, cut) == []
    changed = [*cut[:5], "群众出行十分方便。", OLD[5]]
    assert passages(OLD, changed) == [Passage(4, 5, (changed[4], changed[5]))]
    assert passages(cut, OLD) == []
    joined = [*OLD[:2], OLD[2] + OLD[3], "修路6公里，", "投资120万元，群众出行方便了。", OLD[5]]
    assert passages(OLD, joined) == []


def test_a_line_taken_out_between_two_that_changed() -> None:
    edited = ["述职报告", "一、抓学习", "二、抓修路", OLD[4], OLD[5]]
    assert passages(OLD, edited) == [
        Passage(1, 2, ("一、抓学习",)),
        Passage(2, 3, ()),
        Passage(3, 4, ("二、抓修路",)),
    ]


lines = st.lists(st.text("学习修路桥。，一二、", min_size=1, max_size=12), max_size=8)


@settings(deadline=None)
@given(lines, lines)
def test_nothing_is_lost_and_nothing_said_twice(original: list[str], edited: list[str]) -> None:
    now, at = [], 0
    for passage in passages(original, edited):
        assert passage.start >= at
        now += [*original[at : passage.start], *passage.lines]
        at = passage.end
    assert "".join([*now, *original[at:]]) == "".join(edited)
