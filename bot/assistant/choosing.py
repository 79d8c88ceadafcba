"""Which report a person writes: beginning, going on, switching, giving up, taking back, keeping longer."""

from dataclasses import dataclass

from bot.assistant import view_names as views
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep, own_draft
from bot.assistant.views import Desk
from bot.interview.about_choosing import is_about_choosing, tells, without_wish
from bot.interview.aside import aside_key, is_aside
from bot.interview.asked import END
from bot.interview.cards.ending import place_of
from bot.interview.decision import QUESTION
from bot.interview.event import EventKind, NewEvent
from bot.interview.fitting import fitting
from bot.interview.outline import OTHER
from bot.interview.state import DraftState, Status
from storage import drafts, retention, usage, writings


@dataclass(frozen=True, slots=True)
class Choosing:
    """One person's choices among their reports, in one transaction; `state` is the one they write now."""

    desk: Desk
    state: DraftState | None
    present_view: str
    inbox_seq: int | None

    def resume(self) -> Outcome:
        """Go on where the person was; with several reports in progress, ask with which."""
        texts = self.desk.shelf.texts
        if len(self.desk.in_progress()) > 1:
            return Outcome(views.RESUMING)
        if self.state is None:
            known = drafts.of_person(self.desk.db, self.desk.person)
            return Outcome(views.DRAFTS if known else views.START, texts("no_draft"))
        place = place_of(self.state, texts)
        return Outcome(QUESTION, texts("resumed", place=place), resumes=True)

    def start(self, outline: str) -> Outcome:
        """Begin a report of that kind."""
        texts, allowance = self.desk.shelf.texts, self.desk.access.allowance
        if not allowance.counts(self.desk.db, self.desk.person, self.desk.today, usage.DRAFTS):
            sentence = texts("limit_drafts", n=allowance.drafts)
            return Outcome(views.START, sentence, lasting=True)
        chosen = self.desk.shelf.outlines[outline]
        draft = drafts.create(self.desk.db, self.desk.person, outline, chosen.version)
        return self._with_loose(draft.id, texts("created", title=chosen.title))

    def named(self, text: str) -> Outcome | None:
        """Begin the kind of report whose name was typed where they are offered; None for other words."""
        titles = {outline.title: key for key, outline in self.desk.shelf.outlines.items()}
        meant = fitting(text, list(titles)) or fitting(without_wish(text), list(titles))
        if len(meant) == 1:
            return self.start(titles[meant[0]])
        return self._remark("kind_not_clear", text=text.strip()) if meant else None

    def switch(self, draft: str) -> Outcome:
        """Write that report from now on."""
        chosen = self._numbered(draft)
        if chosen is None:
            return self._remark("stale")
        if chosen.status is Status.CANCELLED:
            return self._remark("draft_gone")
        return self._opened(chosen, "switched")

    def restore(self, draft: str) -> Outcome:
        """Take back that a report was given up."""
        chosen = self._numbered(draft)
        if chosen is None or chosen.status is not Status.CANCELLED:
            return self._remark("stale")
        keep(self.desk.db, chosen.id, NewEvent(EventKind.RESTORE), self.inbox_seq)
        return self._opened(chosen, "restored")

    def retain(self, draft: str) -> Outcome:
        """Keep a finished report for another while: the answer to the warning, good at any time."""
        kept, days = self._numbered(draft), self.desk.keeping.report_days
        if kept is None or days is None:
            return self._remark("stale")
        retention.keep_on(self.desk.db, kept.id)
        return self._remark("retained", n=days)

    def cancel(self, state: DraftState) -> Outcome:
        """Give a report up; nothing of it is deleted."""
        keep(self.desk.db, state.id, NewEvent(EventKind.CANCEL), self.inbox_seq)
        drafts.switch(self.desk.db, self.desk.person, None)
        called_off = writings.stop(self.desk.db, state.id)
        cancelled = self.desk.shelf.texts("cancelled", title=state.outline.title)
        return Outcome(views.DRAFTS, cancelled, orders=called_off)

    def own(self, draft: int) -> DraftState | None:
        """The person's draft of that number; None if it is not theirs, or written by an outline now gone."""
        return own_draft(self.desk.db, self.desk.shelf, self.desk.person, draft)

    def _numbered(self, draft: str) -> DraftState | None:
        return self.own(int(draft)) if draft.isdecimal() else None

    def _opened(self, chosen: DraftState, key: str) -> Outcome:
        """Go on with a draft; what was said while there was none goes into it, or waits in it for a place."""
        drafts.switch(self.desk.db, self.desk.person, chosen.id)
        return self._with_loose(chosen.id, self.desk.shelf.texts(key, title=chosen.outline.title))

    def _with_loose(self, draft: int, notice: str) -> Outcome:
        def place_of(text: str) -> str | None:
            if of_the_choice(self.desk, text):
                return None
            return OTHER if tells(text) else aside_key(END)

        places = drafts.take_loose(self.desk.db, self.desk.person, draft, place_of)
        for key, wait in (("loose_moved", False), ("loose_waits", True)):
            if several := sum(is_aside(place) is wait for place in places):
                notice += self.desk.shelf.texts(key, n=several)
        return Outcome(QUESTION, notice)

    def _remark(self, key: str, **values: object) -> Outcome:
        return Outcome(self.present_view, self.desk.shelf.texts(key, **values))


def of_the_choice(desk: Desk, text: str) -> bool:
    """Whether words said before any report only speak of which is to be written: they belong into none."""
    return is_about_choosing(text, [outline.title for outline in desk.shelf.outlines.values()])
