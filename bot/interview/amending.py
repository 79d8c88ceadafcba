"""What a note reads once other words have corrected it: exactly what they mean is replaced, nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.interview.belonging import belongs
from bot.interview.correction_words import EDGES, Told, told
from bot.interview.figures import ABOUT, COUNTERS, Figure, bare, counted, figures, likeness, quoted, unitless
from bot.interview.told_anew import Value, value_told
from bot.interview.years_told import is_of, without_year, year_of
from bot.numerals import worth
from bot.widths import levelled

MOST_WAYS = 3
"""As many figures of one kind are offered to be replaced, each by a button."""
SAME_SIZE = 10
_SAME_THING = ("单产", "亩产")
"""Two words for one thing, as long as each other."""
_SCALED = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<scale>[十百千万亿]*)")
_CLAUSE = re.compile(r"[^，,。；;！!？?\n]+")
_STRETCH = re.compile(r"[^，,。；;！!？?\s]+")
"""Who types no marks sets clauses apart by blanks."""
_ABOUT_BEFORE = re.compile(rf"{ABOUT}$")
_DIGITS = re.compile(r"\d+")
_ABOUT_BEHIND = re.compile(r"左右|上下")
_GUESSING = re.compile(r"\A吧(?=$|[，,。；;！!？?、\s])")
"""Who gives the right figure guesses no more."""


@dataclass(frozen=True, slots=True)
class Way:
    """What the corrected note would read; `old` and `new` are the words that change, if not all do.

    Of several notes those are meant with the greatest `likeness`.
    """

    text: str
    old: str = ""
    new: str = ""
    at: int = 0
    behind: str = ""
    """What stays of the note behind them."""
    likeness: int = 0


def ways(before: str, said: str, names: tuple[str, ...] = ()) -> tuple[Way, ...]:
    """What a note reads once these words have corrected it; nothing if they do not read like a correction.

    A bare figure replaces the figure of its unit, one with a name that of the same thing, words the words
    they are set against; other words take the place of the clause that tells of the same, or of all.
    `names` are those of the question that the note answers.
    """
    meant = told(said)
    return amended(before, said, meant, names) if meant else ()


def amended(
    before: str, said: str, meant: Told, names: tuple[str, ...], *, whole: bool = False
) -> tuple[Way, ...]:
    """The same for words that were read already. A `whole` answer may be replaced by quite another one."""
    old = levelled(before)
    if len(old) != len(before):
        return ()
    if meant.old and not meant.value:
        return _words_for_words(before, old, meant)
    if meant.value and (found := by_figure(before, meant, names)):
        return found if len(found) <= MOST_WAYS else _said_last(found)
    if meant.named or not meant.wrong:
        return _words_for_words(before, old, meant) if meant.old and not (meant.value and meant.of) else ()
    if meant.value:
        return ()
    return _by_words(before, old, _own(said, meant.rest), whole=whole)


def _said_last(found: Sequence[Way]) -> tuple[Way, ...]:
    """Of too many figures that may be meant the one that the note ends in."""
    return tuple(way for way in found if not way.behind.strip(EDGES))


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


def _words_for_words(before: str, old: str, meant: Told) -> tuple[Way, ...]:
    """The words that are set against others take their place, a unit behind them is not told twice."""
    if meant.old not in old:
        return ()
    at, new = old.index(meant.old), meant.rest
    behind = before[at + len(meant.old) :]
    for length in range(min(4, len(new) - 1), 0, -1):
        if not meant.old.endswith(new[-length:]) and behind.startswith(new[-length:]):
            behind = behind[length:]
            break
    return (Way(before[:at] + new + behind, meant.old, new, at, behind),)


def _by_words(before: str, old: str, new: str, *, whole: bool) -> tuple[Way, ...]:
    """The clause that tells of the same reads the new words; all if there is one clause, or several anew.

    What tells of nothing that was said there takes no words away, unless the answer is one value.
    """
    clauses = [match.span() for match in _CLAUSE.finditer(old) if match.group().strip()]
    if len(clauses) == 1 and not whole:
        clauses = [match.span() for match in _STRETCH.finditer(old)]
    retold = [part for part in _CLAUSE.findall(levelled(new)) if part.strip()]
    alike = [[start for start, end in clauses if _alike(old[start:end], part)] for part in retold]
    meant = sorted({start for starts in alike for start in starts})
    if len(clauses) <= 1:
        return (Way(new),) if whole or (meant and not _tells_more(old, new)) else ()
    if len(retold) > 1 and len(meant) > 1:
        return (Way(new),)
    chosen = [span for span in clauses if span[0] in meant]
    if len(chosen) > MOST_WAYS:
        return ()
    return tuple(
        Way(before[:start] + new + before[end:], before[start:end], new, start, before[end:])
        for start, end in chosen
    )


def _tells_more(old: str, new: str) -> bool:
    """Whether a clause tells of more than the words that are to take its place."""
    return 2 * len(old) > 3 * len(new) and len(_DIGITS.findall(old)) > len(_DIGITS.findall(new))


def _alike(one: str, other: str) -> bool:
    """Whether both tell of the same: two characters in a row that are no figure, or half of the shorter."""
    pairs = {one[at : at + 2] for at in range(len(one) - 1) if min(one[at : at + 2]) >= "\u4e00"}
    if any(pair in other for pair in pairs):
        return True
    few, many = sorted(({sign for sign in words if sign >= "\u4e00"} for words in (one, other)), key=len)
    return len(few) > 1 and len(few & many) * 2 >= len(few)


def _own(said: str, rest: str) -> str:
    """The rest in the person's own characters: nothing but the lead-in and a stop is taken away."""
    at = levelled(said).rindex(rest) if rest in levelled(said) else -1
    return said[at : at + len(rest)] if at >= 0 else rest


def best(found: Sequence[Way]) -> list[Way]:
    """Those whose name fits best."""
    most = max((way.likeness for way in found), default=0)
    return [way for way in found if way.likeness == most]
