"""Names exchanged: 东岗整顿完了，柳林还在整 told the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .anchors import Anchor
from .finding import Finding, FindingKind
from .sayings import Sayings
from .trial import Trial

_FEW, _CLEAR = 3, 2


def check_anchors(trial: Trial, anchors: Sequence[Anchor]) -> Iterator[Finding]:
    """What the notes say of one name, and of that name only.

    Must not be told of another, and the other way round.
    """
    if len(anchors) < 2:
        return
    given, told = Sayings(trial.notes, anchors), Sayings(trial.prose, anchors)
    for first, second in combinations(anchors, 2):
        given_first, given_second = given.of_pair(first.word, second.word)
        told_first, told_second = told.of_pair(first.word, second.word)
        if not (given_first and given_second and told_first and told_second):
            continue
        only_first, only_second = given_first - given_second, given_second - given_first
        kept = (told_first & only_first) | (told_second & only_second)
        moved_to_second = (told_second & only_first) - told_first
        moved_to_first = (told_first & only_second) - told_second
        if _is_exchange(kept, moved_to_first, moved_to_second) or (
            _has_lone(trial, moved_to_first, moved_to_second)
            and _has_lone(trial, moved_to_second, moved_to_first)
        ):
            found = first.find(trial.prose.text, 0, len(trial.prose.text))
            if found is not None:
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, *found)


def _is_exchange(kept: frozenset[str], one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether something moved each way that nobody else can own: two numbers, or words where none stayed."""
    numbers = _numbers(one), _numbers(other)
    if numbers[0] and numbers[1]:
        return True
    words = _words(one), _words(other)
    stayed = _words(kept)
    if not stayed and words[0] + numbers[0] and words[1] + numbers[1] and sum(words) + sum(numbers) >= _FEW:
        return True
    return min(words) >= _CLEAR and stayed <= max(words)


def _words(signs: frozenset[str]) -> int:
    return sum(sign[0] not in "#!" for sign in signs)


def _numbers(signs: frozenset[str]) -> int:
    return sum(sign[0] == "#" for sign in signs)


def _has_lone(trial: Trial, signs: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of the signs is a word that stands in one place of each text only.

    动工 and 开工, which share a character, are one thing said twice; 每周 is a time and no thing.
    """
    across = frozenset("".join(others))
    return any(
        sign[0] not in "#!"
        and f"#{sign}" not in signs
        and across.isdisjoint(sign)
        and sign not in trial.lexicon.common_verbs
        and trial.prose.text.count(sign) == 1
        and trial.notes.text.count(sign) == 1
        for sign in signs
    )
