"""Sentences by hand whose notes have changed since."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from bot.assistant.recall import recall
from bot.assistant.section_versions import SectionVersion, chosen_versions, version_of
from bot.interview.by_hand import NOTHING_BY_HAND
from bot.interview.event import HAND, EventKind
from bot.interview.settled import settled
from bot.interview.state import DraftState
from bot.interview.unfollowed import Unfollowed
from bot.library.shelf import Shelf
from bot.report import Sentence, Source
from bot.writing.by_hand import ORDINAL
from bot.writing.folding import folded
from storage import drafts, versions


@dataclass(frozen=True, slots=True)
class Found:
    """As the cards tell it, the version that stands, and what the sentences by hand rest on."""

    told: Unfollowed
    version: SectionVersion
    sources: frozenset[Source]


def unfollowed(db: Database, shelf: Shelf, state: DraftState) -> tuple[Found, ...]:
    """Every sentence by hand that does not follow its note any more, unless the person let it stand so."""
    if state.by_hand is NOTHING_BY_HAND:
        return ()
    let = {row.text for row in drafts.events(db, state.id) if row.kind == EventKind.LET.value}
    then: dict[int, DraftState] = {}
    row = drafts.get(db, state.id)
    assert row is not None
    found = []
    for version in chosen_versions(db, state.id).values():
        for together in _groups(version.wish.own):
            seq = _since(db, state.id, version, together[0])
            then.setdefault(seq, recall(db, shelf, row, until=seq))
            if (one := _compared(version, together, then[seq], state)) and HAND + one.told.key not in let:
                found.append(one)
    order = {key: number for number, key in enumerate(state.keys)}
    return tuple(sorted(found, key=lambda one: order[one.told.question]))


def lost_by(db: Database, shelf: Shelf, before: DraftState, after: DraftState) -> tuple[Unfollowed, ...]:
    """Those that the step from one state to the next has brought about."""
    if after.by_hand is NOTHING_BY_HAND or before.answers == after.answers:
        return ()
    return tuple(
        one.told
        for one in unfollowed(db, shelf, after)
        if any(_reading(before, source) != _reading(after, source) for source in one.sources)
    )


def _groups(own: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences by hand that rest on the same notes, together."""
    left = list(own)
    while left:
        together, sources = [left.pop(0)], set[Source]()
        while len(sources) < len(sources := {source for one in together for source in one.sources}):
            joining = [one for one in left if not sources.isdisjoint(one.sources)]
            left = [one for one in left if one not in joining]
            together += joining
        yield together


def _since(db: Database, draft: int, version: SectionVersion, sentence: Sentence) -> int:
    """The event with which this sentence became the person's own."""
    seq = 0
    for row in reversed(versions.of_section(db, draft, version.section)):
        if row.id > version.id:
            continue
        if seq and sentence not in version_of(row).wish.own:
            break
        seq = row.seq
    return seq


def _compared(
    version: SectionVersion, together: Sequence[Sentence], then: DraftState, now: DraftState
) -> Found | None:
    """What is open between these sentences and their notes; None if every note reads as it did then."""
    sources = list(dict.fromkeys(source for one in together for source in one.sources))
    changed = [source for source in sources if _reading(then, source) != _reading(now, source)]
    standing = [s for s in sources if s.question in now.asked.by_key and _reading(now, s)]
    telling = (one.text for one in together if not set(changed).isdisjoint(one.sources))
    text = "".join(ORDINAL.sub("", sentence) for sentence in telling).removesuffix("。")
    note = "；".join(_reading(now, source) for source in standing)
    if not changed or not standing or (note and all(_holds(text, _reading(now, s)) for s in standing)):
        return None
    key = next((s.question for s in changed if s in standing), standing[0].question)
    named = hashlib.sha256("\n".join((version.section, text, note)).encode()).hexdigest()[:16]
    told = Unfollowed(named, key, now.outline.question(key).label, note, text)
    return Found(told, version, frozenset(sources))


def _holds(text: str, reading: str) -> bool:
    """Whether the sentence already says it in the very words."""
    return folded(reading).rstrip("。") in folded(text)


def _reading(state: DraftState, source: Source) -> str:
    """What the note reads; of a choice or a gap what was chosen."""
    answer = settled(state, source.question)
    if source.note is None:
        return answer.choice
    return next((note.reading.strip() for note in answer.notes if note.seq == source.note), "")


def told(found: Iterable[Found]) -> tuple[Unfollowed, ...]:
    """As the cards tell them."""
    return tuple(one.told for one in found)
