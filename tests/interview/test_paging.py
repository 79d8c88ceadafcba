"""Long lists on cards: every item on one page, and buttons to the pages there are."""

import pytest

from bot.interview.cards.paging import page_of, turning
from bot.interview.texts import Texts

TEXTS = Texts({"less": "上一页", "more": "下一页"})
NAMES = "甲乙丙丁戊"


def test_every_item_stands_on_one_page_with_its_number_in_the_whole_list() -> None:
    pages = [page_of(NAMES, number, 2) for number in range(3)]
    assert [one for page in pages for one in page.numbered()] == list(enumerate(NAMES, 1))
    assert {page.pages for page in pages} == {3}


@pytest.mark.parametrize(("asked", "shown"), [(-1, "甲乙"), (3, "戊"), (99, "戊")])
def test_a_page_that_is_gone_is_the_nearest_one(asked: int, shown: str) -> None:
    assert "".join(page_of(NAMES, asked, 2).items) == shown


def test_of_nothing_there_is_one_page_and_nothing_to_turn() -> None:
    page = page_of("", 5, 2)
    assert (page.items, page.number, page.pages) == ((), 0, 1)
    assert turning(TEXTS, "gaps", page.number, page.pages) == []


@pytest.mark.parametrize(
    ("number", "actions"),
    [(0, ["view:gaps:1"]), (1, ["view:gaps:0", "view:gaps:2"]), (2, ["view:gaps:1"])],
)
def test_buttons_lead_to_the_pages_before_and_behind(number: int, actions: list[str]) -> None:
    (row,) = turning(TEXTS, "gaps", number, 3)
    assert [button.action for button in row] == actions
