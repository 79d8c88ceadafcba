"""Views by name, and the card each of them shows."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from sqlite_utils import Database

from bot.assistant.access import Access
from bot.assistant.asking_back import asked_back
from bot.assistant.due_views import deadline_view, due_line, reminder_view
from bot.assistant.edition import Edition, edition, newest_edition, with_own_words
from bot.assistant.fact_entries import fact_entries
from bot.assistant.files import lexicon_of, report_of, sheet_of
from bot.assistant.finished_views import finished_view
from bot.assistant.guarding import doubt
from bot.assistant.keeping import Keeping, forget_view, forgotten_view
from bot.assistant.nearest import handed_over
from bot.assistant.office import people_view
from bot.assistant.previewing import excerpts
from bot.assistant.proofs import OpenFinding, open_findings
from bot.assistant.recall import OutlineGone, recall
from bot.assistant.returned import WordBack, returned
from bot.assistant.short import SPOKEN, SUMMARY
from bot.assistant.view_names import DRAFTS, FORGET, FORGOTTEN, HELD, HELP, PEOPLE, RESUMING, SORTING, START
from bot.assistant.writer import Writer
from bot.interview.card import Block, Card, Style
from bot.interview.cards.correction import with_correction
from bot.interview.cards.desk import cancel_card, drafts_card, help_card, resume_card, start_card
from bot.interview.cards.ending import end_card, facts_card, gaps_card, paused_card
from bot.interview.cards.finished import short_card
from bot.interview.cards.held import held_card
from bot.interview.cards.overridden import with_overridden
from bot.interview.cards.overview import overview_card, section_card
from bot.interview.cards.preview import Excerpt, preview_card
from bot.interview.cards.proofs import proof_card
from bot.interview.cards.question import question_card
from bot.interview.cards.signing import with_date
from bot.interview.cards.sorting import sorting_card
from bot.interview.cards.word_back import change_card
from bot.interview.cards.writing import stopped_card, tally_line, writing_card
from bot.interview.event import EventKind
from bot.interview.profile import reporting_year
from bot.interview.respond import QUESTION
from bot.interview.returning import CHINA, day_in_words
from bot.interview.state import DraftState, Status
from bot.library.shelf import Shelf
from bot.report import Report
from bot.writing.content import has_content
from storage import drafts, follow_ups, held, voices, writings


@dataclass(frozen=True, slots=True)
class Desk:
    """What a view may look at: the shelf, one person's database, today, and the writer's boards."""

    shelf: Shelf
    db: Database
    person: str
    today: date
    writer: Writer
    access: Access
    keeping: Keeping
    now: datetime

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

    def years(self) -> tuple[str, ...]:
        """The two years a report may be about, the likelier one first."""
        this, last = f"{self.today.year}年", f"{self.today.year - 1}年"
        return (this, last) if self.today.month > 3 else (last, this)

    def card(self, view: str, state: DraftState | None, notice: str = "") -> Card:
        """The card of a view; without a draft every view is the start."""
        card = self._drawn(view, state, notice)
        if notice and not any(notice in block.text for block in card.blocks):
            card = replace(card, blocks=(Block(notice, Style.HINT), *card.blocks))
        name = view.partition(":")[0]
        at = state.cursor if state and name == QUESTION else name
        return replace(card, about=f"{card.draft}:{at}")

    def _drawn(self, view: str, state: DraftState | None, notice: str) -> Card:
        texts = self.shelf.texts
        name, _, arg = view.partition(":")
        if name == DRAFTS:
            return self._drafts(state)
        if name == RESUMING:
            return resume_card(self.in_progress(), texts, version=self.version())
        if name == HELP:
            return help_card(texts, state)
        if name == PEOPLE and self.administers:
            channel = self.person.partition(":")[0]
            version = self.version()
            return people_view(
                self.db, self.access, texts, channel=channel, today=self.today, version=version
            )
        if name == FORGET:
            models, version = self.writer.has_models, self.version()
            return forget_view(self.db, self.person, texts, self.keeping, models=models, version=version)
        if name == HELD and (waiting := held.first(self.db, self.person)):
            return held_card(
                waiting.id,
                waiting.text,
                waiting.reason,
                texts,
                version=self.version(),
                notice=notice,
                editable=self._editable(waiting.message_id),
            )
        if name == FORGOTTEN:
            return forgotten_view(texts, self.keeping)
        if state is None or name == START:
            current = state if state and state.status is not Status.CANCELLED else None
            outlines = list(self.shelf.outlines.values())
            return start_card(
                outlines,
                texts,
                version=self.version(),
                current=current,
                outside=self._outside() if self.version() == 0 else "",
                notice=notice,
            )
        match name:
            case "overview":
                return self._overview(state)
            case "deadline":
                return deadline_view(self, state, notice)
            case "reminder" if card := reminder_view(self, arg):
                return card
            case "section":
                key, _, page = arg.partition(":")
                return section_card(state, texts, key, _number(page)) or self._overview(state)
            case "gaps" | "sort":
                return self._gaps(state, name, arg)
            case "preview":
                return preview_card(state, texts, self._excerpts(state), _number(arg))
            case "writing" if writings.waiting_of(self.db, state.id):
                return writing_card(state, texts, self.writer.board(state.id), notice)
            case "stopped":
                return stopped_card(state, texts, notice)
            case "report" | "part" | "wish" | "lines" | "mend" | "compare" if found := self.edition(state):
                return finished_view(self, state, found, name, arg, notice)
            case "short" if self.edition(state):
                return short_card(state, texts, tuple(SPOKEN.items()), SUMMARY, notice)
            case "returned" | "change" if self.newest_edition(state):
                seq, _, number = arg.partition(":")
                back = self.returned(state, _number(seq))
                told = [one.told for one in back.changes]
                shown = _number(number) if name == "change" else len(told)
                return change_card(state, texts, told, _number(seq), shown, older=back.older, notice=notice)
            case "facts":
                return facts_card(
                    state,
                    texts,
                    fact_entries(sheet_of(state, self.report(state), self.shelf), self.shelf.texts),
                    _number(arg),
                )
            case "findings":
                proofs = [one.proof for one in self.open_findings(state)]
                return proof_card(state, texts, proofs, _number(arg), notice)
            case "paused":
                return paused_card(state, texts, due_line(self, state))
            case "cancelling":
                return cancel_card(state, texts)
            case "finished" | "writing" if state.status is Status.FINISHED:
                return with_date(self._end(state, notice, finished=True), state, texts, self.today)
            case _:
                card = with_date(self._question(state, notice), state, texts, self.today)
                return with_correction(card, state, texts)

    def _editable(self, message_id: int | None) -> bool:
        """Whether the person can change that message of theirs: there is one, and it was typed."""
        return message_id is not None and not voices.spoken(self.db, self.person, message_id)

    def _gaps(self, state: DraftState, name: str, arg: str) -> Card:
        """The list of gaps, or the question which of them the words fill that were kept as that note."""
        seq, _, page = arg.partition(":") if name == SORTING else ("", "", arg)
        kept = next((one for one in state.answer("other").notes if str(one.seq) == seq), None)
        if kept is None or not state.report_gaps:
            return gaps_card(state, self.shelf.texts, _number(page))
        return sorting_card(state, self.shelf.texts, kept, _number(page))

    def _question(self, state: DraftState, notice: str) -> Card:
        """The card of the question under the cursor, or the one behind the last question."""
        if state.question is None:
            stands = state.status is Status.FINISHED and self.edition(state) is not None
            return self._end(state, notice, finished=stands)
        card = question_card(
            state,
            self.shelf.texts,
            hints=self.shelf.pack(reporting_year(state)).hints,
            years=self.years(),
            notice=notice,
            follow_up=asked_back(self, state),
        )
        return with_overridden(card, state, self.shelf.texts)

    def _overview(self, state: DraftState) -> Card:
        length = self.report(state).length if has_content(state) else 0
        asks = follow_ups.wanted(self.db, self.person)
        due = due_line(self, state)
        return overview_card(state, self.shelf.texts, asks=asks, length=length, due=due)

    def _excerpts(self, state: DraftState) -> tuple[Excerpt, ...]:
        if not has_content(state):
            return ()
        found, outline = self.edition(state), state.outline
        models = self.writer.has_models
        return excerpts(self.report(state), found, outline, self.shelf.texts, models=models)

    def _outside(self) -> str:
        """Plainly, for somebody who is new: which services are outside, and what does not belong here."""
        texts, providers = self.shelf.texts, self.writer.models.providers
        where = "outside" if any(not one.on_this_machine for one in providers) else "local"
        channel = "telegram" if self.person.startswith("telegram:") else "here"
        return texts(
            "start_first",
            channel=texts(f"start_first_{channel}"),
            model=texts(f"start_first_{where if providers else 'none'}"),
        )

    def edition(self, state: DraftState) -> Edition | None:
        """The finished report, as long as it says what the answers say."""
        return edition(self.db, self.shelf, state)

    def newest_edition(self, state: DraftState) -> Edition | None:
        """The finished report, whatever has been said since."""
        return newest_edition(self.db, state)

    def report(self, state: DraftState) -> Report:
        """The finished report, or else what the plain writer makes of the answers so far."""
        found = self.edition(state)
        return found.report if found else with_own_words(report_of(state, self.shelf), state)

    def open_findings(self, state: DraftState) -> tuple[OpenFinding, ...]:
        """What the proofreader marks in the report as it stands, without what the person let stand."""
        let = frozenset(
            row.text for row in drafts.events(self.db, state.id) if row.kind == EventKind.LET.value
        )
        return open_findings(report_of(state, self.shelf), self.edition(state), state, self.shelf, let)

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

    def _end(self, state: DraftState, notice: str, *, finished: bool) -> Card:
        omitted = report_of(state, self.shelf).omitted
        proofs = [one.proof for one in self.open_findings(state)] if finished else []
        edition = self.edition(state) if finished else None
        return end_card(
            state,
            self.shelf.texts,
            omitted=omitted,
            finished=finished,
            told=tally_line(self.shelf.texts, edition.tally) if edition else "",
            notice=notice,
            proofs=proofs,
        )

    def _drafts(self, current: DraftState | None) -> Card:
        listed = [(state, row.created_at[:10]) for row, state in self.known()]
        here = current.id if current else None
        return drafts_card(listed, here, self.shelf.texts, version=self.version())

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


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
