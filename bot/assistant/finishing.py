"""Finishing a report and changing the finished one: what is ordered, stored and handed over."""

from dataclasses import dataclass, replace

from bot.assistant import results
from bot.assistant import view_names as views
from bot.assistant.edition import (
    Edition,
    NewSection,
    SectionVersion,
    add_version,
    chosen_versions,
    edition,
    keep_whole,
    plain_sections,
    says_the_same,
)
from bot.assistant.files import FORMATS, report_of
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep, recall
from bot.assistant.short import SHORT_FORMATS
from bot.assistant.unfollowed import TO_BE_WRITTEN
from bot.assistant.views import Desk
from bot.interview.board import Tally
from bot.interview.by_hand import GAP
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Say
from bot.interview.state import DraftState
from bot.interview.talk import is_talk
from bot.report import CONCLUSION, OPENING, Report
from bot.writing.by_hand import Correctable, Corrected, correctable, corrected
from bot.writing.content import has_content
from bot.writing.model import OwnLead, Wish
from bot.writing.wording import gap_mark
from storage import deliveries, drafts, versions, writings

QUICK_WISHES = ("shorter", "longer", "plainer", "again")


@dataclass(frozen=True, slots=True)
class Finishing:
    """The moves of one person on one draft's report, in one transaction."""

    desk: Desk
    state: DraftState
    present_view: str
    inbox_seq: int | None

    def finish(self) -> Outcome:
        """Hand the report over; if it has to be written first, order that."""
        desk, state = self.desk, self.state
        if not has_content(state):
            return self._nothing_yet()
        finished = edition(desk.db, desk.shelf, state)
        under_way = writings.waiting_of(desk.db, state.id)
        if under_way and (finished if under_way.section else self._says_the_same(under_way.seq)):
            return Outcome(views.WRITING)
        seq = keep(desk.db, state.id, NewEvent(EventKind.FINISH), self.inbox_seq)
        if finished and not (desk.writer.has_models and _could_be_better(finished)):
            results.hand_over(desk.db, desk.person, state.id, seq, finished)
            return Outcome(views.FINISHED)
        if desk.writer.has_models:
            return self._order(seq)
        return self._plain(seq)

    def again(self) -> Outcome:
        """Send all files of the newest finished report once more; without one, finish it."""
        sent = deliveries.again(self.desk.db, self.state.id, FORMATS[0])
        if sent is None:
            return self.finish()
        return self._remark("export" if self._says_the_same(sent) else "export_of_before")

    def plain(self) -> Outcome:
        """Hand over the report without waiting for a model."""
        if not has_content(self.state):
            return self._nothing_yet()
        writings.stop(self.desk.db, self.state.id)
        return self._plain(keep(self.desk.db, self.state.id, NewEvent(EventKind.FINISH), self.inbox_seq))

    def stop(self) -> Outcome:
        """Call off what is being written."""
        under_way = writings.waiting_of(self.desk.db, self.state.id)
        if under_way is None:
            return self._remark("nothing_to_stop")
        writings.stop(self.desk.db, self.state.id)
        if under_way.section:
            return Outcome(
                f"{views.PART}:{under_way.section}:0", self.desk.shelf.texts("rewrite_stopped"), True
            )
        return Outcome(views.STOPPED, orders=True)

    def shorter(self, name: str) -> Outcome:
        """Hand over a shorter version of the finished report."""
        desk, state = self.desk, self.state
        finished = edition(desk.db, desk.shelf, state)
        if finished is None or name not in SHORT_FORMATS:
            return self._remark("not_current")
        seq = keep(desk.db, state.id, NewEvent(EventKind.SHORTER, text=name), self.inbox_seq)
        results.hand_over(desk.db, desk.person, state.id, seq, finished, (name,))
        return self._remark("short_ordered")

    def rewrite(self, key: str, wish: str, message_id: int | None = None) -> Outcome:
        """Order a section anew by a wish in the person's words; without words another try."""
        if not self.desk.writer.has_models or self._section(key) is None:
            return self._remark("not_current")
        event = NewEvent(EventKind.WISH, key, wish, message_id=message_id)
        seq = keep(self.desk.db, self.state.id, event, self.inbox_seq)
        writings.order(self.desk.db, self.desk.person, self.state.id, seq, key)
        return Outcome(views.WRITING, orders=True)

    def quick(self, key: str, which: str) -> Outcome:
        """A wish from a button."""
        if which not in QUICK_WISHES:
            return self._remark("stale")
        return self.rewrite(key, "" if which == "again" else self.desk.shelf.texts(f"wish_{which}"))

    def keep_version(self, key: str, version: int) -> Outcome:
        """Let that version of the section stand."""
        row = versions.get(self.desk.db, version)
        present = self._section(key)
        if row is None or present is None or (row.draft, row.section) != (self.state.id, key):
            return self._remark("not_current")
        event = NewEvent(EventKind.KEEP, key, target=version)
        keep(self.desk.db, self.state.id, event, self.inbox_seq)
        versions.choose(self.desk.db, self.state.id, key, version)
        return Outcome(f"{views.PART}:{key}:0", self.desk.shelf.texts("version_kept"))

    def heard(self, move: Say) -> Outcome | None:
        """What a message means where a wish or a sentence was asked for; None where it is something else."""
        name, _, arg = self.present_view.partition(":")
        if name not in ("wish", "mend") or not move.text.strip() or is_talk(move.text):
            return None
        key, _, rest = arg.partition(":")
        present = self._section(key)
        if present is None:
            return None
        if name == "wish":
            return self.rewrite(key, move.text, move.message_id)
        version, _, number = rest.partition(":")
        return self._correct(present, move, number) if version == str(present.id) else None

    def own(
        self, present: SectionVersion, place: Correctable, text: str, message_id: int | None = None
    ) -> SectionVersion:
        """Let that sentence read `text` from now on, the person's own words: a new version of its section.

        Without words it is left out from now on, and what it rests on with it.
        """
        event = NewEvent(EventKind.OWN, present.section, text, message_id=message_id)
        seq = keep(self.desk.db, self.state.id, event, self.inbox_seq)
        made = corrected(present.blocks, place, text)
        old = present.tally
        tally = replace(old, by_model=max(old.by_model - 1, 0), by_hand=old.by_hand + 1)
        wish = _with_own(present, made)
        new = NewSection(present.section, present.basis, wish, made.blocks, tally)
        number = add_version(self.desk.db, self.state.id, seq, new)
        return SectionVersion(number, new.key, new.basis, new.wish, new.blocks, new.tally)

    def note_filled_gaps(self, before: Report) -> None:
        """Note which gaps the report had `before` and has no more: they were filled in it by hand."""
        row = drafts.get(self.desk.db, self.state.id)
        assert row is not None
        now = self.desk.newest_edition(recall(self.desk.db, self.desk.shelf, row))
        assert now is not None
        labels = {gap.question.key: gap.question.label for gap in self.state.report_gaps}
        for key, label in labels.items():
            if _shows(before, gap_mark(label)) and not _shows(now.report, gap_mark(label)):
                keep(self.desk.db, self.state.id, NewEvent(EventKind.RESTATE, f"{GAP}:{key}"), None)

    def _correct(self, present: SectionVersion, move: Say, number: str) -> Outcome | None:
        places = correctable(present.blocks, self.state.declarations)
        if not number.isdecimal() or int(number) >= len(places):
            return None
        before = self.desk.report(self.state)
        self.own(present, places[int(number)], move.text, move.message_id)
        self.note_filled_gaps(before)
        return Outcome(f"{views.PART}:{present.section}:0", self.desk.shelf.texts("own_kept"))

    def _section(self, key: str) -> SectionVersion | None:
        """The chosen version, if the finished report still says what the answers say."""
        finished = edition(self.desk.db, self.desk.shelf, self.state)
        return finished.section(key) if finished else None

    def _says_the_same(self, seq: int) -> bool:
        return says_the_same(self.desk.db, self.desk.shelf, self.state, seq)

    def _order(self, seq: int, *, plain: bool = False) -> Outcome:
        writings.order(self.desk.db, self.desk.person, self.state.id, seq, plain=plain)
        return Outcome(views.WRITING, orders=True)

    def _plain(self, seq: int) -> Outcome:
        """The plain writer's report at once, but where sentences by hand have to be put into it."""
        desk, state = self.desk, self.state
        if any(
            version.wish.own or version.wish.own_leads
            for version in chosen_versions(desk.db, state.id).values()
        ):
            return self._order(seq, plain=True)
        order = writings.order(desk.db, desk.person, state.id, seq, plain=True)
        row = writings.get(desk.db, order)
        assert row is not None
        keep_whole(desk.db, row, *plain_sections(report_of(state, desk.shelf), state.declarations), Tally())
        finished = edition(desk.db, desk.shelf, state)
        assert finished is not None
        results.hand_over(desk.db, desk.person, state.id, seq, finished)
        return Outcome(views.FINISHED, orders=True)

    def _nothing_yet(self) -> Outcome:
        """That there is nothing to write; and how much waits for a place, if anything does."""
        if not self.state.aside:
            return self._remark("nothing_yet")
        said = self.desk.shelf.texts("nothing_but_aside", n=len(self.state.aside))
        return Outcome(self.present_view, said)

    def _remark(self, key: str) -> Outcome:
        return Outcome(self.present_view, self.desk.shelf.texts(key))


def _shows(report: Report, words: str) -> bool:
    return any(words in block.text for block in report.blocks)


def _could_be_better(finished: Edition) -> bool:
    """Whether a model might write what it has not written: it was never asked, or did not answer."""
    unwritten = any(section.basis == TO_BE_WRITTEN for section in finished.sections)
    return unwritten or not finished.tally.by_model or bool(finished.tally.failed)


def _with_own(present: SectionVersion, made: Corrected) -> Wish:
    """The wish with what was corrected by hand, in place of what was by hand there before."""
    before = present.wish
    if present.section in (OPENING, CONCLUSION):
        every = tuple(OwnLead(s.text) for block in made.blocks for s in block.sentences)
        return Wish(before.text, before.again, (), every)
    if made.own:
        sources = {source for sentence in made.own for source in sentence.sources}
        rest = tuple(one for one in before.own if sources.isdisjoint(one.sources))
        return Wish(before.text, before.again, (*rest, *made.own), before.own_leads)
    lead = OwnLead(made.lead, made.beside, made.behind)
    rest_leads = tuple(
        one for one in before.own_leads if (one.beside, one.behind) != (lead.beside, lead.behind)
    )
    return Wish(before.text, before.again, before.own, (*rest_leads, lead))
