"""Titles: whole words, a 梯形 or 菱形, nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.title_lines import LONGEST_LINE, title_lines
from bot.documents.widths import width

OFFICE = ("2026年", "平湖县", "大柳镇", "党委副书记、", "镇长", "述职", "述廉")
ODD = ("【待补：职务】", "《条例》", "落实情况", "PM2.5", "关于", "的", "（", "）", "“", "”", " ", "𠮷", "a")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2026年大柳镇党委书记述职述廉报告", ["2026年大柳镇党委书记述职述廉报告"]),
        (
            "2026年汾河省平阳县大柳镇党委书记述职述廉报告",
            ["2026年汾河省平阳县大柳镇", "党委书记述职述廉报告"],
        ),
        (
            "2026年云岭县石桥镇党委副书记、镇长述职述德述廉报告",
            ["2026年云岭县石桥镇", "党委副书记、镇长述职述德述廉报告"],
        ),
        (
            "2026年大柳镇镇长述德述学述职述廉述法报告",
            ["2026年大柳镇镇长", "述德述学述职述廉述法报告"],
        ),
        (
            "2026年度平阳县东城街道党工委副书记、办事处主任述德述学述职述廉述法报告",
            ["2026年度平阳县东城街道", "党工委副书记、办事处主任", "述德述学述职述廉述法报告"],
        ),
    ],
)
def test_titles_break_between_words(title: str, lines: list[str]) -> None:
    assert list(title_lines(title)) == lines


@settings(deadline=None)
@given(st.lists(st.sampled_from(OFFICE + ODD), min_size=1, max_size=24).map("".join))
def test_nothing_is_lost_and_nothing_is_too_wide(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(width(line) <= LONGEST_LINE for line in lines)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_any_text_at_all(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(width(line) <= LONGEST_LINE for line in lines)


@settings(deadline=None)
@given(st.lists(st.sampled_from(OFFICE), max_size=12))
def test_words_stay_whole_and_marks_do_not_lead(words: list[str]) -> None:
    title = "".join(words) + "报告"
    lines = title_lines(title)
    cuts = {sum(map(len, lines[:n])) for n in range(1, len(lines))}
    edges = {sum(map(len, words[:n])) for n in range(1, len(words))}
    assert cuts <= edges
    assert not any(line.startswith(("、", "报告")) for line in lines[1:])
