"""Which figure of a note another one takes the place of: told by its unit, its name, its year, its size."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.interview.belonging import belongs
from bot.interview.correction_words import Told
from bot.interview.figures import ABOUT, COUNTERS, Figure, bare, counted, figures, likeness, quoted, unitless
from bot.interview.told_anew import Value, value_told
from bot.interview.way import Way
from bot.interview.years_told import is_of, without_year, year_of
from bot.numerals import worth
from bot.widths import levelled

SAME_SIZE = 10
_SAME_THING = ("单产", "亩产")
"""Two words for one thing, as long as each other."""
_SCALED = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<scale>[十百千万亿]*)")
_ABOUT_BEFORE = re.compile(rf"{ABOUT}$")
_ABOUT_BEHIND = re.compile(r"左右|上下")
_GUESSING = re.compile(r"\A吧(?=$|[，,。；;！!？?、\s])")
"""Who gives the right figure guesses no more."""


def by_figure(before: str, meant: Told, names: tuple[str, ...]) -> tuple[Way, ...]:
    """The note with one figure replaced, a way for each that the name fits best."""
    value, old = meant.value, levelled(before)
    if value is None:
        return ()
    said, of = old.replace(*_SAME_THING), meant.of.replace(*_SAME_THING)
    year, of = year_of(of), without_year(of)
    was = _of_that(of, year, _candidates(said, meant, value), said, names)
    least = 0 if of and not (meant.old or year) else 1
    like = [max(likeness(of, one, names), least) if of else 1 for one in was]
    most = max(like, default=0)
    places = [one for one, alike in zip(was, like, strict=True) if alike == most > 0]
    if any(old[one.start : one.end] == _told_there(one, value) for one in places):
        return (Way(before, likeness=most),) if meant.wrong else ()
    return tuple(_replaced(before, one, value, most) for one in places)


def _of_that(
    of: str, year: str, candidates: Sequence[Figure], note: str, names: tuple[str, ...]
) -> list[Figure]:
    """The figures of the thing that is named, and of its year if that is named too.

    What tells nothing but its year is of the thing told before it: 亩产480公斤，去年是四百六.
    """
    found, still = [], False
    for one in candidates:
        only_year = bool(year and year_of(one.ahead)) and not bare(without_year(one.ahead))
        still = not of or belongs(of, one, note, names) or (only_year and still)
        if still and not year:
            found.append(one)
        elif still and is_of(year, one):
            found.append(replace(one, ahead=without_year(one.ahead)))
    return found


def _candidates(note: str, meant: Told, value: Value) -> list[Figure]:
    """The figures that may be meant: of that unit, without one but of about that size, or as quoted."""
    found = list(figures(note, value.unit))
    if not found and not value.tail:
        found = list(counted(note, value.unit))
    if meant.old:
        return (
            [one for one in found if note.startswith(meant.old, one.start)]
            or list(quoted(note, meant.old))
            or _counted_otherwise(note, meant.old, value)
        )
    if not meant.of:
        return found
    now = worth(value.number) or 0
    starts = {one.start for one in found}
    bare = (one for one in unitless(note) if one.start not in starts)
    alike = [one for one in bare if now < (worth(one.number) or 0) * SAME_SIZE < now * SAME_SIZE**2]
    return sorted([*found, *alike], key=lambda one: one.start)


def _counted_otherwise(note: str, old: str, now: Value) -> list[Figure]:
    """The only figure of that value, whichever measure word counts it: 6个问题 for 6项."""
    was = value_told(old)[1]
    if was is None or was.unit[:1] not in COUNTERS or now.tail:
        return []
    found = [one for unit in COUNTERS for one in counted(note, unit + was.unit[1:])]
    alike = [one for one in found if worth(one.number) == worth(was.number)]
    return alike if len(alike) == 1 else []


def _replaced(before: str, place: Figure, value: Value, like: int) -> Way:
    """The note with the figure in the place of another; hedges and a scale are not told twice."""
    start, end, new = place.start, place.end, _told_there(place, value)
    if value.about or value.tail:
        start = hedge.start() if (hedge := _ABOUT_BEFORE.search(before[:start])) else start
        end = hedge.end() if (hedge := _ABOUT_BEHIND.match(before, end)) else end
    was, now = _SCALED.fullmatch(place.number), _SCALED.fullmatch(value.number)
    if was and now and not value.unit and was["scale"] and not now["scale"]:
        earlier, later = Decimal(was["value"]), Decimal(now["value"])
        if earlier < later * SAME_SIZE < earlier * SAME_SIZE**2:
            new = value.about + value.number + was["scale"] + value.tail
    behind = before[end:] if value.about or value.tail else _GUESSING.sub("", before[end:], count=1)
    if behind[:1].isspace() and new[-1:] == behind.lstrip()[:1] and not new[-1:].isdigit():
        behind = behind.lstrip()[1:]
    return Way(before[:start] + new + behind, before[start:end], new, start, behind, like)


def _told_there(place: Figure, value: Value) -> str:
    """The figure as it is put there: a measure word that stays behind it is not told twice."""
    return value.about + value.number if place.counted else value.text
