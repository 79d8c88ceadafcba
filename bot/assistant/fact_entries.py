"""The fact sheet for the chat: short entries, to be leafed through."""

from datetime import datetime

from bot.facts.sheet import FactSheet, UsedFact
from bot.interview.cards.words import shortened
from bot.interview.returning import CHINA, day_in_words
from bot.interview.texts import Texts

SHOWN = 120
"""Characters of a sentence or a note."""


def fact_entries(sheet: FactSheet, texts: Texts) -> tuple[str, ...]:
    """One entry each: facts with sentence and note, gaps, what was confirmed and when, what is not used."""
    facts = (
        "\n".join(
            (
                texts("facts_line", n=number, fact=fact.text),
                texts("facts_place", sentence=shortened(fact.sentence, SHOWN)),
                _source(fact, texts),
            )
        )
        for number, fact in enumerate(sheet.used, 1)
    )
    gaps = (texts("facts_gap", gap=gap) for gap in sheet.gaps)
    confirmed = (
        texts("facts_confirmed", sentence=shortened(one.sentence, SHOWN), at=_moment(one.at, texts))
        for one in sheet.confirmed
    )
    unused = (
        texts("facts_unused", fact=fact.text, reason=texts(fact.reason), note=shortened(fact.note, SHOWN))
        for fact in sheet.unused
    )
    return *facts, *gaps, *confirmed, *unused


def _source(fact: UsedFact, texts: Texts) -> str:
    if fact.note:
        return texts("facts_source", question=fact.question, note=shortened(fact.note, SHOWN))
    if fact.by_hand:
        return texts("facts_by_hand")
    return texts("facts_chosen", question=fact.question) if fact.question else texts("facts_ours")


def _moment(at: datetime | None, texts: Texts) -> str:
    if at is None:
        return ""
    return f"{day_in_words(at, texts)}{at.astimezone(CHINA):%H:%M}"
