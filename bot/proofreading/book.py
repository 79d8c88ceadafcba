"""The proofreader's rules as frozen data: what to look for, why, and what to say. Loading is the caller's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from bot.proofreading.finding import Severity


class Level(StrEnum):
    """How much weight the source of a rule carries."""

    LAW = "law"
    PARTY = "party"
    STANDARD = "standard"
    DICTIONARY = "dictionary"
    OFFICIAL = "official"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One data rule: fixed strings with their replacement, or one pattern.

    `pairs` maps the wrong string to the right one; None means that a person must find it. `fix` is the
    replacement of a pattern (`\\1`, `\\g<name>`). A pattern's span is its group `w`, or else the whole match.
    Nothing fires inside a string of `unless`, nor for a reporting year outside `since`..`until`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    id: str
    severity: Severity
    reason: str
    source: str
    level: Level = Level.PRACTICE
    question: bool = False
    pairs: Mapping[str, str | None] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    fix: str | None = None
    unless: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    roles: tuple[str, ...] = ()
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    def holds(self, year: int | None, role: str | None) -> bool:
        """Whether the rule applies to a report of that year and role; an unknown year is the present."""
        if self.roles and role not in self.roles:
            return False
        if year is None:
            return self.until is None
        return (self.since is None or year >= self.since) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a rule written as a function says. `message` may hold {span}, {fix} and the rule's own values."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    id: str
    severity: Severity
    message: str
    source: str
    level: Level = Level.PRACTICE
    question: bool = False
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slogan:
    """A numbered set phrase such as 四个意识: its verbs, and its rank among those told in one breath."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    name: str
    rank: int
    verbs: tuple[str, ...]
    best: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Terms that are told together, completely and in this order."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    items: tuple[str, ...]
    partial: bool = False
    """Whether some of them may stand alone; then only their order counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that a report of an earlier year cannot know, and one of a later year no longer tells."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    name: str
    since: int
    until: int | None = None
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a reader looks for in a report of these years; one of `any` is enough."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    any: tuple[str, ...]
    label: str
    since: int = 0
    until: int = 9999
    roles: tuple[str, ...] = ()
    study: bool = False
    """Whether it belongs to what is told of study; otherwise it is missed at the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Nouns with the verbs that do not go with them, and those that do; the first of these is told."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    words: tuple[str, ...]
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    severity: Severity = Severity.LIKELY


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a heading announces: under a heading with one of `headed`, one of `told` is to be read."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    headed: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofbook:
    """All rules and word lists. Ids are unique; every function rule finds its check here."""

    wordings: tuple[Wording, ...]
    checks: Mapping[str, Check]
    slogans: tuple[Slogan, ...] = ()
    series: tuple[Series, ...] = ()
    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    objects: tuple[Pairing, ...] = ()
    subjects: tuple[Pairing, ...] = ()
    topics: tuple[Topic, ...] = ()
    namesakes: tuple[tuple[str, ...], ...] = ()
    """Names of one thing of which a report uses one."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    followers: Mapping[str, str] = field(default_factory=dict)
    """For a character, those that may follow it at the start of a word."""
    vocabulary: Mapping[str, str] = field(default_factory=dict)
    """For a character, the rests of the common words that begin with it, a blank on either side of each."""
    frames: Mapping[str, str] = field(default_factory=dict)
    """How a wording's message is put: `with_fix`, `without_fix`, `question`."""

    def knows(self, word: str) -> bool:
        """Whether it is a common word of two characters or more; 看看, one character twice, is none here."""
        if len(word) < 2 or (len(word) == 2 and word[0] == word[1]):
            return False
        follower = len(word) == 2 and word[1] in self.followers.get(word[0], "")
        return follower or f" {word[1:]} " in self.vocabulary.get(word[0], "")

    def words(self, name: str) -> tuple[str, ...]:
        """A word list; empty if there is none of that name."""
        return self.lists.get(name, ())


class BookKey:
    """A book as a key of a cache: the same object, not an equal one."""

    def __init__(self, book: Proofbook) -> None:
        self.book = book

    def __hash__(self) -> int:
        return id(self.book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BookKey) and other.book is self.book
