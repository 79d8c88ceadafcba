"""Finishing a report: what is ordered, stored and handed over."""

from dataclasses import dataclass

from bot.assistant import results
from bot.assistant import view_names as views
from bot.assistant.acting import Acting
from bot.assistant.edition import Edition, edition, keep_whole, plain_sections, says_the_same
from bot.assistant.files import FORMATS, report_of
from bot.assistant.outcome import Outcome
from bot.assistant.section_versions import TO_BE_WRITTEN, chosen_versions
from bot.assistant.short import SHORT_FORMATS
from bot.interview.board import Tally
from bot.interview.cards.placing import to_be_placed
from bot.interview.event import EventKind, NewEvent
from bot.writing.content import has_content
from storage import deliveries, writings


@dataclass(frozen=True, slots=True)
class Finishing(Acting):
    """The moves of one person that bring their report about, or call it off."""

    def finish(self) -> Outcome:
        """Hand the report over; if it has to be written first, order that."""
        desk, state = self.desk, self.state
        if not has_content(state):
            return self._nothing_yet()
        finished = edition(desk.db, desk.shelf, state)
        under_way = writings.waiting_of(desk.db, state.id)
        if under_way and (finished if under_way.section else self._says_the_same(under_way.seq)):
            return Outcome(views.WRITING)
        seq = self.keep(NewEvent(EventKind.FINISH))
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
        return self.remark("export" if self._says_the_same(sent) else "export_of_before")

    def plain(self) -> Outcome:
        """Hand over the report without waiting for a model."""
        if not has_content(self.state):
            return self._nothing_yet()
        writings.stop(self.desk.db, self.state.id)
        return self._plain(self.keep(NewEvent(EventKind.FINISH)))

    def stop(self) -> Outcome:
        """Call off what is being written."""
        under_way = writings.waiting_of(self.desk.db, self.state.id)
        if under_way is None:
            return self.remark("nothing_to_stop")
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
            return self.remark("not_current")
        seq = self.keep(NewEvent(EventKind.SHORTER, text=name))
        results.hand_over(desk.db, desk.person, state.id, seq, finished, (name,))
        return self.remark("short_ordered")

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
        if not (waits := to_be_placed(self.state)):
            return self.remark("nothing_yet")
        return Outcome(self.present_view, self.desk.shelf.texts("nothing_but_aside", n=len(waits)))


def _could_be_better(finished: Edition) -> bool:
    """Whether a model might write what it has not written: it was never asked, or did not answer."""
    unwritten = any(section.basis == TO_BE_WRITTEN for section in finished.sections)
    return unwritten or not finished.tally.by_model or bool(finished.tally.failed)
