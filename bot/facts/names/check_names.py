"""Names nobody gave: people, villages, firms, bodies, works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..readers.cores import LANDMARKS, NEVER_LAST, is_place, is_strict
from ..text.segmenting import ACTS, SMALL
from ..trial import Trial

_NO_NAME_ENDS_SO = SMALL | ACTS | NEVER_LAST
_LISTED = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*[、和与][\u4e00-\u9fff]{2,4}?)(?:等)?(?:[两二三四五六七八九十\d]+个?(?:[^,。;、]{1,8}的)?)?(?:村(?![务委民干庄里])|社区|村民小组)"
)
_LIKE_A_NAME = 4
_VILLAGES = re.compile("村|社区")


def check_names(trial: Trial) -> Iterator[Finding]:
    """Every name told must be given. A name counts as given when its core stands anywhere in the notes.

    What does not sound like a name is none, but before what always bears one.
    """
    notes = trial.notes.text
    flagged: list[tuple[int, int]] = []
    for fact in trial.prose.facts:
        if fact.kind is FactKind.NAME and not _is_given(trial, fact) and _sounds_right(trial, fact):
            flagged.append((fact.start, fact.end))
    prose = trial.prose
    lists = [_LISTED.finditer(prose.text, *clause[:2]) for clause in prose.clauses_with(_VILLAGES)]
    for found in chain.from_iterable(lists):
        at = found.start()
        parts = re.split(r"[、和与]", found["names"])
        if found["names"].endswith(("乡", "农")) or any(
            trial.lexicon.is_idiom(part) or "村" in part[:-1] for part in parts
        ):
            continue
        for part in parts:
            if (
                part.rstrip("村")[-2:] not in notes
                and not part.endswith(trial.lexicon.qualifiers)
                and not _is_plain(trial, part)
            ):
                flagged.append((at, at + len(part)))
            at += len(part) + 1
    for fact in trial.notes.facts:
        if fact.kind is FactKind.NAME and _is_dropped(trial, fact):
            yield trial.missing(fact.start, fact.end)
    for start, end in flagged:
        yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _sounds_right(trial: Trial, fact: Fact) -> bool:
    core = fact.subject
    return (
        trial.sound(core) > 0
        or is_strict(fact.unit)
        or (fact.unit == "村" and core[-1:] in LANDMARKS)
        or (fact.unit == "人" and core in trial.lexicon.strong_surnames)
    )


def _is_given(trial: Trial, fact: Fact) -> bool:
    notes, core = trial.notes.text, fact.subject
    if fact.unit == "人":
        if core in notes:
            return True
        return len(core) == 2 and core[0] in "老小" and core[1] in notes
    if core[-1:] in _NO_NAME_ENDS_SO or core in trial.lexicon.common_verbs:
        return True
    parts = re.split(r"[区镇乡县市]", core)
    if len(parts) > 1 and len(parts[-1]) >= 2:
        core = parts[-1]
    tail = core[-2:]
    known = is_strict(fact.unit) and tail in trial.lexicon.ordinary
    if known and (len(core) == 4 or (len(core) > 4 and trial.sound(core[:2]) >= _LIKE_A_NAME)):
        return core in notes or core[:2] in notes or core[:2] in trial.lexicon.ordinary
    if (
        tail in notes
        or (core[:2] in notes and len(core) > 4)
        or (
            tail in trial.lexicon.ordinary
            and not is_strict(fact.unit)
            and not (fact.unit == "村" and is_place(tail, trial.lexicon))
        )
    ):
        return True
    return (
        len(core) > 4
        and any(core[at : at + 2] in trial.bigrams for at in range(len(core) - 1))
        and not is_strict(fact.unit)
    )


def _is_dropped(trial: Trial, fact: Fact) -> bool:
    """Whether a village, a firm or the surname of somebody in the notes is nowhere in the prose."""
    if fact.unit == "人":
        return fact.subject.lstrip("老小")[:1] not in trial.prose.text
    core = fact.subject[-4:]
    if (
        (fact.unit not in {"村", "社区"} and not is_strict(fact.unit))
        or len(core) < 2
        or core[0] in ACTS
        or trial.sound(core) <= 0
        or _is_plain(trial, core)
    ):
        return False
    return not any(core[at : at + 2] in trial.prose.text for at in range(len(core) - 1))


def _is_plain(trial: Trial, words: str) -> bool:
    return any(words[at : at + 2] in trial.lexicon.ordinary for at in range(len(words) - 1))
