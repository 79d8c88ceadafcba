"""Brief prose that leaves less open than its notes: 挖到二队就停了，到现在没动 told as 停工，目前已经复工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..finding import Finding, FindingKind
from ..text.leaving_open import is_relieved
from .brief import Brief, Span

_CLOSES = ("sure",)
_CHANGES = ("sure", "coming", "pending", "partly")
_STOPPED = frozenset("停断关搁撂")


def check_balance(brief: Brief) -> Iterator[Finding]:
    """The clause that tells a denial or a plan as so, where fewer clauses leave something open than did.

    It says outright that something is so, and tells no other stretch of the notes as well.
    """
    kinds = FindingKind.NEGATION_CHANGED, FindingKind.STATUS_CHANGED
    given = brief.denied, brief.open, [*brief.denied, *brief.harmless]
    told = brief.told_denied, brief.told_open, brief.told_whole
    for open_given, open_told, names, kind in (
        (given[0], told[0], _CHANGES, kinds[0]),
        (given[1], told[1], _CLOSES, kinds[1]),
        (given[2] if brief.harmless else [], told[2], _CHANGES, kinds[0]),
    ):
        clause = _closing(brief, open_given, open_told, names) if len(open_told) < len(open_given) else None
        if clause is not None:
            yield brief.trial.told(kind, *clause)
            return


def _closing(brief: Brief, given: Sequence[Span], told: Sequence[Span], names: Sequence[str]) -> Span | None:
    """The first clause that leaves nothing open, and tells of none of the stretches that do not either."""
    others = [one for one in brief.stretches if one not in given]
    stopped = not _STOPPED.isdisjoint(brief.trial.notes.text)
    for clause in brief.clauses:
        goes_on = brief.goes_on(clause)
        if (
            clause in told
            or brief.is_heading(clause)
            or not (goes_on or any(brief.told.says(name, *clause) for name in names))
        ):
            continue
        if is_relieved(brief.trial.notes.text, brief.trial.prose.text[slice(*clause)]):
            continue
        if stopped and goes_on:
            return clause
        best = max([_likeness(brief, one, clause) for one in given])
        other = max([_likeness(brief, one, clause) for one in others], default=0.0)
        if not other or best > other or (not told and best == other):
            return clause
    return None


def _likeness(brief: Brief, stretch: Span, clause: Span) -> float:
    notes, prose = brief.trial.notes, brief.trial.prose
    said = notes.signs_of(*stretch) | notes.figures_in(*stretch)
    return brief.trial.rarity(said & (prose.signs_of(*clause) | prose.figures_in(*clause)))
