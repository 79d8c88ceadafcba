"""Names exchanged: 东岗整顿完了，柳林还在整 told the other way round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from .context import telling
from .fact import FactKind
from .finding import Finding, FindingKind
from .names import is_strict
from .reading import Reading
from .trial import Trial

_MOST = 14
_OFFICE = re.compile(
    r"(?:^|(?<=[,。;:!?、\n ]))(?P<office>[\u4e00-\u9fff]{1,4}?(?:办|所|中队|大队|站|局|中心))", re.MULTILINE
)
_FAMILIAR = re.compile(r"(?P<name>[老小][\u4e00-\u9fff])(?![\u4e00-\u9fff]?[户组区])")
_CALLED = "(?:同志|书记|主任|站长|所长|镇长|委员)"


def check_anchors(trial: Trial) -> Iterator[Finding]:
    """What the notes say of one name, and of that name only.

    Must not be told of another, and the other way round.
    """
    anchors = _anchors(trial)[:_MOST]
    given = {anchor: _said(trial.notes, anchor, anchors) for anchor in anchors}
    told = {anchor: _said(trial.prose, anchor, anchors) for anchor in anchors}
    for first, second in combinations(anchors, 2):
        if not (given[first] and given[second] and told[first] and told[second]):
            continue
        only_first, only_second = given[first] - given[second], given[second] - given[first]
        kept = (told[first] & only_first) | (told[second] & only_second)
        moved_to_second = (told[second] & only_first) - told[first]
        moved_to_first = (told[first] & only_second) - told[second]
        if _is_exchange(kept, moved_to_first, moved_to_second):
            found = re.search(_pattern(first), trial.prose.text)
            if found is not None:
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, found.start(), found.end())


def _is_exchange(kept: frozenset[str], one: frozenset[str], other: frozenset[str]) -> bool:
    if any(sign[0] == "#" for sign in one) and any(sign[0] == "#" for sign in other):
        return True
    words = frozenset(sign for sign in kept if sign[0] != "#")
    if not words and _words(one) >= 2 and _words(other) >= 2:
        return True
    if not one or not other or any(sign[0] == "#" for sign in kept):
        return False
    return len(one) + len(other) >= 3 and not kept


def _words(signs: frozenset[str]) -> int:
    return sum(len(sign) == 1 for sign in signs)


def _anchors(trial: Trial) -> list[str]:
    """Names that stand on both sides, as patterns would find them."""
    found: dict[str, None] = {}
    for fact in (*trial.notes.facts, *trial.prose.facts):
        if fact.kind is not FactKind.NAME:
            continue
        core = fact.subject[-3:] if fact.unit in {"村", "社区"} else fact.subject
        if is_strict(fact.unit):
            core = fact.text[-4:]
        for name in (core, core[-2:]):
            if any(name in one or one in name for one in found):
                break
            if (
                len(name) >= 2
                and re.search(_pattern(name), trial.prose.text)
                and re.search(_pattern(name), trial.notes.text)
            ):
                found[name] = None
                break
    for run in _OFFICE.finditer(trial.notes.text):
        for name in (run["office"][-5:], run["office"][-4:], run["office"][-3:]):
            if len(name) >= 3 and name in trial.prose.text and not any(name in one for one in found):
                found[name] = None
                break
    for run in _FAMILIAR.finditer(trial.notes.text):
        name = run["name"]
        known = name[1] in trial.lexicon.surnames and name not in trial.lexicon.ordinary
        if known and re.search(_pattern(name), trial.prose.text):
            found[name] = None
    return list(found)


def _pattern(name: str) -> str:
    if len(name) == 2 and name[0] in "老小":
        return rf"{re.escape(name)}|{re.escape(name[1])}{_CALLED}"
    return re.escape(name)


def _said(reading: Reading, anchor: str, anchors: list[str]) -> frozenset[str]:
    """The telling signs and the numbers between a name and the next name, or the end of the sentence."""
    stops: defaultdict[str, list[int]] = defaultdict(list)
    for other in anchors:
        for found in re.finditer(_pattern(other), reading.text):
            stops[other].append(found.start())
    ends = sorted(place for places in stops.values() for place in places)
    signs: set[str] = set()
    for found in re.finditer(_pattern(anchor), reading.text):
        end = min((place for place in ends if place > found.start()), default=len(reading.text))
        for stop in "。;\n":
            at = reading.text.find(stop, found.end(), end)
            end = at if at >= 0 else end
        signs |= {sign for sign in telling(reading, found.end(), end) if len(sign) == 1}
        signs |= {
            f"#{fact.size.normalize():f}" for fact in reading.facts_in(found.end(), end) if fact.is_number
        }
        signs |= {
            label
            for mark in reading.attributes_in(found.end(), end)
            for label in mark.labels & {"plan", "doing", "done", "negation"}
        }
    return frozenset(signs)
