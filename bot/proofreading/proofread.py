"""All rules over one text."""

from collections.abc import Callable, Iterator

from bot.proofreading import (
    contradictions,
    counts,
    dates,
    deeds,
    doubled,
    eras,
    growth,
    headings,
    levels,
    marks,
    naming,
    opening,
    pairings,
    partners,
    parts,
    problems,
    rates,
    reckoned,
    repeats,
    sequences,
    series,
    slips,
    slogans,
    strangers,
    sums,
    voice,
    wordings,
    years,
)
from bot.proofreading.book import Proofbook
from bot.proofreading.finding import Finding
from bot.proofreading.page import Page
from bot.proofreading.reading import Reading, weight

WEAKEST = "sentences.pairing-likely"
ONE_MATTER = ("figures", "marks", "words", "leftovers", "politics")
"""Kinds of rules of which no two have different things to say about exactly the same characters."""
Rule = Callable[[Reading], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    wordings.wordings,
    pairings.pairings,
    headings.order,
    headings.marks,
    headings.stops,
    levels.skipped,
    levels.inside,
    levels.bare,
    levels.alike,
    sequences.sequences,
    partners.ends,
    sequences.opened,
    partners.partners,
    partners.conjunctions,
    marks.half_width,
    marks.pairs,
    marks.straight_quotes,
    marks.blanks,
    marks.percents,
    marks.line_ends,
    marks.salutation,
    marks.closing,
    marks.indents,
    doubled.doubled,
    slips.slips,
    strangers.strangers,
    slogans.slogans,
    series.series,
    dates.dates,
    voice.voices,
    repeats.repeats,
    sums.totals,
    sums.kinds,
    sums.two_figures,
    sums.two_counts,
    sums.same_thing,
    rates.rates,
    reckoned.reckoned,
    counts.counts,
    growth.growth,
    contradictions.contradictions,
    parts.parts,
    parts.proportions,
    problems.problems,
    opening.speaker,
    opening.promised,
    opening.listed,
    opening.led_by,
    deeds.without_facts,
    deeds.announced,
    naming.names,
    naming.foreign,
    naming.ranks,
    naming.degrees,
    years.years,
    eras.eras,
)


def proofread(
    text: str,
    book: Proofbook,
    *,
    year: int | None = None,
    role: str | None = None,
    wish_length: int | None = None,
) -> tuple[Finding, ...]:
    """Every finding in reading order, one for each place and message; never raises, whatever the text.

    `role` is deputy, mayor or secretary; a year or role not given is read from the text where it is told.
    `wish_length` counts non-blank characters.
    """
    reading = Reading(Page(text), book, year, role, wish_length)
    found = [finding for rule in RULES for finding in rule(reading)]
    return tuple(_one_each(sorted(_without_echoes(found), key=_order)))


def _without_echoes(found: list[Finding]) -> Iterator[Finding]:
    """Without likely pairs of verb and noun where another rule on words or sentences marks the place."""
    others = [
        (one.start, one.end)
        for one in found
        if one.rule.startswith(("sentences.", "words.")) and one.rule != WEAKEST
    ]
    for one in found:
        if one.rule != WEAKEST or not any(one.start < end and start < one.end for start, end in others):
            yield one


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.start, finding.end, -weight(finding.severity), finding.rule


def _one_each(found: list[Finding]) -> Iterator[Finding]:
    """Without a second finding that says the same of the same place; the weightiest comes first.

    Two rules on one matter say the same, unless one of them knows how to put it right and the other does not.
    """
    seen: set[tuple[int, int, str]] = set()
    for finding in found:
        matter = finding.rule.partition(".")[0]
        told = matter if finding.fix is None and matter in ONE_MATTER else finding.message
        key = (finding.start, finding.end, told if finding.fix is None else finding.fix)
        if key not in seen:
            seen.add(key)
            yield finding
