"""Changing the finished report: a section written anew, another version of it, a sentence by hand."""

from dataclasses import dataclass, replace

from bot.assistant import view_names as views
from bot.assistant.acting import Acting
from bot.assistant.edition import edition
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep, recall
from bot.assistant.section_versions import NewSection, SectionVersion, add_version
from bot.interview.by_hand import GAP
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Say
from bot.interview.talk import is_talk
from bot.report import CONCLUSION, OPENING, Report
from bot.writing.by_hand import Correctable, Corrected, correctable, corrected
from bot.writing.model import OwnLead, Wish
from storage import drafts, versions, writings

QUICK_WISHES = ("shorter", "longer", "plainer", "again")


@dataclass(frozen=True, slots=True)
class Changing(Acting):
    """The moves of one person on the sections and sentences of their finished report."""

    def rewrite(self, key: str, wish: str, message_id: int | None = None) -> Outcome:
        """Order a section anew by a wish in the person's words; without words another try."""
        if not self.desk.writer.has_models or self._section(key) is None:
            return self.remark("not_current")
        event = NewEvent(EventKind.WISH, key, wish, message_id=message_id)
        seq = self.keep(event)
        writings.order(self.desk.db, self.desk.person, self.state.id, seq, key)
        return Outcome(views.WRITING, orders=True)

    def quick(self, key: str, which: str) -> Outcome:
        """A wish from a button."""
        if which not in QUICK_WISHES:
            return self.remark("stale")
        return self.rewrite(key, "" if which == "again" else self.desk.shelf.texts(f"wish_{which}"))

    def keep_version(self, key: str, version: int) -> Outcome:
        """Let that version of the section stand."""
        row = versions.get(self.desk.db, version)
        present = self._section(key)
        if row is None or present is None or (row.draft, row.section) != (self.state.id, key):
            return self.remark("not_current")
        event = NewEvent(EventKind.KEEP, key, target=version)
        self.keep(event)
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
        seq = self.keep(event)
        made = corrected(present.blocks, place, text)
        old = present.tally
        tally = replace(old, by_model=max(old.by_model - 1, 0), by_hand=old.by_hand + 1)
        wish = _with_own(present, made)
        new = NewSection(present.section, present.basis, wish, made.blocks, tally)
        number = add_version(self.desk.db, self.state.id, seq, new)
        return SectionVersion(number, new.key, new.basis, new.wish, new.blocks, new.tally)

    def note_filled_gaps(self, before: Report) -> None:
        """Note which gaps the report had `before` and has no more: they were filled in it by hand."""
        from bot.writing.wording import gap_mark

        row = drafts.get(self.desk.db, self.state.id)
        assert row is not None
        now = self.desk.newest_edition(recall(self.desk.db, self.desk.shelf, row))
        assert now is not None
        marks: dict[str, list[str]] = {}
        for gap in self.state.report_gaps:
            marks.setdefault(gap.question.key, []).append(gap_mark(gap.name))
        for key, open_ in marks.items():
            if any(_shows(before, mark) for mark in open_) and not any(
                _shows(now.report, mark) for mark in open_
            ):
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


def _shows(report: Report, words: str) -> bool:
    return any(words in block.text for block in report.blocks)


def _with_own(present: SectionVersion, made: Corrected) -> Wish:
    """The wish with what was corrected by hand, in place of what was by hand there before."""
    before = present.wish
    if present.section in (OPENING, CONCLUSION):
        every = tuple(OwnLead(s.text) for block in made.blocks for s in block.sentences)
        return replace(before, own=(), own_leads=every)
    if made.own:
        sources = {source for sentence in made.own for source in sentence.sources}
        rest = tuple(one for one in before.own if sources.isdisjoint(one.sources))
        return replace(before, own=(*rest, *made.own))
    lead = OwnLead(made.lead, made.beside, made.behind)
    rest_leads = tuple(
        one for one in before.own_leads if (one.beside, one.behind) != (lead.beside, lead.behind)
    )
    return replace(before, own_leads=(*rest_leads, lead))
