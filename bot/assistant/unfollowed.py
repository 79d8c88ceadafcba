"""Sentences by hand whose notes have changed since: found anew, and settled as the person says."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.assistant.edition import (
    NewSection,
    SectionVersion,
    add_version,
    by_section,
    chosen_versions,
    version_of,
    wishes_of,
)
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep, recall
from bot.interview.board import Tally
from bot.interview.by_hand import NOTHING_BY_HAND
from bot.interview.event import HAND, EventKind, NewEvent
from bot.interview.settled import settled
from bot.interview.state import DraftState
from bot.interview.unfollowed import Unfollowed
from bot.library.shelf import Shelf
from bot.report import Sentence, Source
from bot.writing import model as prose
from bot.writing.by_hand import ORDINAL, correctable
from bot.writing.folding import folded
from storage import drafts, versions

if TYPE_CHECKING:
    from bot.assistant.views import Desk

TO_BE_WRITTEN = ""
"""The basis of a section that was put together without being written: the next writing takes its place."""


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


@dataclass(frozen=True, slots=True)
class Holding:
    """One person says which of the two holds, in one transaction."""

    desk: "Desk"
    state: DraftState
    present_view: str
    inbox_seq: int | None

    def decide(self, which: str, key: str) -> Outcome:
        """The sentence by hand stays as it is, or its notes are written again."""
        texts = self.desk.shelf.texts
        every = unfollowed(self.desk.db, self.desk.shelf, self.state)
        chosen = next((one for one in every if one.told.key == key), None)
        if chosen is None:
            return Outcome(self.present_view, texts("stale"))
        event = NewEvent(EventKind.LET, chosen.version.section, f"{which}:{key}")
        seq = keep(self.desk.db, self.state.id, event, self.inbox_seq)
        if which == "note":
            self._release(chosen, seq)
        return Outcome(self.present_view, texts("note_held" if which == "note" else "hand_held"))

    def _release(self, chosen: Found, seq: int) -> None:
        """A version of the section in which its notes stand for themselves again."""
        from bot.assistant.writing import house_of

        version, state = chosen.version, self.state
        own = tuple(one for one in version.wish.own if chosen.sources.isdisjoint(one.sources))
        wish = replace(version.wish, own=own)
        wishes = {**wishes_of(chosen_versions(self.desk.db, state.id)), version.section: wish}
        told = prose.with_hand(state, house_of(state, self.desk.shelf), wishes)
        blocks = by_section(told.blocks).get(version.section, ())
        by_hand = sum(bool(one.text) for one in own) + len(wish.own_leads)
        plain = len(correctable(blocks, state.declarations)) - by_hand
        tally = Tally(by_plain=max(plain, 0), by_hand=by_hand)
        new = NewSection(version.section, TO_BE_WRITTEN, wish, blocks, tally)
        add_version(self.desk.db, state.id, seq, new)


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
