"""The finished report as it stands: the chosen version of every section, within its frame."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlite_utils import Database

from bot.assistant.paper import report_from, report_text, tally_of, tally_text
from bot.assistant.recall import OutlineGone, recall
from bot.assistant.section_versions import (
    NewSection,
    SectionVersion,
    add_version,
    basis_of,
    by_section,
    chosen_versions,
)
from bot.interview.board import Tally
from bot.interview.settled import waits
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.report import Report
from bot.writing import model as prose
from bot.writing.by_hand import correctable
from bot.writing.model import Wish
from bot.writing.set_by_hand import set_by_hand
from storage import drafts, writings
from storage.writings import Writing

NOTHING = Tally()


@dataclass(frozen=True)
class Edition:
    """A finished report: the chosen versions in the report's order, and who wrote how much of all of it."""

    base: Report
    sections: tuple[SectionVersion, ...]
    tally: Tally
    state: DraftState

    @cached_property
    def report(self) -> Report:
        """The whole report, with what the person set by hand outside its running text."""
        blocks = [block for section in self.sections for block in section.blocks]
        return with_own_words(prose.put_together(self.base, blocks), self.state)

    def section(self, key: str) -> SectionVersion | None:
        """The chosen version of that section."""
        return next((section for section in self.sections if section.section == key), None)


def edition(db: Database, shelf: Shelf, state: DraftState) -> Edition | None:
    """The finished report; None if there is none, or something has been said since it was written."""
    whole = writings.newest_whole(db, state.id)
    return newest_edition(db, state) if whole and says_the_same(db, shelf, state, whole.seq) else None


def newest_edition(db: Database, state: DraftState) -> Edition | None:
    """The newest finished report, whatever has been said since."""
    whole = writings.newest_whole(db, state.id)
    if whole is None:
        return None
    frame = json.loads(whole.frame)
    chosen = chosen_versions(db, state.id)
    sections = tuple(chosen[key] for key in frame["sections"] if key in chosen)
    return Edition(report_from(frame["base"]), sections, _together(sections, tally_of(whole.told)), state)


def with_own_words(report: Report, state: DraftState) -> Report:
    """The report with what the person set by hand outside its running text."""
    return set_by_hand(report, state.by_hand, state.outline, state.declarations)


def _together(sections: Iterable[SectionVersion], newest: Tally) -> Tally:
    """Who wrote how much of what stands now, and why calls failed when the report was last written."""
    tallies = [section.tally for section in sections]
    return Tally(
        by_model=sum(tally.by_model for tally in tallies),
        by_plain=sum(tally.by_plain for tally in tallies),
        by_hand=sum(tally.by_hand for tally in tallies),
        found=sum(tally.found for tally in tallies),
        repaired=sum(tally.repaired for tally in tallies),
        failed=newest.failed,
    )


def says_the_same(db: Database, shelf: Shelf, state: DraftState, seq: int) -> bool:
    """Whether nothing has been said, corrected, settled or taken back since that event."""
    row = drafts.get(db, state.id)
    assert row is not None
    try:
        then = recall(db, shelf, row, until=seq)
    except OutlineGone:
        return False
    return then.answers == state.answers and waits(then) == waits(state)


def keep_whole(
    db: Database, writing: Writing, base: Report, sections: Sequence[NewSection], tally: Tally
) -> bool:
    """Store a report just written; False, and nothing stored, if it was called off meanwhile.

    A section that was written from the same notes and wishes as the chosen version adds no version: what the
    person has read stays, unless only now a model wrote it.
    """
    frame = {"base": report_text(base), "sections": [new.key for new in sections]}
    if not writings.done(db, writing.id, frame=json.dumps(frame, ensure_ascii=False), told=tally_text(tally)):
        return False
    chosen = chosen_versions(db, writing.draft)
    for new in sections:
        old = chosen.get(new.key)
        stays = old is not None and old.basis == new.basis and old.wish == new.wish
        better = old is not None and not old.tally.by_model and new.tally.by_model
        if not stays or better:
            add_version(db, writing.draft, writing.seq, new)
    return True


def plain_sections(plain: Report, fixed: Collection[str]) -> tuple[Report, list[NewSection]]:
    """The plain writer's report as base and sections; `fixed` are the questions of declarations."""
    sections = [
        NewSection(key, basis_of(blocks), Wish(), blocks, Tally(by_plain=len(correctable(blocks, fixed))))
        for key, blocks in by_section(plain.blocks).items()
    ]
    return plain.without_sections(), sections
