"""Deadlines and reminders: what people say about them, and whom to remind now."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.assistant import view_names as views
from bot.assistant.outcome import Outcome
from bot.assistant.views import Desk
from bot.interview.dates import DayGone, read_day
from bot.interview.move import Say
from bot.interview.reminding import HOURS, Due, may_be_sent, reached
from bot.interview.state import DraftState, Status
from storage import deadlines, people
from storage.deadlines import Deadline

SHORT = 16
"""A message up to this length is meant as a day where a day was asked for."""
BUSY = timedelta(minutes=10)
"""Whoever wrote or pressed so recently is not interrupted."""


_DUE = re.compile(
    r"\D{0,3}[\d一二三四五六七八九十年月日号周下个星期礼拜天后底]+(?:之?前)?(?:要|得)?交(?:稿|报告)?[。！!]?"
)
"""12月20日交: a day with this behind it is meant as the deadline wherever it is said."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What one person does about the deadline of one draft."""

    desk: Desk
    state: DraftState
    present_view: str

    def heard(self, move: Say) -> Outcome | None:
        """What a message means where the day was asked for; None where it is something else."""
        texts = self.desk.shelf.texts
        asked = self.present_view == views.DEADLINE
        if not 0 < len(move.text.strip()) <= SHORT or not (asked or _DUE.fullmatch(move.text.strip())):
            return None
        try:
            day = read_day(move.text, self.desk.day)
        except DayGone:
            return Outcome(views.DEADLINE, texts("deadline_gone"))
        if day is None:
            return Outcome(views.DEADLINE, texts("deadline_unclear")) if asked else None
        before = deadlines.of_draft(self.desk.db, self.state.id)
        self._put(day, before.hour if before else None)
        return Outcome(views.DEADLINE, texts("deadline_kept"), kept=True)

    def pressed(self, what: str) -> Outcome:
        """An hour for reminders, none, or no deadline at all."""
        texts, before = self.desk.shelf.texts, deadlines.of_draft(self.desk.db, self.state.id)
        if before is None:
            return Outcome(self.present_view, texts("stale"))
        if what == "clear":
            deadlines.clear(self.desk.db, self.state.id)
            return Outcome(views.DEADLINE, texts("deadline_cleared"))
        hour = int(what) if what.isdecimal() and int(what) in HOURS else None
        self._put(date.fromisoformat(before.day), hour)
        return Outcome(views.DEADLINE)

    def _put(self, day: date, hour: int | None) -> None:
        """Set the deadline; reminders whose moment has passed already will not come."""
        db, draft = self.desk.db, self.state.id
        deadlines.put(db, Deadline(draft, self.desk.person, day.isoformat(), hour))
        deadlines.spend(db, draft, day.isoformat(), reached(Due(day, hour), self.desk.now))


def quiet(desk: Desk, view: str) -> Outcome:
    """End all reminders of this person."""
    ended = deadlines.quiet(desk.db, desk.person)
    return Outcome(view, desk.shelf.texts("quieted" if ended else "nothing_to_quiet"), lasting=True)


def to_remind(db: Database, channel: str, now: datetime, today: date) -> list[Deadline]:
    """Whom to remind now. Each of these reminders is spent with this: it belongs into one transaction
    with what shows it.

    Somebody who is busy here is left for later; several that have become due meanwhile come as one.
    """
    found = []
    for deadline in deadlines.to_remind_of(db, channel, today.isoformat()):
        due = Due(date.fromisoformat(deadline.day), deadline.hour)
        fresh = reached(due, now) - deadlines.spent(db, deadline.draft, deadline.day)
        if not fresh or not may_be_sent(due, now) or _busy(db, deadline.person, now):
            continue
        deadlines.spend(db, deadline.draft, deadline.day, fresh)
        found.append(deadline)
    return found


def wants_reminding(state: DraftState | None) -> bool:
    """Whether there is anything left to do."""
    return state is not None and state.status is Status.ACTIVE


def _busy(db: Database, person: str, now: datetime) -> bool:
    seen = people.last_seen(db, person)
    writing = people.screen(db, person).view == views.WRITING
    return writing or (seen is not None and abs(now - datetime.fromisoformat(seen)) < BUSY)
