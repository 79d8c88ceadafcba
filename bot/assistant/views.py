"""What a view may look at."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlite_utils import Database

from bot.assistant.access import Access
from bot.assistant.edition import Edition, edition, newest_edition
from bot.assistant.files import lexicon_of, report_of
from bot.assistant.guarding import doubt
from bot.assistant.keeping import Keeping
from bot.assistant.nearest import handed_over
from bot.assistant.proofs import OpenFinding, open_findings
from bot.assistant.recall import OutlineGone, recall
from bot.assistant.returned import WordBack, returned
from bot.assistant.standing import standing_report
from bot.assistant.unfollowed import told, unfollowed
from bot.assistant.writer import Writer
from bot.interview.event import EventKind
from bot.interview.returning import CHINA, day_in_words
from bot.interview.state import DraftState, Status
from bot.interview.unfollowed import Unfollowed
from bot.library.shelf import Shelf
from bot.report import Report
from storage import drafts


@dataclass(frozen=True, slots=True)
class Desk:
    """What a view may look at: the shelf, one person's database, today, the writer's boards, and
    whether voice messages are heard."""

    shelf: Shelf
    db: Database
    person: str
    today: date
    writer: Writer
    access: Access
    keeping: Keeping
    now: datetime
    hears: bool

    @property
    def day(self) -> date:
        """Today by the country's clock."""
        return self.now.astimezone(CHINA).date()

    def version(self) -> int:
        """The version of cards that belong to no draft: it changes with every draft the person starts."""
        return max((draft.id for draft in drafts.of_person(self.db, self.person)), default=0)

    @property
    def administers(self) -> bool:
        """Whether the person is an administrator."""
        return self.person in self.access.admins

    @property
    def counts(self) -> bool:
        """Whether a daily limit needs to know how much the person has used today."""
        return self.access.allowance.limits_anything or self.writer.limits_people

    @property
    def by_telegram(self) -> bool:
        """Whether the person is on Telegram, where messages can be changed and replied to."""
        return self.person.startswith("telegram:")

    def years(self) -> tuple[str, ...]:
        """The two years a report may be about, the likelier one first."""
        this, last = f"{self.today.year}年", f"{self.today.year - 1}年"
        return (this, last) if self.today.month > 3 else (last, this)

    def edition(self, state: DraftState) -> Edition | None:
        """The finished report, as long as it says what the answers say."""
        return edition(self.db, self.shelf, state)

    def newest_edition(self, state: DraftState) -> Edition | None:
        """The finished report, whatever has been said since."""
        return newest_edition(self.db, state)

    def report(self, state: DraftState) -> Report:
        """The finished report, or else what stands of it with what was said since."""
        found = self.edition(state)
        return found.report if found else standing_report(self.db, self.shelf, state)

    def open_findings(self, state: DraftState) -> tuple[OpenFinding, ...]:
        """What the proofreader marks in the report as it stands, without what the person let stand."""
        let = frozenset(
            row.text for row in drafts.events(self.db, state.id) if row.kind == EventKind.LET.value
        )
        return open_findings(report_of(state, self.shelf), self.edition(state), state, self.shelf, let)

    def unfollowed(self, state: DraftState) -> tuple[Unfollowed, ...]:
        """The sentences by hand that do not follow their notes any more, where the person has not said."""
        return told(unfollowed(self.db, self.shelf, state))

    def returned(self, state: DraftState, seq: int) -> WordBack:
        """What reads differently in the report that came back by that event, without what was let be."""
        finished = self.newest_edition(state)
        events = drafts.events(self.db, state.id)
        text = next((e.text for e in events if e.seq == seq and e.kind == EventKind.RETURN.value), "")
        if finished is None or not text:
            return WordBack()
        let = frozenset(event.text for event in events if event.kind == EventKind.LET.value)
        reports = handed_over(self.db, finished, seq)
        lexicon, guarded = lexicon_of(state, self.shelf), partial(doubt, shelf=self.shelf)
        return returned(finished, reports, state, text, lexicon, let, guarded)

    def in_progress(self) -> list[tuple[DraftState, str]]:
        """The person's unfinished drafts, the one touched last first, with the day of that."""
        found = [
            (drafts.last_touched(self.db, row.id) or row.created_at, state)
            for row, state in self.known()
            if state.status is Status.ACTIVE
        ]
        found.sort(key=lambda touched: touched[0], reverse=True)
        texts = self.shelf.texts
        return [(state, day_in_words(datetime.fromisoformat(at), texts)) for at, state in found]

    def known(self) -> list[tuple[drafts.DraftRow, DraftState]]:
        """The person's drafts whose outline there still is, oldest first."""
        known = []
        for row in drafts.of_person(self.db, self.person):
            with suppress(OutlineGone):
                known.append((row, recall(self.db, self.shelf, row)))
        return known
