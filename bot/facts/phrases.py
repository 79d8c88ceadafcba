"""Building a lexicon from the lists of the phrase book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .lexicon import Lexicon
from .phrase_lists import (
    agencies_in,
    classes_in,
    contraries_in,
    hedges_in,
    kept_in,
    labels_in,
    measures_in,
    name_signs_in,
    open_words_in,
    sides_in,
    steps_in,
    told_as_in,
    words_in,
)
from .text.classes import Classes
from .text.either import either
from .text.folding import BASE_FOLDS
from .text.terms import Terms, WordLists

_CAMPAIGNS = ("campaign", "campaign_heads")


def lexicon_from(
    phrases: Mapping[str, object], allowed: Iterable[str] = (), year: int | None = None
) -> Lexicon:
    """Build a lexicon from phrase-book data: lists under the names of the phrase book's files.

    A list may be a real list or one block of words separated by blanks. `allowed` are the terms of a year
    pack: they may stand in prose without being in the notes. Missing lists are empty; a value of another
    shape raises ValueError with its name.
    """
    labels, measures = labels_in(phrases), measures_in(phrases)
    before, after = hedges_in(phrases, "before"), hedges_in(phrases, "after")

    def words(*names: str) -> frozenset[str]:
        return frozenset[str]().union(*(words_in(phrases, name) for name in names))

    telling = [word for word, said in labels.items() if said != {"regions"}]
    ordinary = words("ordinary_verbs", "ordinary_nouns", "ordinary_surname_words")
    common = words("vocabulary_verbs")
    open_words = open_words_in(phrases)
    grounds = told_as_in(phrases, "grounded")
    campaigns = {word: said for word, said in labels.items() if not said.isdisjoint(_CAMPAIGNS)}
    lists = WordLists(
        {
            "terms": labels,
            # Public bodies and what else names their fields, with the lines of the list they stand in.
            "agencies": agencies_in(phrases),
            # Words that say how something turned out, with their lines: `+3` and `-3` are opposites.
            "outcomes": sides_in(phrases, "opposites"),
            # Words that say which way something moved, with their lines: `+3` is up and `-3` down.
            "ways": sides_in(phrases, "ways"),
            # What one does to another: `+3` where who does it gives, `-3` where he gets.
            "deeds": sides_in(phrases, "deeds"),
            # What bears a name of its own: firms, shops, schools.
            "bearers": dict.fromkeys(words("bearers"), frozenset(["bearer"])),
            # What bears a name in prose only if the notes give it one.
            "named_kinds": dict.fromkeys(words("named_kinds"), frozenset(["kind"])),
            "known_firms": dict.fromkeys(words("known_firms"), frozenset(["known"])),
            # Words of scales: of `rank:3:0` and `rank:3:1` one must not be told as the other.
            "steps": steps_in(phrases),
            # Facts that a report may not add: some are flagged anywhere, others where a clause tells nothing.
            "added": dict.fromkeys(words("concrete"), frozenset(["concrete"]))
            | dict.fromkeys(grounds, frozenset(["grounded", "concrete"])),
            "open_words": dict.fromkeys(open_words, frozenset()),
        }
    )
    roles = words("person_titles", "person_roles", "trades")
    return Lexicon(
        folds=_folds(phrases),
        lists=lists,
        terms=Terms(lists, "terms"),
        open_words=open_words,
        campaigns=Terms(WordLists({"campaigns": campaigns}), "campaigns"),
        sayings=words("sayings"),
        plain_meetings=words("plain_meetings"),
        classes=Classes(classes_in(phrases)),
        contraries=contraries_in(phrases),
        told_as=told_as_in(phrases, "told_as"),
        grounds=grounds,
        shop_words=words("shop_words"),
        place_words=words("place_words"),
        unnamed=words("unnamed"),
        naming_deeds=words("naming_deeds"),
        called_behind=tuple(words_in(phrases, "called_behind")),
        called_at_last=tuple(words_in(phrases, "called_at_last")),
        lucky=words("lucky"),
        luckier=words("lucky", "luckier"),
        measures=measures,
        kept=kept_in(phrases),
        added=words("added"),
        name_signs=name_signs_in(phrases),
        rhetorical=tuple(words_in(phrases, "rhetorical")),
        hedges_before=before,
        hedges_after=after,
        hedge_ends=frozenset(word[-1] for word in before),
        hedge_starts=frozenset(word[0] for word in after),
        surnames=words("surnames"),
        strong_surnames=words("strong_surnames"),
        given_names=words("given_names"),
        person_titles=_longest_first(words_in(phrases, "person_titles")),
        person_roles=_longest_first(words_in(phrases, "person_roles")),
        roles=roles,
        role_ends=frozenset(role[-1] for role in roles),
        not_names=words("not_names"),
        places=_longest_first(words_in(phrases, "places")),
        bodies=_longest_first([*words_in(phrases, "bodies"), *words_in(phrases, "works")]),
        qualifiers=_longest_first(words_in(phrases, "generic_qualifiers")),
        plain_land=words("plain_land"),
        ordinary_verbs=words("ordinary_verbs"),
        ordinary=ordinary,
        words=ordinary.union(telling),
        vocabulary=words("vocabulary_nouns", "official_words").union(telling, ordinary, common),
        common_verbs=common,
        short_names={word[1:]: word[0] for word in words_in(phrases, "short_names")},
        title_parts=_longest_first(words_in(phrases, "title_parts")),
        unknown=_longest_first(words_in(phrases, "unknown")),
        unit_words=either(measures),
        allowed=frozenset(allowed),
        year=year,
    )


def _folds(phrases: Mapping[str, object]) -> dict[int, str]:
    pairs = [*words_in(phrases, "traditional"), *words_in(phrases, "dialect")]
    return dict(BASE_FOLDS) | {ord(pair[0]): pair[1] for pair in pairs if len(pair) == 2}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=len, reverse=True))
