"""The rules of follow-up questions: what each looks for in a person's own words, and what it asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Annotated, Literal

from pydantic import Field

from bot.interview.gap import placeholders
from bot.interview.once import Kept
from bot.interview.outline import Aspect, Key, Question, Role, Strict, Text
from bot.widths import levelled

Near = Literal["clause", "sentence", "note", "answer"]
_BREAKS: dict[str, str] = {"clause": r"[，,。；;！!？?\s]", "sentence": r"[。；;！!？?\n]"}


class Narrow:
    """A note with figures of one width, which is what the rules look for. What was found in it is kept."""

    def __init__(self, note: str) -> None:
        self.text = levelled(note)
        self._found: dict[str, tuple[re.Match[str], ...]] = {}
        self._matching: dict[tuple[str, ...], frozenset[str]] = {}

    def found(self, pattern: str) -> tuple[re.Match[str], ...]:
        """Where the pattern matches."""
        if pattern not in self._found:
            self._found[pattern] = tuple(_compiled(pattern).finditer(self.text))
        return self._found[pattern]

    def matching(self, patterns: tuple[str, ...]) -> frozenset[str]:
        """Those of the patterns that match anywhere in it."""
        if patterns not in self._matching:
            matching = [one for one in patterns if _compiled(one).search(self.text)]
            self._matching[patterns] = frozenset(matching)
        return self._matching[patterns]


class Rule(Strict):
    """One thing that may be asked; prompts/chat/follow-ups.yaml says what each part means."""

    id: Key
    ask: Text
    found: str = ""
    unless: str = ""
    near: Near = "answer"
    want: str = ""
    said: bool = False
    every: bool = False
    only: tuple[Key, ...] = ()
    without: Annotated[tuple[Key, ...], Field(alias="not")] = ()
    aspects: tuple[Aspect | Literal["plain"], ...] = ("plain",)
    roles: tuple[Role, ...] = ()
    fires: tuple[Text, ...]
    silent: tuple[Text, ...]

    def asks(self, question: Question, style: str, role: Role) -> bool:
        """Whether the rule is meant for such a question, put to somebody of that role."""
        return (
            (question.aspect or "plain") in self.aspects
            and (not self.only or style in self.only)
            and style not in self.without
            and (not self.roles or role in self.roles)
        )

    def sees(self, notes: Sequence[Narrow], wants: Sequence[str] = ()) -> str | None:
        """The question that these notes lead to; None if there is nothing to ask."""
        if self.found and not any(note.found(self.found) for note in notes):
            return None
        meant = _meant(self.want, tuple(wants)) if self.want else ()
        want = next((want for want in meant if not self.said or _mentions(notes, want)), "")
        if self.want and not want:
            return None
        open_ones = (
            quote
            for stretch, quote in self._matches(notes)
            if not (self.unless and _compiled(self.unless).search(stretch)) and not placeholders(stretch)
        )
        quotes = list(open_ones if self.every else islice(open_ones, 1))
        return self.ask.format(quote="”“".join(quotes), want=want) if quotes else None

    def _matches(self, notes: Sequence[Narrow]) -> Iterator[tuple[str, str]]:
        """The stretch where `unless` looks, later notes always among it, and the words to quote."""
        texts = [note.text for note in notes]
        if not self.found:
            yield "\n".join(texts), ""
            return
        for number, note in enumerate(notes):
            for match in note.found(self.found):
                quote = match.groupdict().get("quote") or match.group()
                match self.near:
                    case "answer":
                        yield "\n".join(texts), quote
                    case "note":
                        yield "\n".join(texts[number:]), quote
                    case near:
                        around = _around(note.text, match.start(), match.end(), _BREAKS[near])
                        yield "\n".join((around, *texts[number + 1 :])), quote


@dataclass(frozen=True, slots=True)
class Meant:
    """The rules that are meant for one kind of question, in order, and the patterns that they look for."""

    rules: tuple[Rule, ...]
    patterns: tuple[str, ...]

    def found_in(self, notes: Sequence[Narrow]) -> list[Rule]:
        """Those whose pattern is in one of the notes, or that look for none."""
        found = frozenset("").union(*[note.matching(self.patterns) for note in notes])
        return [rule for rule in self.rules if rule.found in found or not rule.found]


class Rules(tuple[Rule, ...]):
    """All rules, in order."""

    def meant_for(self, question: Question, style: str, role: Role) -> Meant:
        """Those that are meant for such a question, put to somebody of that role."""
        kind = question.aspect, style, role
        if kind not in self._by_kind:
            rules = tuple(rule for rule in self if rule.asks(question, style, role))
            self._by_kind[kind] = Meant(
                rules, tuple(dict.fromkeys(rule.found for rule in rules if rule.found))
            )
        return self._by_kind[kind]

    @Kept
    def _by_kind(self) -> dict[tuple[Aspect | None, str, Role], Meant]:
        return {}


def _mentions(notes: Sequence[Narrow], want: str) -> bool:
    """Whether the notes speak of what a figure counts, by two characters in a row: 走访 for 走访户数."""
    return any(note.found(_pairs(want)) for note in notes)


def _around(text: str, start: int, end: int, breaks: str) -> str:
    """The stretch between two breaks that holds a span."""
    before = [match.end() for match in _compiled(breaks).finditer(text, 0, start)]
    after = _compiled(breaks).search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


@cache
def _meant(pattern: str, wants: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a question's figures that a rule is about."""
    return tuple(want for want in wants if _compiled(pattern).search(want))


@cache
def _pairs(want: str) -> str:
    """A pattern for them; it matches nothing where there are none."""
    return "|".join(re.escape(want[at : at + 2]) for at in range(len(want) - 2)) or "(?!)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
