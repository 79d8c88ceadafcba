"""A signing date without its year: the card shows the date in full, one tap takes it; nothing by itself."""

from datetime import date

import pytest

from bot.interview.dates import nearest_day
from tests.office import Interview

FULL = "写成2026年12月20日"


async def test_one_tap_takes_the_full_date(user: Interview) -> None:
    await user.begins()
    await user.reaches("落款日期")
    card = await user.says("12月20日")
    assert card.shows("落款现在照您说的印成“12月20日”，年月日不全。要印成2026年12月20日吗？")
    card = await user.presses(FULL)
    assert card.said == ["· 2026年12月20日（已更正）"]
    assert not card.shows("年月日不全")
    await user.reaches("道路")
    await user.says("修路3公里")
    assert (await user.finishes()).rstrip().endswith("2026年12月20日")
    await user.commands("undo")
    await user.reaches("落款日期")
    assert user.card.said == ["· 2026年12月20日（已更正）"]


async def test_nothing_is_invented_and_the_report_says_what_was_said(user: Interview) -> None:
    await user.begins()
    await user.reaches("落款日期")
    await user.says("落款12月20号吧")
    await user.reaches("其他情况")
    await user.says("修路3公里")
    await user.presses("下一题")
    assert user.card.offers(FULL), "it is asked once more behind the last question"
    assert "2026年12月20日" not in await user.finishes()
    assert user.card.offers(FULL), "and beside the report"
    user.restarts()
    card = await user.looks()
    await user.does(card.press(FULL))
    assert (await user.finishes()).rstrip().endswith("2026年12月20日")
    assert not user.card.offers(FULL)


@pytest.mark.parametrize("words", ["就写12月20号", "落款12月20号吧", "那就定在12月20号"])
async def test_untaken_only_the_day_itself_is_printed(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("落款日期")
    assert (await user.says(words)).offers(FULL)
    await user.reaches("道路")
    await user.says("修路3公里")
    assert (await user.finishes()).rstrip().endswith("\u3000\u300012月20号")


@pytest.mark.parametrize("words", ["2026年12月20日", "2026.12.20", "等通知", "2026年12月", "12月XX日"])
async def test_a_whole_date_or_none_is_not_asked_about(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("落款日期")
    assert not (await user.says(words)).shows("年月日不全")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12月20日", date(2026, 12, 20)),
        ("十二月二十日", date(2026, 12, 20)),
        ("12.20", date(2026, 12, 20)),
        ("26年12月20日", date(2026, 12, 20)),
        ("1月5日", date(2027, 1, 5)),
        ("11月30号", date(2026, 11, 30)),
        ("20号", date(2026, 12, 20)),
        ("28号", date(2026, 12, 28)),
        ("明天", date(2026, 12, 2)),
        ("年底", date(2026, 12, 31)),
        ("2月29日", None),
        ("13月1日", None),
        ("12月20日交", None),
        ("2026年12月20日", None),
        ("一二十日", None),
        ("", None),
    ],
)
def test_the_nearest_such_day_is_meant(words: str, meant: date | None) -> None:
    assert nearest_day(words, date(2026, 12, 1)) == meant


@pytest.mark.parametrize("yes", ["要", "对", "好的", "是的。", "印", "好，印吧", "Y"])
async def test_a_yes_in_words_takes_the_full_date(user: Interview, yes: str) -> None:
    await user.begins()
    await user.reaches("落款日期")
    await user.says("12月20日")
    assert (await user.says(yes)).said == ["· 2026年12月20日（已更正）"]


@pytest.mark.parametrize("no", ["不用", "不要", "就这样", "算了"])
async def test_a_no_in_words_leaves_the_date_as_it_was_said(user: Interview, no: str) -> None:
    await user.begins()
    await user.reaches("落款日期")
    await user.says("12月20日")
    card = await user.says(no)
    assert card.said == ["· 12月20日"]
    assert card.notice == "好的，落款就照您说的印。"
