"""One pass over a text: its facts, its clauses, its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..fact import Fact, FactKind
from ..lexicon import Lexicon
from ..text.folding import fold
from ..text.reading import Clause, Reading
from ..text.spans import Claims
from ..text.terms import lines_of, longest
from . import claims as claim
from .attributes import states, with_attributes
from .names import read_names
from .proportions import read_proportions
from .pseudo_numbers import numbered
from .quantities import read_quantities
from .ranks import read_ranks
from .rates import with_bases
from .spoken import without_corrected, without_list_marks
from .times import read_times

_ATTRIBUTES = ("up", "down", "negation", "lacking", "calm", "plan", "doing", "done")
_CLAUSE = re.compile(r"[^,。;!?:\n]+(?:(?<=\d):(?=\d)[^,。;!?:\n]+)*")
_TIMES_A_WEEK = re.compile("(?:周|星期|礼拜)[一二三四五六](?:[次回趟遍]|天(?![晴气亮黑]))")
_WEEKDAYS = re.compile(
    "(?:周|星期|礼拜)[一二三四五六日天]"
    "(?:(?:[、到至和]周?[一二三四五六日天]|(?:周|星期|礼拜)?[一二三四五六日])(?![个次户人家名位年月回趟天]))+"
)
_YEARS = {-2: "前年", -1: "去年", 0: "全年", 1: "明年"}
_HARD = frozenset("。;!?\n")


def read_closely(text: str, lexicon: Lexicon) -> Reading:
    """Read a text into facts and clauses, in folded places. Never raises on any string."""
    folded = without_list_marks(fold(text, lexicon.folds))
    level = folded.text
    lists = lexicon.lists.find(level)
    marks = lists["terms"]
    claims = Claims()
    facts: list[Fact] = []
    for mark in marks.of("fixed"):
        if not _TIMES_A_WEEK.match(level, mark.start):
            claims.take_word(mark.start, mark.end)
    for words in (*_WEEKDAYS.finditer(level), *numbered(level)):
        claims.take_word(*words.span())
    facts += claim.read_gaps(level, lexicon, claims)
    facts += claim.read_documents(level, claims)
    facts += read_proportions(level, lexicon, claims)
    facts += _named_by(lexicon.year, read_times(level, marks, claims))
    facts += read_ranks(level, claims)
    numbers = with_bases(without_corrected(level, list(read_quantities(level, lexicon, claims))))
    titles = list(claim.read_titles(level))
    if titles:
        numbers, facts = _outside_titles(titles, numbers, facts)
    attributes = tuple(longest(marks.of(*_ATTRIBUTES)))
    clauses = _clauses(level)
    synonyms = sorted(
        (mark.start, mark.end, label)
        for mark in marks.of("synonyms")
        for label in lines_of(mark.labels, "synonyms")
    )
    facts += numbers
    facts += titles
    facts += claim.read_honours(level, marks)
    facts += claim.read_activities(level, marks)
    facts += read_names(level, lexicon, claims)
    facts += states(level, attributes)
    facts.sort(key=lambda fact: (fact.start, fact.end))
    facts = with_attributes(level, clauses, attributes, facts)
    return Reading(
        level, clauses, marks, tuple(facts), tuple(synonyms), folded, lists, attributes, lexicon.open_words
    )


def _outside_titles(
    titles: Iterable[Fact], numbers: Iterable[Fact], facts: Iterable[Fact]
) -> tuple[list[Fact], list[Fact]]:
    """The numbers, weak inside a title, and the other facts without the dates inside one."""
    named = Claims()
    for title in titles:
        named.take(title.start, title.end)
    return (
        [fact._replace(weak=True) if named.covers(fact.start, fact.end) else fact for fact in numbers],
        [fact for fact in facts if fact.kind is not FactKind.DATE or not named.covers(fact.start, fact.end)],
    )


def _named_by(year: int | None, dates: Iterable[Fact]) -> Iterator[Fact]:
    """Dates by their names in the report's year, where it is known: in a report of 2025, 2024年 is 去年."""
    names = {} if year is None else {f"Y{year + step}": name for step, name in _YEARS.items()}
    for date in dates:
        yield date._replace(scope=names[date.scope]) if date.scope in names else date


def read(text: str, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Every fact of a text, in its order, with places in the text as given. Never raises on any string.

    `text[fact.start:fact.end]` is `fact.text` for every fact.
    """
    reading = read_closely(text, lexicon)
    return tuple(in_original(reading, fact, text) for fact in reading.facts if fact.unit or not fact.weak)


def in_original(reading: Reading, fact: Fact, text: str) -> Fact:
    """A fact of a reading, placed in the text that was read."""
    start, end = reading.folded.origin(fact.start, fact.end)
    return fact._replace(start=start, end=end, text=text[start:end])


def _clauses(text: str) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    sentence = 0
    at = 0
    for found in _CLAUSE.finditer(text):
        start, end = found.span()
        if not _HARD.isdisjoint(text[at:start]):
            sentence += 1
        clauses.append(Clause(start, end, sentence))
        at = end
    return tuple(clauses) or (Clause(0, len(text), 0),)
