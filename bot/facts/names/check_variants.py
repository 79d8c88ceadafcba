"""Names with one character changed: 望溪园 told as 望江园."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import compress, count

from ..fact import FactKind
from ..finding import Finding, FindingKind
from ..text.segmenting import ACTS, SMALL
from ..trial import Trial
from .people import LED

_PERSON = re.compile("[\u4e00-\u9fff](?!家)[\u4e00-\u9fff]{2}")
_LONGEST, _SOUND = 4, 2
_THREE = 3
"""A name of so many characters is told with another last one: 王秀琴 of 王秀芹."""
_GRAMMAR = SMALL | frozenset(
    "钱费款掉完好到过着成出进回走住满停开动清拆立人用把们那棵条个只块间座口曾情点村片段系往沿朝贷获得领晚迟早"
)


def check_variants(trial: Trial) -> Iterator[Finding]:
    """A name of the notes that the prose tells with another character is a new name."""
    dropped = sorted(_dropped_names(trial))
    wanted = frozenset("".join(name for name, _ in dropped))
    places: defaultdict[str, list[int]] = defaultdict(list)
    letters = trial.prose.letters if dropped else []
    for at in compress(count(), map(wanted.__contains__, letters)):
        places[letters[at]].append(at)
    flagged: set[int] = set()
    for name, start in dropped:
        offsets = Counter(at - order for order, sign in enumerate(name) for at in places.get(sign, ()))
        for place, shared in offsets.items():
            if shared != len(name) - 1 or place < 0 or place in flagged:
                continue
            if trial.sound(trial.prose.text[place : place + len(name)]) <= 0:
                continue
            if any(
                is_other(trial, name, start, place) for is_other in (_is_variant, _is_misspelt, _is_namesake)
            ):
                flagged.add(place)
                yield trial.told(FindingKind.NAME_INVENTED, place, place + len(name))


def _dropped_names(trial: Trial) -> set[tuple[str, int]]:
    """What may be a name in the notes and is nowhere in the prose, with its place."""
    text = trial.notes.text
    found = {(run.text, run.start) for run in trial.note_cut.runs}
    found |= {
        (fact.subject[-4:], fact.start + max(0, len(fact.subject) - 4))
        for fact in trial.notes.facts
        if fact.kind is FactKind.NAME and len(fact.subject) >= 2
    }
    for at in trial.note_cut.han:
        if text[at] in trial.lexicon.strong_surnames and _PERSON.fullmatch(text, at, at + _THREE):
            found.add((text[at : at + _THREE], at))
    return {(name, at) for name, at in found if name not in trial.prose.text and not _is_told(trial, name)}


def _is_told(trial: Trial, name: str) -> bool:
    """Whether the prose has the name without the deed behind it (何秀芳贷), or it is a deed (晚发)."""
    if len(name) > _THREE:
        return name[0] in trial.lexicon.surnames and name[:_THREE] in trial.prose.text
    return len(name) < _THREE and name[-1] in ACTS


def _is_variant(trial: Trial, name: str, start: int, place: int) -> bool:
    notes, prose = trial.notes.text, trial.prose.text
    told = prose[place : place + len(name)]
    if len(told) < len(name) or told in notes:
        return False
    order = next(at for at, sign in enumerate(name) if told[at] != sign)
    old, new = name[order], told[order]
    if not "\u4e00" <= new <= "\u9fff" or {old, new} & (_GRAMMAR | ACTS):
        return False
    if order == 0 and _is_led_otherwise(trial, start, place):
        return False
    if len(name) == _THREE and order < _THREE - 1 and not _is_person(trial, name, start):
        return False
    vocabulary = trial.lexicon.vocabulary
    if told in vocabulary or any(
        prose[at : at + 2] in vocabulary for at in (place - 1, place + len(name) - 1)
    ):
        return False
    after = notes[start + len(name) : start + len(name) + 2], prose[place + len(name) : place + len(name) + 2]
    same_after = bool(after[0]) and after[0][0] not in SMALL and after[0] == after[1]
    if len(name) == 2:
        placed = after[0][:1] == after[1][:1] and after[1][:1] in set("组村屯湾坪坳")
        return same_after or placed
    fresh = [told[at : at + 2] for at in range(len(told) - 1) if told[at : at + 2] not in trial.bigrams]
    if order and prose[place + order - 1 : place + order + 1] in vocabulary:
        return False
    if place in trial.prose_cut.alone and told[0] in trial.lexicon.strong_surnames:
        return True
    return same_after or (order < len(name) - 1 and not any(pair in vocabulary for pair in fresh))


def _is_misspelt(trial: Trial, name: str, start: int, place: int) -> bool:
    """Whether both are names by their characters, and the other one is no word: 望溪园 told as 望柳园."""
    prose, lexicon, alone = trial.prose.text, trial.lexicon, trial.prose_cut.alone
    size = len(name)
    told = prose[place : place + size]
    order = next(at for at, sign in enumerate(name) if told[at : at + 1] != sign)
    new = told[order : order + 1]
    if (
        size > _LONGEST
        or place + order not in alone
        or not all("\u4e00" <= sign <= "\u9fff" for sign in told)
    ):
        return False
    if {name[order], new} & (_GRAMMAR | ACTS) or not trial.is_new(told[max(0, order - 1) : order + 2]):
        return False
    if lexicon.name_signs.get(new, -1) < 0 and new not in lexicon.surnames:
        return False
    if any(prose[at : at + 2] in lexicon.vocabulary for at in (place - 1, place + size - 1)):
        return False
    if name == told[:1] + name[1:] and trial.is_in_short(prose[place : place + size + _LONGEST]):
        return False
    if size > 2 or _has_same_neighbour(trial, start, place):
        return trial.sound(name) >= _SOUND
    edges = (place - 1, place + size)
    return (
        place in alone
        and place + 1 in alone
        and not any(
            at in alone and prose[at] not in SMALL and "\u4e00" <= prose[at] <= "\u9fff" for at in edges
        )
        and trial.sound(told) > _SOUND
    )


def _is_namesake(trial: Trial, name: str, start: int, place: int) -> bool:
    """Whether both are a surname and two characters of which none belongs to a word: 张德贵 as 张得贵."""
    lexicon, told = trial.lexicon, trial.prose.text[place : place + len(name)]
    return (
        len(name) == _THREE
        and _PERSON.fullmatch(told) is not None
        and name[0] == told[0]
        and name[0] in lexicon.strong_surnames
        and lexicon.given_names.issuperset(name[1:])
        and told not in trial.notes.text
        and trial.note_cut.alone.issuperset(range(start, start + _THREE))
        and trial.prose_cut.alone.issuperset(range(place, place + _THREE))
    )


def _has_same_neighbour(trial: Trial, start: int, place: int) -> bool:
    """Whether a word before or behind a name of two characters is the same in both texts."""
    notes, prose = trial.notes.text, trial.prose.text
    return any(
        prose[told : told + 1] == notes[said : said + 1]
        and prose[told : told + 1] >= "\u4e00"
        and prose[told] not in SMALL
        for said, told in ((start - 1, place - 1), (start + 2, place + 2))
        if said >= 0 <= told < len(prose)
    )


def _is_person(trial: Trial, name: str, start: int) -> bool:
    """Whether three characters are surely a person: led as one, a surname first, no word of every day."""
    surname, led = (
        name[0] in trial.lexicon.strong_surnames,
        LED.search(trial.notes.text[max(0, start - 2) : start]),
    )
    return surname and led is not None and trial.lexicon.vocabulary.isdisjoint({name[:2], name[1:]})


def _is_led_otherwise(trial: Trial, start: int, place: int) -> bool:
    """Whether other words lead to the name than in the notes: 李老师 and 李静姝老师 are no two names."""
    return trial.notes.text[start - 1 : start] != trial.prose.text[place - 1 : place]
