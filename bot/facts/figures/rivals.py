"""A number of the notes that speaks of the same thing as a number of the prose, and is another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..fact import Fact, FactKind
from ..matching.agreeing import same_measure
from ..matching.context import Context
from ..matching.pairing import Pairing
from ..text.reading import EMPTY, Reading

_SAME_THING = 2


def given_otherwise(
    notes: Reading, pairing: Pairing, fact: Fact, untold: Sequence[Fact], sources: Collection[int] = ()
) -> Fact | None:
    """The number, told nowhere, that shares two telling characters beside it with the number of the prose.

    `sources`, the places of numbers that make it by arithmetic, are none.
    """
    if fact.kind is FactKind.RANK or fact.upper is not None:
        return None
    near = pairing.prose_contexts[fact.start].near
    return next(
        (
            note
            for note in untold
            if note.kind is not FactKind.RANK
            and note.start not in sources
            and len(near & pairing.note_contexts[note.start].near) >= _SAME_THING
            and _is_another(fact, note)
            and not (note.weak and _is_part(notes, note, fact))
        ),
        None,
    )


def _is_another(fact: Fact, note: Fact) -> bool:
    """Whether the two count alike and differ in size, or differ in nothing but what they count."""
    if same_measure(fact, note):
        return note.size != fact.size
    return note.value == fact.value and bool(note.measure and fact.measure)


def told_for_another(pairing: Pairing, untold: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """A number that equals one of the notes by chance, with the one, told nowhere, that it should have been.

    Nothing beside it is beside its equal, or that is told elsewhere as well; and the other is more like it.
    """
    if not untold:
        return
    told = Counter(pair.note.start for pair in pairing.pairs)
    for fact, equal in pairing.pairs:
        if fact.kind is FactKind.RANK or fact.weak:
            continue
        near = pairing.prose_contexts[fact.start].near
        own = len(near & pairing.note_contexts[equal.start].near)
        for note in untold:
            if note.kind is FactKind.RANK or note.size == fact.size:
                continue
            alike = len(near & pairing.note_contexts[note.start].near)
            if alike < _SAME_THING or not same_measure(fact, note):
                continue
            if alike > own if told[equal.start] > 1 else not (own or note.weak):
                yield fact, note
                break


def _is_part(notes: Reading, note: Fact, fact: Fact) -> bool:
    """Whether 一家 is one of the 2家 that the prose counts together: 一家…，一家…; 早晚各一班."""
    line = notes.text[slice(*notes.line_at(note.start))]
    return notes.text[note.start - 1 : note.start] == "各" or line.count(note.text) == fact.value


def has_rival(pairing: Pairing, fact: Fact, missing: Iterable[Fact], sources: Collection[int] = ()) -> bool:
    """Whether a number of the notes that is told nowhere else speaks of the same thing."""
    near, label = pairing.prose_contexts[fact.start].near, _words(pairing.prose_contexts[fact.start])
    return any(
        (same_measure(fact, note) or fact.value == note.value)
        and (
            near & pairing.note_contexts[note.start].near
            if note.start not in sources
            else label & _words(pairing.note_contexts[note.start])
        )
        for note in missing
    )


def _words(context: Context) -> frozenset[str]:
    return context.label - EMPTY
