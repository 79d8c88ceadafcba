"""Facts that the prose adds and no note gives: 并设置警示牌, 邀请纪委现场监督, 利用周末整理."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..matching.stretches import Stretches
from ..text.reading import Clause
from ..text.terms import longest
from ..trial import Trial

_BESIDES = re.compile("(?:^|(?<=[,;。]))并(?![非且由不列购未存行驾排])")
"""What begins a clause that tells one deed more."""
_LEAST = 3


def check_added(trial: Trial) -> Iterator[Finding]:
    """What a report never adds of its own accord must have a note behind it, and so must one deed more.

    Some things, people and times are never told without a note (`grounded`). Where a clause names something
    (`concrete`), or begins with 并, and has nothing of the notes, it tells what nobody said, unless some
    stretch of the notes is told by nothing else: then it may tell that in other words.
    """
    marks = trial.prose.lists["added"]
    for mark in longest(marks.of("grounded")):
        if not _is_backed(trial, mark.word):
            yield trial.told(FindingKind.MEETING_INVENTED, mark.start, mark.end)
    places = [mark.start for mark in marks.of("concrete")]
    places += [found.start() for found in _BESIDES.finditer(trial.prose.text)]
    clauses = dict.fromkeys(trial.prose.clause_at(place) for place in places)
    strange = [clause for clause in clauses if _is_strange(trial, clause)]
    if strange and _are_all_told(trial):
        for clause in strange:
            yield trial.told(FindingKind.MEETING_INVENTED, clause.start, clause.end)


def _is_backed(trial: Trial, word: str) -> bool:
    given = trial.notes.text
    return not set(word).isdisjoint(given) or any(one in given for one in trial.lexicon.grounds[word])


def _is_strange(trial: Trial, clause: Clause) -> bool:
    """Whether a clause has nothing of the notes, no character and no word of the same meaning."""
    prose, known = trial.prose, trial.notes.known
    signs = prose.signs_of(clause.start, clause.end)
    return (
        sum(len(sign) == 1 for sign in signs) >= _LEAST
        and signs.isdisjoint(known)
        and not prose.has_gap(clause.start, clause.end)
    )


def _are_all_told(trial: Trial) -> bool:
    """Whether every stretch of the notes is likelier told than not."""
    stretches = Stretches(trial)
    return all(stretches.evidence(stretch) >= 0 for stretch in stretches.all)
