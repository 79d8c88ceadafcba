"""四个意识, 四个自信, 两个维护, 两个确立: their verbs, their order, their quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.proofreading.book import Slogan
from bot.proofreading.finding import Finding
from bot.proofreading.page import Sentence
from bot.proofreading.reading import Reading

_BEFORE = 14
FIRST_ESTABLISHED = 2022


@dataclass(frozen=True, slots=True)
class Told:
    """One slogan in the text with the words before it in its clause; places count in the whole text."""

    slogan: Slogan
    start: int
    end: int
    lead: str
    quoted: bool

    @property
    def verb(self) -> str | None:
        """The slogan's own verb, if the lead ends with one."""
        return next((verb for verb in self.slogan.verbs if self.lead.endswith(verb)), None)


def slogans(reading: Reading) -> Iterator[Finding]:
    """Wrong verbs anywhere; wrong order, repeats and one left out inside a sentence."""
    for sentence in reading.page.sentences:
        told = list(_told(reading, sentence))
        for one in told:
            yield from _alone(reading, one, every_verb(reading))
        if len(told) > 1:
            yield from _together(reading, told)
            yield from _without_first(reading, told)


def _without_first(reading: Reading, told: list[Told]) -> Iterator[Finding]:
    """四个意识 to 两个维护 since 2022, and 两个确立 nowhere in the report."""
    names = {one.slogan.name for one in told}
    late = reading.year is None or reading.year >= FIRST_ESTABLISHED
    if (
        late
        and reading.page.is_whole
        and {"四个意识", "四个自信", "两个维护"} <= names
        and "两个确立" not in reading.text
    ):
        start, end = told[0].start - told[0].quoted, told[-1].end + told[-1].quoted
        yield reading.finding("politics.slogan-missing", start, end, missing="两个确立")


def every_verb(reading: Reading) -> frozenset[str]:
    """All verbs that any slogan takes, and those it must not take."""
    verbs = {verb for slogan in reading.book.slogans for verb in slogan.verbs}
    return frozenset(verbs | set(reading.book.words("slogan-verbs")))


def _told(reading: Reading, sentence: Sentence) -> Iterator[Told]:
    found = []
    for slogan in reading.book.slogans:
        at = sentence.text.find(slogan.name)
        while at >= 0:
            quoted = sentence.text[at - 1 : at] == "“" if at else False
            lead = sentence.text[max(0, at - _BEFORE) : at].rstrip("“")
            lead = re.split("[，、：。；]", lead)[-1]
            start = sentence.start + at
            found.append(Told(slogan, start, start + len(slogan.name), lead, quoted))
            at = sentence.text.find(slogan.name, at + 1)
    yield from sorted(found, key=lambda one: one.start)


def _alone(reading: Reading, one: Told, verbs: frozenset[str]) -> Iterator[Finding]:
    if not one.quoted:
        yield reading.finding("politics.slogan-quotes", one.start, one.end, fix=f"“{one.slogan.name}”")
    if one.verb is not None:
        return
    wrong = max((verb for verb in verbs if one.lead.endswith(verb)), key=len, default=None)
    if wrong is None:
        return
    start = one.start - one.quoted - len(wrong)
    quotes = ("“", "”") if one.quoted else ("", "")
    end = one.end + one.quoted
    fix = f"{one.slogan.best}{quotes[0]}{one.slogan.name}{quotes[1]}"
    yield reading.finding("politics.slogan-verb", start, end, fix=fix)


def _together(reading: Reading, told: list[Told]) -> Iterator[Finding]:
    names = [one.slogan.name for one in told]
    start, end = told[0].start - told[0].quoted, told[-1].end + told[-1].quoted
    start -= len(told[0].verb or "")
    if len(set(names)) < len(names):
        yield reading.finding("politics.slogan-repeat", start, end)
    elif [one.slogan.rank for one in told] != sorted(one.slogan.rank for one in told):
        yield reading.finding("politics.slogan-order", start, end)
    if {"四个意识", "两个维护"} <= set(names) and "四个自信" not in names:
        yield reading.finding("politics.slogan-missing", start, end, missing="四个自信")
