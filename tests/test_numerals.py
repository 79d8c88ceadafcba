"""Numerals: what is written in figures, in words or as people say it is worth the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.numerals import chinese, in_figures, in_row, number_of, worth

COUNTS = st.integers(1, 9999)


@given(COUNTS)
def test_what_is_written_in_words_is_read_as_the_number_it_was(number: int) -> None:
    assert worth(chinese(number)) == worth(str(number)) == number


@given(COUNTS, st.integers(1000, 9999))
def test_so_is_what_counts_ten_thousands_and_hundred_millions(many: int, rest: int) -> None:
    assert worth(f"{chinese(many)}万{chinese(rest)}") == many * 10_000 + rest
    assert worth(f"{chinese(many)}亿{chinese(rest)}万") == many * 10**8 + rest * 10_000


@given(st.decimals(0, 99_999, places=3, allow_nan=False))
def test_a_scale_multiplies_a_figure_exactly(figure: Decimal) -> None:
    assert worth(f"{figure}万") == figure * 10_000
    assert worth(f"{figure}") == figure


@given(st.integers(1000, 9999))
def test_a_year_reads_the_same_in_a_row_of_digits(year: int) -> None:
    assert in_figures(in_row(str(year)) + "年") == f"{year}年"
    assert number_of(in_row(str(year))) == year


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("五百二", "520"),
        ("一万八千", "18000"),
        ("五百零五", "505"),
        ("三万零五", "30005"),
        ("一亿三千万", "130000000"),
        ("３.５万", "35000"),
        ("1.9万", "19000"),
        ("二〇二六", "2026"),
    ],
)
def test_a_figure_is_worth_what_people_mean_by_it(figure: str, value: str) -> None:
    assert worth(figure) == Decimal(value)


@pytest.mark.parametrize("words", ["", "七八百", "十三十", "十十", "二百户", "1.2.3", "半"])
def test_what_is_no_single_number_is_worth_nothing(words: str) -> None:
    assert worth(words) is None


@pytest.mark.parametrize(
    ("run", "number"), [("二三", 23), ("廿五", 25), ("廿", 20), ("卅一", 31), ("十二", 12), ("一二十", None)]
)
def test_days_months_and_short_years_are_read_as_they_are_said(run: str, number: int | None) -> None:
    assert number_of(run) == number
