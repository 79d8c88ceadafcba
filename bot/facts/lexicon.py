"""The phrase book as one frozen object.

Which words mean what, and what may stand without a note behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .fact import Hedge
from .text.classes import Classes
from .text.terms import Terms, WordLists

_IDIOM = 4


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit's group of convertible units and its size in that group."""

    group: str
    factor: Decimal


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything the reader knows beyond its grammar. Build one with `lexicon_from`, share it freely."""

    folds: Mapping[int, str]
    lists: WordLists
    """The lists that every text is read for, by their names (`phrases.py`)."""
    terms: Terms
    """That of them with what its words are labelled as."""
    open_words: Mapping[str, int]
    """Words by which a clause leaves something open or closes it, and what they say of it."""
    campaigns: Terms
    """Those of the terms that name campaigns and political formulas."""
    sayings: frozenset[str]
    """What prose may put in quotation marks of its own accord."""
    plain_meetings: frozenset[str]
    """Meetings as which a report may tell any that the notes have."""
    classes: Classes
    """Things of one kind, of which none must be told as another."""
    contraries: Mapping[str, frozenset[str]]
    """The characters that say the contrary of one: 前 of 后."""
    told_as: Mapping[str, tuple[str, ...]]
    """What reports call something, and the words of notes any of which backs it."""
    grounds: Mapping[str, tuple[str, ...]]
    """What reports never add of their own accord, and the words of notes any of which backs it."""
    shop_words: frozenset[str]
    place_words: frozenset[str]
    """Ordinary words that names are made of."""
    unnamed: frozenset[str]
    """Words before what bears names that tell how it is, or what is done with it."""
    naming_deeds: frozenset[str]
    called_behind: tuple[str, ...]
    called_at_last: tuple[str, ...]
    """What is done with what quoted words call; what stands behind those, or ends them."""
    lucky: frozenset[str]
    luckier: frozenset[str]
    """The characters that traders call themselves by, and those with more that only some do."""
    measures: Mapping[str, Measure]
    kept: Mapping[str, float]
    """How often who tells a note keeps a character of it; what is not in here is as a rule kept."""
    added: frozenset[str]
    """The characters that who tells a note adds freely."""
    name_signs: Mapping[str, int]
    """How much likelier a character stands in a name than alone in prose; if missing, a little less."""
    rhetorical: tuple[str, ...]
    hedges_before: Mapping[str, Hedge]
    hedges_after: Mapping[str, Hedge]
    hedge_ends: frozenset[str]
    """The last characters of the hedges that stand before a number."""
    hedge_starts: frozenset[str]
    """The first characters of the hedges that stand behind one."""
    surnames: frozenset[str]
    strong_surnames: frozenset[str]
    given_names: frozenset[str]
    person_titles: tuple[str, ...]
    person_roles: tuple[str, ...]
    roles: frozenset[str]
    """Titles, roles and trades: what may stand right before a person's name."""
    role_ends: frozenset[str]
    """The last characters of those."""
    not_names: frozenset[str]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    qualifiers: tuple[str, ...]
    plain_land: frozenset[str]
    ordinary_verbs: frozenset[str]
    ordinary: frozenset[str]
    words: frozenset[str]
    vocabulary: frozenset[str]
    common_verbs: frozenset[str]
    title_parts: tuple[str, ...]
    short_names: Mapping[str, str]
    """What provinces are called by one character."""
    unknown: tuple[str, ...]
    allowed: frozenset[str] = field(default_factory=frozenset)
    year: int | None = None

    unit_words: str = ""
    """All unit words as one regular expression."""

    def is_idiom(self, words: str) -> bool:
        """Whether the words are one of four characters that everybody knows: 心无旁骛."""
        return len(words) == _IDIOM and words in self.vocabulary
