"""Building a lexicon from the lists of the phrase book."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from .fact import Hedge
from .lexicon import Lexicon, Measure
from .text.folding import BASE_FOLDS
from .text.open_words import OpenTerms, Says
from .text.terms import Terms

_ATTRIBUTES = ("up", "down", "negation", "lacking", "calm", "plan", "doing", "done")
_CLAIMS = (
    "fixed",
    "no_activities",
    "honour_nouns",
    "honour_verbs",
    "loose_activities",
    "holding",
    "vouching",
    "campaign_heads",
    "regions",
)
_CAMPAIGNS = ("campaign", "campaign_heads")
_LABELLED = {name: name for name in (*_ATTRIBUTES, *_CLAIMS)} | {"campaigns": "campaign", "works": "work"}
"""The lists of words, and the label that the words of each bear."""
_CHANGED = ("hedge", "rank", "meeting", "date", "subject", "name")
"""What a line of steps and kinds may begin with."""
_GROUPED = ("scopes", "activities", "integrity", "synonyms", "registers")
"""The lists of lines: the words of one line mean one thing."""
_HEDGES = {
    "over": Hedge.OVER,
    "under": Hedge.UNDER,
    "about": Hedge.ABOUT,
    "nearly": Hedge.NEARLY,
    "odd": Hedge.ODD,
}


def lexicon_from(
    phrases: Mapping[str, object], allowed: Iterable[str] = (), year: int | None = None
) -> Lexicon:
    """Build a lexicon from phrase-book data: lists under the names of the phrase book's files.

    A list may be a real list or one block of words separated by blanks. `allowed` are the terms of a year
    pack: they may stand in prose without being in the notes. Missing lists are empty; a value of another
    shape raises ValueError with its name.
    """
    labels, measures = _labels(phrases), _measures(phrases)
    before, after = _hedges(phrases, "before"), _hedges(phrases, "after")

    def words(*names: str) -> frozenset[str]:
        return frozenset[str]().union(*(_words(phrases, name) for name in names))

    telling = [word for word, said in labels.items() if said != {"regions"}]
    ordinary = words("ordinary_verbs", "ordinary_nouns", "ordinary_surname_words")
    common = words("vocabulary_verbs")
    return Lexicon(
        folds=_folds(phrases),
        terms=Terms(labels),
        open_words=OpenTerms(_open_words(phrases)),
        agencies=Terms(_agencies(phrases)),
        outcomes=Terms(_sides(phrases, "opposites")),
        ways=Terms(_sides(phrases, "ways")),
        steps=Terms(_steps(phrases)),
        campaigns=Terms({word: said for word, said in labels.items() if not said.isdisjoint(_CAMPAIGNS)}),
        sayings=words("sayings"),
        shop_words=words("shop_words"),
        place_words=words("place_words"),
        measures=measures,
        kept=_kept(phrases),
        name_signs=_name_signs(phrases),
        rhetorical=tuple(_words(phrases, "rhetorical")),
        hedges_before=before,
        hedges_after=after,
        hedge_ends=frozenset(word[-1] for word in before),
        hedge_starts=frozenset(word[0] for word in after),
        surnames=words("surnames"),
        strong_surnames=words("strong_surnames"),
        given_names=words("given_names"),
        person_titles=_longest_first(_words(phrases, "person_titles")),
        person_roles=_longest_first(_words(phrases, "person_roles")),
        roles=words("person_titles", "person_roles", "trades"),
        not_names=words("not_names"),
        places=_longest_first(_words(phrases, "places")),
        bodies=_longest_first([*_words(phrases, "bodies"), *_words(phrases, "works")]),
        qualifiers=_longest_first(_words(phrases, "generic_qualifiers")),
        plain_land=words("plain_land"),
        ordinary_verbs=words("ordinary_verbs"),
        ordinary=ordinary,
        words=ordinary.union(telling),
        vocabulary=words("vocabulary_nouns", "official_words").union(telling, ordinary, common),
        common_verbs=common,
        short_names={word[1:]: word[0] for word in _words(phrases, "short_names")},
        title_parts=_longest_first(_words(phrases, "title_parts")),
        unknown=_longest_first(_words(phrases, "unknown")),
        unit_words="|".join(map(re.escape, _longest_first(measures))),
        allowed=frozenset(allowed),
        year=year,
    )


def _labels(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Every word that is looked for in texts, with what it is: `{"下降": {"down"}}`."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for name, label in _LABELLED.items():
        for word in _words(phrases, name):
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
    """The words that mean one thing of a kind, where there are several."""
    for _, *line in _lines(phrases, "kinds"):
        for cell in " ".join(line).split("|"):
            if len(words := cell.split()) > 1:
                yield words


def _open_words(phrases: Mapping[str, object]) -> dict[str, Says]:
    """Every word that leaves a clause open or closes it, with all that it says."""
    table = phrases.get("open_words") or {}
    if not isinstance(table, dict) or not table.keys() <= {says.name.lower() for says in Says if says.name}:
        raise ValueError("phrase book: `open_words` is not a table of the lists that are known")
    said: defaultdict[str, Says] = defaultdict(lambda: Says(0))
    for name in table:
        for word in _words(table, name):
            said[word] |= Says[name.upper()]
    return dict(said)


def _agencies(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Every word that names a public body or its field, with the lines it stands in."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for row, line in enumerate(_lines(phrases, "agencies")):
        for word in line:
            rows[word].add(f"agencies:{row}")
    return {word: frozenset(lines) for word, lines in rows.items()}


def _sides(phrases: Mapping[str, object], name: str) -> dict[str, frozenset[str]]:
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


def _steps(phrases: Mapping[str, object]) -> dict[str, frozenset[str]]:
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


def _folds(phrases: Mapping[str, object]) -> dict[int, str]:
    pairs = [*_words(phrases, "traditional"), *_words(phrases, "dialect")]
    return dict(BASE_FOLDS) | {ord(pair[0]): pair[1] for pair in pairs if len(pair) == 2}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=len, reverse=True))


def _words(phrases: Mapping[str, object], name: str) -> list[str]:
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


def _hedges(phrases: Mapping[str, object], place: str) -> dict[str, Hedge]:
    table = phrases.get("hedges") or {}
    if not isinstance(table, dict):
        raise ValueError("phrase book: `hedges` is not a table")
    return {word: hedge for name, hedge in _HEDGES.items() for word in _words(table, f"{name}_{place}")}


def _kept(phrases: Mapping[str, object]) -> dict[str, float]:
    """Lines of a share in per cent and the characters that it belongs to."""
    shares: dict[str, float] = {}
    for share, *signs in _lines(phrases, "kept"):
        if not share.isdecimal():
            raise ValueError("phrase book: a line of `kept` begins with no number")
        shares.update(dict.fromkeys(signs, int(share) / 100))
    return shares


def _name_signs(phrases: Mapping[str, object]) -> dict[str, int]:
    """Lines of a weight and the characters that have it."""
    weights: dict[str, int] = {}
    for weight, *signs in _lines(phrases, "name_signs"):
        if not weight.removeprefix("-").isdecimal():
            raise ValueError("phrase book: a line of `name_signs` begins with no number")
        weights.update(dict.fromkeys(signs, int(weight)))
    return weights


def _measures(phrases: Mapping[str, object]) -> dict[str, Measure]:
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
