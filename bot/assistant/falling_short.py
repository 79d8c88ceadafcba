"""That a report is shorter than it was to be, what its notes carry, and where it says least."""

from collections import Counter

from bot.interview.outline import OTHER
from bot.interview.profile import wanted_length
from bot.interview.state import DraftState
from bot.interview.texts import Texts
from bot.report import BlockKind, Report

ENOUGH = 0.85
"""This part of the length that is wanted is no reason to say anything."""
NAMED = 3


def falling_short(report: Report, state: DraftState, texts: Texts, *, finished: bool) -> str:
    """One line on its length and the shortest of its sections; empty if it is long enough.

    Before it is `finished` the length is what its notes would come to.

    Sections about which nothing was said are not among them: the card names those anyway.
    """
    wanted = wanted_length(state)
    if wanted is None or report.length >= wanted * ENOUGH:
        return ""
    lengths = Counter[str]()
    for block in report.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            lengths[block.section] += len("".join(block.text.split()))
    parts = [
        part for part in state.outline.sections if lengths[part.key] and not _only_other(state, part.key)
    ]
    shortest = sorted(parts, key=lambda part: lengths[part.key])[:NAMED]
    named = "、".join(texts("short_part", name=part.name, n=lengths[part.key]) for part in shortest)
    return (
        texts("falls_short" if finished else "would_fall_short", n=report.length, wanted=wanted, named=named)
        if named
        else ""
    )


def _only_other(state: DraftState, key: str) -> bool:
    """Whether a section asks nothing but whether there is anything else."""
    asked = next((asked for part, asked in state.asked.by_part if part and part.key == key), ())
    return all(question.key == OTHER for question in asked)
