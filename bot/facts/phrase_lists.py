"""The shapes that lists of the phrase book have: words, lines, lines with bars, tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from .fact import Hedge
from .lexicon import Measure
from .text.open_words import Says

_ATTRIBUTES = ("up", "down", "negation", "lacking", "calm", "plan", "doing", "done")
_CLAIMS = (
    "fixed",
    "no_activities",
    "honour_nouns",
    "honour_verbs",
    "distinctions",
    "loose_activities",
    "holding",
    "occasions",
    "vouching",
    "campaign_heads",
    "regions",
)
_LABELLED = {name: name for name in (*_ATTRIBUTES, *_CLAIMS)} | {"campaigns": "campaign", "works": "work"}
"""The lists of words, and the label that the words of each bear."""
_CHANGED = ("hedge", "rank", "meeting", "date", "subject", "name", "status", "state")
"""What a line of `steps`, `kinds` and `classes` may begin with."""
_GROUPED = ("scopes", "activities", "integrity", "synonyms", "registers")
"""The lists of lines: the words of one line mean one thing."""
_HEDGES = {
    "over": Hedge.OVER,
    "under": Hedge.UNDER,
    "about": Hedge.ABOUT,
    "nearly": Hedge.NEARLY,
    "odd": Hedge.ODD,
}


def labels_in(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Every word that is looked for in texts, with what it is: `{"下降": {"down"}}`."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for name, label in _LABELLED.items():
        for word in words_in(phrases, name):
            labels[word].add(label)
    for words in _cells(phrases):
        for word in words:
            labels[word] |= {"registers", f"registers:{words[0]}"}
    for kind in _GROUPED:
        for row, line in enumerate(_lines(phrases, kind)):
            for word in line:
                labels[word] |= {kind, f"{kind}:{line[0] if kind == 'scopes' else row}"}
    return {word: frozenset(said) for word, said in labels.items()}


def _cells(phrases: Mapping[str, object]) -> Iterator[list[str]]:
    """The words that mean one thing of a kind, where some have no character in common with another."""
    for _, *line in _lines(phrases, "kinds"):
        for cell in " ".join(line).split("|"):
            words = [word for word in cell.split() if len(word) > 1]
            unlike = [one for one in words if any(map(set(one).isdisjoint, words))]
            if unlike:
                yield unlike


def open_words_in(phrases: Mapping[str, object]) -> dict[str, int]:
    """Every word that leaves a clause open or closes it, with all that it says."""
    table = phrases.get("open_words") or {}
    if not isinstance(table, dict) or not table.keys() <= {says.name.lower() for says in Says if says.name}:
        raise ValueError("phrase book: `open_words` is not a table of the lists that are known")
    said: defaultdict[str, Says] = defaultdict(lambda: Says(0))
    for name in table:
        for word in words_in(table, name):
            said[word] |= Says[name.upper()]
    return {word: int(says) for word, says in said.items()}


def agencies_in(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Every word that names a public body or its field, with the lines it stands in."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for row, line in enumerate(_lines(phrases, "agencies")):
        for word in line:
            rows[word].add(f"agencies:{row}")
    return {word: frozenset(lines) for word, lines in rows.items()}


def sides_in(phrases: Mapping[str, object], name: str) -> dict[str, frozenset[str]]:
    """Every word of a list of opposites, with its line and its side of the bar: `+3`, `-3`."""
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for row, line in enumerate(_lines(phrases, name)):
        if line.count("|") != 1:
            raise ValueError(f"phrase book: a line of `{name}` has not one bar")
        bar = line.index("|")
        for side, words in (("+", line[:bar]), ("-", line[bar + 1 :])):
            for word in words:
                sides[word].add(f"{side}{row}")
    return {word: frozenset(said) for word, said in sides.items()}


def steps_in(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Every word of a scale or of a kind, with what changes with it, its line and its step: `rank:3:1`."""
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for row, (kind, *line) in enumerate([*_lines(phrases, "steps"), *_lines(phrases, "kinds")]):
        if kind not in _CHANGED or "|" not in line:
            raise ValueError(
                f"phrase book: a line of `steps` or `kinds` begins with none of {_CHANGED}, or has no bar"
            )
        step = 0
        for word in line:
            if word == "|":
                step += 1
            else:
                steps[word].add(f"{kind}:{row}:{step}")
    return {word: frozenset(said) for word, said in steps.items()}


def classes_in(phrases: Mapping[str, object]) -> list[str]:
    """The lines of `classes` as they are written."""
    lines = [" ".join(line) for line in _lines(phrases, "classes")]
    for line in lines:
        if line.partition(" ")[0] not in _CHANGED or "|" not in line:
            raise ValueError(
                f"phrase book: a line of `classes` begins with none of {_CHANGED}, or has no bar"
            )
    return lines


def contraries_in(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Every character of a word of `contraries`, with all that stand in one word with it."""
    contraries: defaultdict[str, set[str]] = defaultdict(set)
    for word in words_in(phrases, "contraries"):
        for sign in word:
            contraries[sign] |= set(word) - {sign}
    return {sign: frozenset(others) for sign, others in contraries.items()}


def told_as_in(phrases: Mapping[str, object], name: str) -> dict[str, tuple[str, ...]]:
    """What reports call something, and the words of notes, behind a bar, any of which backs it."""
    told: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in _lines(phrases, name):
        if line.count("|") != 1:
            raise ValueError(f"phrase book: a line of `{name}` has not one bar")
        bar = line.index("|")
        for word in line[:bar]:
            told[word] += tuple(line[bar + 1 :])
    return dict(told)


def words_in(phrases: Mapping[str, object], name: str) -> list[str]:
    """The words of a list, whether it has lines or not."""
    value = phrases.get(name)
    return (
        value.split() if isinstance(value, str) else [word for line in _lines(phrases, name) for word in line]
    )


def _lines(phrases: Mapping[str, object], name: str) -> list[list[str]]:
    value = phrases.get(name)
    if value is None:
        return []
    if isinstance(value, str):
        return [line.split() for line in value.splitlines() if line.strip()]
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return [[str(word)] for word in value]
    raise ValueError(f"phrase book: `{name}` is neither a block nor a list of words")


def hedges_in(phrases: Mapping[str, object], place: str) -> dict[str, Hedge]:
    """The hedges that stand before a number, or after one, with what each means."""
    table = phrases.get("hedges") or {}
    if not isinstance(table, dict):
        raise ValueError("phrase book: `hedges` is not a table")
    return {word: hedge for name, hedge in _HEDGES.items() for word in words_in(table, f"{name}_{place}")}


def kept_in(phrases: Mapping[str, object]) -> dict[str, float]:
    """Lines of a share in per cent and the characters that it belongs to."""
    shares: dict[str, float] = {}
    for share, *signs in _lines(phrases, "kept"):
        if not share.isdecimal():
            raise ValueError("phrase book: a line of `kept` begins with no number")
        shares.update(dict.fromkeys(signs, int(share) / 100))
    return shares


def name_signs_in(phrases: Mapping[str, object]) -> dict[str, int]:
    """Lines of a weight and the characters that have it."""
    weights: dict[str, int] = {}
    for weight, *signs in _lines(phrases, "name_signs"):
        if not weight.removeprefix("-").isdecimal():
            raise ValueError("phrase book: a line of `name_signs` begins with no number")
        weights.update(dict.fromkeys(signs, int(weight)))
    return weights


def measures_in(phrases: Mapping[str, object]) -> dict[str, Measure]:
    """Every unit with the group that it belongs to and its size there."""
    table = phrases.get("measures") or {}
    if not isinstance(table, dict):
        raise ValueError("phrase book: `measures` is not a table")
    measures: dict[str, Measure] = {}
    for group, units in table.items():
        if not isinstance(units, dict):
            raise ValueError(f"phrase book: `measures: {group}` is not a table")
        for unit, factor in units.items():
            measures.setdefault(str(unit), Measure(str(group), Decimal(str(factor))))
    return measures
