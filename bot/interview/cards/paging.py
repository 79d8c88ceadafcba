"""Long lists on cards, a page at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.interview.card import Button
from bot.interview.cards.buttons import button
from bot.interview.texts import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of a list. `number` counts from 0; `first` is the place of the first item in all of it."""

    items: tuple[T, ...]
    number: int
    pages: int
    first: int

    def numbered(self) -> Iterator[tuple[int, T]]:
        """The items with their numbers in the whole list, from 1."""
        return enumerate(self.items, self.first + 1)


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of that number, or the nearest that there is; of nothing, one page with nothing on it."""
    pages = max(-(-len(items) // size), 1)
    number = within(number, pages)
    first = number * size
    return Page(tuple(items[first : first + size]), number, pages, first)


def within(number: int, pages: int) -> int:
    """The number of the page that is meant, or of the nearest that there is."""
    return min(max(number, 0), pages - 1)


def turning(texts: Texts, view: str, number: int, pages: int) -> list[tuple[Button, ...]]:
    """A row of buttons to the pages before and after, as far as there are any."""
    found = []
    if number > 0:
        found.append(button(texts, f"view:{view}:{number - 1}", key="less"))
    if number + 1 < pages:
        found.append(button(texts, f"view:{view}:{number + 1}", key="more"))
    return [tuple(found)] if found else []
