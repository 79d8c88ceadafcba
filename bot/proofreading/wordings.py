"""The data rules at work: fixed strings by Aho–Corasick in one pass, patterns one by one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import ahocorasick

from bot.proofreading.book import BookKey, Wording
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

LONGEST_GUARD = 24
Hit = tuple[int, int, Wording, str | None]


def wordings(reading: Reading) -> Iterator[Finding]:
    """Everything the data rules find; the longest of several fixed strings of one rule wins."""
    holding = {id(rule): rule for rule in reading.book.wordings if rule.holds(reading.year, reading.role)}
    hits, shields = _strings(reading, holding)
    for start, end, rule, right in hits:
        if not _shielded(start, end, shields.get(id(rule))):
            yield reading.word_finding(rule, start, end, right)
    for rule in holding.values():
        if rule.pattern is None:
            continue
        for match in rule.pattern.finditer(reading.text):
            start, end = _marked(match)
            if start < end and not _shielded(start, end, shields.get(id(rule))):
                yield reading.word_finding(
                    rule, start, end, None if rule.fix is None else match.expand(rule.fix)
                )


def _strings(reading: Reading, holding: dict[int, Wording]) -> tuple[list[Hit], dict[int, dict[int, int]]]:
    hits: list[Hit] = []
    shields: dict[int, dict[int, int]] = {}
    automaton = _automaton(BookKey(reading.book))
    if automaton is None:
        return hits, shields
    for last, (length, wrongs, guards) in automaton.iter(reading.text):
        start, end = last - length + 1, last + 1
        for rule, right in wrongs:
            if id(rule) in holding:
                hits.append((start, end, rule, right))
        for rule in guards:
            rights = shields.setdefault(id(rule), {})
            rights[start] = max(end, rights.get(start, end))
    return _longest(hits), shields


def _longest(hits: list[Hit]) -> list[Hit]:
    """Without those that lie inside another hit of the same rule."""
    kept: list[Hit] = []
    reach: dict[int, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if hit[1] > reach.get(id(hit[2]), -1):
            reach[id(hit[2])] = hit[1]
            kept.append(hit)
    return kept


def _marked(match: re.Match[str]) -> tuple[int, int]:
    """The place of the group `w` or `w2`, whichever took part, or else of the whole match."""
    for name in ("w", "w2"):
        if name in match.re.groupindex and match.start(name) >= 0:
            return match.span(name)
    return match.span()


def _shielded(start: int, end: int, rights: dict[int, int] | None) -> bool:
    if not rights:
        return False
    return any(rights.get(left, -1) >= end for left in range(max(0, start - LONGEST_GUARD), start + 1))


@lru_cache(maxsize=4)
def _automaton(same: BookKey) -> Any:
    wrongs: dict[str, list[tuple[Wording, str | None]]] = {}
    guards: dict[str, list[Wording]] = {}
    for rule in same.book.wordings:
        for wrong, right in rule.pairs.items():
            wrongs.setdefault(wrong, []).append((rule, right))
        for guard in rule.unless:
            guards.setdefault(guard, []).append(rule)
    if not wrongs and not guards:
        return None
    automaton = ahocorasick.Automaton()
    for word in {*wrongs, *guards}:
        automaton.add_word(word, (len(word), wrongs.get(word, []), guards.get(word, [])))
    automaton.make_automaton()
    return automaton
