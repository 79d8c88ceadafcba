"""Names with one character changed, and names added to a given one: 宏远置业 told as 宏达置业."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .check_names import SMALL, unknown_runs
from .finding import Finding, FindingKind
from .trial import Trial

_ADDED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})[、和](?P<added>[\u4e00-\u9fff]{2,3})(?=[、,。;等扩两考]|项目|$)"
)
_PLAIN = frozenset("人立上下用来去是有就把被让给的了在和与为对由向已未将从到以其各每我本该这那也都还再")
_ENDS_OF_VERBS = frozenset("掉了完好到过着成给上下出起进回走来去住满停开动清拆改修立")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def check_variants(trial: Trial) -> Iterator[Finding]:
    """A run that differs from one of the notes by one character.

    Where that one is no ordinary word, is a new name.
    """
    notes, prose = _windows(trial.notes.text), _windows(trial.prose.text)
    strange = {
        run[at : at + 2] for run, _ in unknown_runs(trial.notes.text, trial) for at in range(len(run) - 1)
    }
    for (first, rest), changed in prose.items():
        for sign, place in changed.items():
            for other in notes.get((first, rest), {}):
                if other == sign or other in changed or sign in notes[first, rest]:
                    continue
                if sign in SMALL or first[-1] + sign in trial.lexicon.words:
                    continue
                if other in _ENDS_OF_VERBS or sign in _ENDS_OF_VERBS:
                    continue
                if any(part in _PLAIN for part in first + rest):
                    continue
                if first[-1] + other in strange and _is_name(trial, first, other, rest):
                    yield trial.told(FindingKind.NAME_INVENTED, place, place + 2 + len(rest))
    yield from _added(trial)


def _windows(text: str) -> dict[tuple[str, str], dict[str, int]]:
    """Every four characters, without the second; and names of three by surname, without the third."""
    windows: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for run in _HAN.finditer(text):
        for at in range(run.start(), run.end() - 3):
            windows[text[at], text[at + 2 : at + 4]].setdefault(text[at + 1], at)
            windows[text[at : at + 2], text[at + 3]].setdefault(text[at + 2], at)
    return windows


def _is_name(trial: Trial, first: str, sign: str, rest: str) -> bool:
    words = trial.lexicon.words
    if len(first) == 1:
        return (
            first + sign not in words and first + sign + rest[0] not in words and sign + rest[0] not in words
        )
    return first[0] in trial.lexicon.strong_surnames and first not in words and first + sign not in words


def _added(trial: Trial) -> Iterator[Finding]:
    for found in _ADDED.finditer(trial.prose.text):
        if found["added"][0] in SMALL:
            continue
        name, before = found["added"], trial.prose.text[found.start() - 2 : found.start()]
        words = trial.lexicon.words
        fresh = not any(name[at : at + 2] in trial.bigrams for at in range(len(name) - 1))
        strange = name[:2] not in words and name not in words and name[:3] not in words
        if fresh and strange and before in trial.bigrams and before not in words:
            yield trial.told(FindingKind.NAME_INVENTED, found.start("added"), found.end("added"))
