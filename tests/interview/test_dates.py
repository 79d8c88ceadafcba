"""The day that somebody means."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.interview.dates import DayGone, read_day

TODAY = date(2026, 12, 5)
"""A Saturday."""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("12月20日", "2026-12-20"),
        ("12月20日交", "2026-12-20"),
        ("１２月２０号前", "2026-12-20"),
        ("十二月二十日", "2026-12-20"),
        ("12.20", "2026-12-20"),
        ("2027-1-8", "2027-01-08"),
        ("二〇二七年一月八日", "2027-01-08"),
        ("1月5日", "2027-01-05"),
        ("12月5日", "2026-12-05"),
        ("2月29日", "2028-02-29"),
        ("20号", "2026-12-20"),
        ("二十号交", "2026-12-20"),
        ("廿五号", "2026-12-25"),
        ("3号", "2027-01-03"),
        ("下个月3号", "2027-01-03"),
        ("31号", "2026-12-31"),
        ("周五", "2026-12-11"),
        ("下周五", "2026-12-11"),
        ("下星期日", "2026-12-13"),
        ("下下周一", "2026-12-14"),
        ("星期天", "2026-12-06"),
        ("礼拜三前", "2026-12-09"),
        ("今天", "2026-12-05"),
        ("后天", "2026-12-07"),
        ("大后天", "2026-12-08"),
        ("十天后", "2026-12-15"),
        ("两周内", "2026-12-19"),
        ("月底", "2026-12-31"),
        ("下月底之前", "2027-01-31"),
        ("年底", "2026-12-31"),
    ],
)
def test_a_day_is_read_as_it_is_said(said: str, day: str) -> None:
    assert read_day(said, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "said",
    ["", "尽快", "下个月", "20", "12月", "2月30日", "13月1日", "40号", "中心组学习12次", "0月0日", "0号"],
)
def test_what_is_no_day_is_none(said: str) -> None:
    assert read_day(said, TODAY) is None


@pytest.mark.parametrize("said", ["2025年12月20日", "本周一", "这个月3号", "2026-12-4"])
def test_a_day_that_is_gone_is_told_from_no_day(said: str) -> None:
    with pytest.raises(DayGone):
        read_day(said, TODAY)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(0, 300))
def test_month_and_day_find_the_next_such_day(today: date, ahead: int) -> None:
    day = today + timedelta(ahead)
    assert read_day(f"{day.month}月{day.day}日", today) == day


@given(
    st.text("0123456789年月日号下周星期一十.底天后", max_size=12),
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
)
@example("十一十号", date(2024, 1, 1))
def test_no_text_breaks_it_and_no_day_is_past(said: str, today: date) -> None:
    try:
        found = read_day(said, today)
    except DayGone:
        return
    assert found is None or found >= today
