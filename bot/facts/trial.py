"""The two readings under comparison, and how a finding is made from a place in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import fsum
from operator import add

from .fact import Fact
from .finding import MESSAGES, Finding, FindingKind
from .lexicon import Lexicon
from .readers.reader import read_closely
from .text.open_words import Says
from .text.reading import Reading
from .text.segmenting import Cut, cut

_DENYING = frozenset("没未无不有发现生出")
_NONE = re.compile(r"(?<![\d.])0(?=[起次件人例宗户个伤亡,;]|$)")


def _pairs(text: str) -> frozenset[str]:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(pair for pair in pairs if not set(pair) & set("没未无不有发现生出过"))


@dataclass(frozen=True)
class Trial:
    """Notes joined by newlines, and prose, both read closely.

    `note_starts` are the notes' places in the joined text.
    """

    notes: Reading
    prose: Reading
    lexicon: Lexicon
    note_starts: tuple[int, ...]
    notes_original: str
    prose_original: str

    @cached_property
    def sizes(self) -> frozenset[Decimal]:
        """The values of all numbers of the notes."""
        return frozenset(fact.size for fact in self.notes.numbers)

    @property
    def bigrams(self) -> frozenset[str]:
        """All pairs of neighbouring characters in the notes."""
        return self.notes.pairs

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """In which clauses of the prose each sign of the notes stands."""
        return self.prose.places(self.notes.known)

    @cached_property
    def own_signs(self) -> int:
        """The most Chinese characters that a clause of the prose has and the notes nowhere have."""
        given = self.prose.foreign.union(self.notes.letters)
        letters = self.prose.letters
        return max(len(set(letters[start:end]) - given) for start, end, _ in self.prose.clauses)

    def rarity(self, signs: Iterable[str]) -> float:
        """How much signs of both texts tell together: each the more, the fewer clauses have it."""
        places = self.places
        return fsum([len(places[sign]) ** -0.5 for sign in signs if places.get(sign)])

    @cached_property
    def note_cut(self) -> Cut:
        """The notes, cut into words."""
        return cut(self.notes.text, self.lexicon.vocabulary)

    @cached_property
    def prose_cut(self) -> Cut:
        """The prose, cut into words."""
        return cut(self.prose.text, self.lexicon.vocabulary)

    def are_given(self, words: str) -> bool:
        """Whether every two neighbouring characters of the words stand in the notes."""
        return self.bigrams.issuperset(map(add, words, words[1:]))

    def is_new(self, words: str) -> bool:
        """Whether no two neighbouring characters of the words stand in the notes."""
        return self.bigrams.isdisjoint(map(add, words, words[1:]))

    def is_part_of_words(self, start: int, end: int) -> bool:
        """Whether words of the prose reach across an edge of a span: 最新乡村 names no 新乡."""
        text, words = self.prose.text, self.lexicon.vocabulary
        return text[start - 1 : start + 1] in words or text[end - 1 : end + 1] in words

    def is_in_short(self, name: str) -> bool:
        """Whether the notes have a name in short: 西农 for 西北农林科技大学."""
        short = {name[0] + sign for sign in name[2:]} & self.bigrams
        return not short <= self.lexicon.vocabulary

    def sound(self, name: str) -> int:
        """How much likelier the characters stand in names than alone in prose: a logarithm."""
        signs = self.lexicon.name_signs
        return sum([signs.get(sign, -1) for sign in name])

    @cached_property
    def bearers(self) -> dict[int, int]:
        """Where in the prose something begins that bears a name, and where the longest such ends."""
        return {mark.start: mark.end for mark in self.prose.lists["bearers"]}

    @cached_property
    def denials(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """What the notes deny: the telling signs and the pairs of characters of every denying clause.

        A clause that says too little (没发生) takes the one before it in.
        """
        found: list[tuple[frozenset[str], frozenset[str]]] = []
        before = 0
        for clause in self.notes.clauses:
            text = self.notes.text[clause.start : clause.end]
            denies = self.notes.has(clause.start, clause.end, "negation") or _NONE.search(text)
            if text and denies:
                own = self.notes.telling(clause.start, clause.end) - _DENYING
                if own:
                    found.append((own, _pairs(text)))
                if len(own) < 2 and "\n" not in self.notes.text[before : clause.start]:
                    signs = self.notes.telling(before, clause.end) - _DENYING
                    found.append((signs, _pairs(self.notes.text[before : clause.end])))
            before = clause.start
        return found

    @cached_property
    def denied_registers(self) -> frozenset[str]:
        """The groups of words of notes and words of reports that the denying clauses of the notes have."""
        notes = self.notes
        return frozenset[str]().union(
            *[
                notes.registers_in(clause.start, clause.end)
                for clause in notes.clauses
                if notes.says(clause.start, clause.end, Says.DENIES)
            ]
        )

    def note_of(self, start: int) -> int:
        """The index of the note that holds a folded place of the joined notes."""
        origin, _ = self.notes.folded.origin(start, start + 1)
        return bisect_right(self.note_starts, origin) - 1

    def told(
        self, kind: FindingKind, start: int, end: int, note: Fact | None = None, detail: str = ""
    ) -> Finding:
        """A finding at a folded span of the prose."""
        first, last = self.prose.folded.origin(start, end)
        said = f" (the notes: {note.text})" if note is not None else detail
        return Finding(
            kind,
            (first, last),
            self.prose_original[first:last],
            None if note is None else self.note_of(note.start),
            MESSAGES[kind] + said,
        )

    def missing(self, start: int, end: int) -> Finding:
        """A finding that a folded span of the notes is nowhere in the prose."""
        first, last = self.notes.folded.origin(start, end)
        kind = FindingKind.FACT_MISSING
        place = len(self.prose_original)
        return Finding(
            kind, (place, place), self.notes_original[first:last], self.note_of(start), MESSAGES[kind]
        )


def open_trial(notes: Sequence[str], prose: str, lexicon: Lexicon) -> Trial:
    """Both texts read closely, each note where it stands among the others."""
    joined = "\n".join(notes)
    starts: list[int] = []
    at = 0
    for note in notes:
        starts.append(at)
        at += len(note) + 1
    return Trial(
        read_closely(joined, lexicon), read_closely(prose, lexicon), lexicon, tuple(starts), joined, prose
    )
