"""One message that fills several placeholders of a note, one after the other: 大棚45亩，投资400万."""

import re
from collections.abc import Mapping

from bot.interview.correction_words import EDGES
from bot.interview.gap import Placeholder, fits, placeholders
from bot.interview.told_anew import UNITS, value_told
from bot.widths import levelled

_CLAUSES = re.compile(r"(?:(?<!\d)[，,]|[，,](?!\d{3})|[；;。、\s])+")


def clauses(text: str) -> list[str]:
    """The parts of a message that one fills in with."""
    return [part for part in _CLAUSES.split(text.strip(EDGES)) if part]


def spread(note: str, index: int, text: str) -> Mapping[int, str]:
    """Which placeholders of the note a message fills, and with what, that was given for one of them.

    Several only if each clause of the message fits a place of its own, in their order, by its unit and by
    what it names.
    """
    said = clauses(text)
    if len(said) > 1:
        several = _in_order(placeholders(note), said)
        if index in several:
            return several
    return {index: text}


def is_for(clause: str, place: Placeholder) -> bool:
    """Whether a figure with its unit, and with a name if it has one, is told of that placeholder."""
    subject, value = value_told(levelled(clause).strip(EDGES))
    if value is None or not fits(clause, place):
        return False
    return not subject or any(subject[at : at + 2] in place.before for at in range(len(subject) - 1))


def tells_of_another(clause: str, place: Placeholder) -> bool:
    """Whether a figure is told of something else, in another unit: 总产是3100吨 for 调处矛盾XX件."""
    subject, value = value_told(levelled(clause).strip(EDGES))
    if value is None or not value.unit or not subject or fits(clause, place):
        return False
    return place.after[:1] in set(UNITS) and not any(sign in place.before for sign in subject)


def _in_order(places: list[Placeholder], said: list[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    at = 0
    for clause in said:
        while at < len(places) and not is_for(clause, places[at]):
            at += 1
        if at == len(places):
            return {}
        found[at] = clause
        at += 1
    return found
