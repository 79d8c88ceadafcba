"""The card of each view."""

from dataclasses import dataclass, replace

from bot.assistant.asking_back import asked_back
from bot.assistant.desk_views import desk_view, start_view
from bot.assistant.due_views import deadline_view, due_line, reminder_view
from bot.assistant.fact_entries import fact_entries
from bot.assistant.falling_short import falling_short
from bot.assistant.files import report_of, sheet_of
from bot.assistant.finished_views import finished_view
from bot.assistant.previewing import excerpts
from bot.assistant.short import SPOKEN, SUMMARY
from bot.assistant.spoken_lines import spoken_lines
from bot.assistant.view_names import SORTING, START
from bot.assistant.views import Desk
from bot.interview.card import Block, Card, Style
from bot.interview.cards.correction import with_correction
from bot.interview.cards.desk import cancel_card
from bot.interview.cards.ending import end_card, facts_card, gaps_card, paused_card
from bot.interview.cards.finished import short_card
from bot.interview.cards.overridden import with_overridden
from bot.interview.cards.overview import overview_card, section_card
from bot.interview.cards.placing import placing_card
from bot.interview.cards.preview import Excerpt, preview_card
from bot.interview.cards.proofs import proof_card
from bot.interview.cards.question import question_card
from bot.interview.cards.signing import with_date
from bot.interview.cards.sorting import sorting_card
from bot.interview.cards.unfollowed import with_unfollowed
from bot.interview.cards.word_back import change_card
from bot.interview.cards.writing import stopped_card, tally_line, writing_card
from bot.interview.decision import QUESTION
from bot.interview.outline import OTHER
from bot.interview.profile import reporting_year
from bot.interview.state import DraftState, Status
from bot.writing.content import has_content
from storage import follow_ups, writings


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws the card of a view, of what one desk knows."""

    desk: Desk

    def card(self, view: str, state: DraftState | None, notice: str = "") -> Card:
        """The card of a view; without a draft every view is the start."""
        card = self._drawn(view, state, notice)
        if notice and not any(notice in block.text for block in card.blocks):
            card = replace(card, blocks=(Block(notice, Style.HINT), *card.blocks))
        name = view.partition(":")[0]
        at = state.cursor if state and name == QUESTION else name
        about = f"{card.draft}:{at}"
        return card if card.about == about else replace(card, about=about)

    def _drawn(self, view: str, state: DraftState | None, notice: str) -> Card:
        desk, texts = self.desk, self.desk.shelf.texts
        name, _, arg = view.partition(":")
        if card := desk_view(desk, name, state, notice):
            return card
        if state is None or name == START:
            return start_view(desk, state, notice)
        match name:
            case "overview":
                return self._overview(state)
            case "deadline":
                return deadline_view(desk, state, notice)
            case "reminder" if card := reminder_view(desk, arg):
                return card
            case "section":
                key, _, page = arg.partition(":")
                return section_card(state, texts, key, _number(page)) or self._overview(state)
            case "place" if state.aside:
                return placing_card(state, texts, arg, desk.years(), notice)
            case "gaps" | "sort":
                return self._gaps(state, name, arg)
            case "preview":
                return preview_card(state, texts, self._excerpts(state), _number(arg))
            case "writing" if writings.waiting_of(desk.db, state.id):
                return writing_card(state, texts, desk.writer.board(state.id), notice)
            case "stopped":
                return stopped_card(state, texts, notice)
            case "report" | "part" | "wish" | "lines" | "mend" | "compare" if found := desk.edition(state):
                return finished_view(desk, state, found, name, arg, notice)
            case "short" if desk.edition(state):
                return short_card(state, texts, tuple(SPOKEN.items()), SUMMARY, notice)
            case "returned" | "change" if desk.newest_edition(state):
                seq, _, number = arg.partition(":")
                back = desk.returned(state, _number(seq))
                told = [one.told for one in back.changes]
                shown = _number(number) if name == "change" else len(told)
                return change_card(state, texts, told, _number(seq), shown, older=back.older, notice=notice)
            case "facts":
                return facts_card(
                    state,
                    texts,
                    fact_entries(sheet_of(state, desk.report(state), desk.shelf), texts),
                    _number(arg),
                )
            case "findings":
                proofs = [one.proof for one in desk.open_findings(state)]
                return proof_card(state, texts, proofs, _number(arg), notice)
            case "paused":
                return paused_card(state, texts, due_line(desk, state))
            case "cancelling":
                return cancel_card(state, texts)
            case "finished" | "writing" if state.status is Status.FINISHED:
                return with_date(self._end(state, notice, finished=True), state, texts, desk.today)
            case _:
                card = with_date(self._question(state, notice), state, texts, desk.today)
                return with_correction(card, state, texts)

    def _gaps(self, state: DraftState, name: str, arg: str) -> Card:
        """The list of gaps, or the question which of them the words fill that were kept as that note."""
        seq, _, page = arg.partition(":") if name == SORTING else ("", "", arg)
        kept = next((one for one in state.answer(OTHER).notes if str(one.seq) == seq), None)
        if kept is None or not state.report_gaps:
            return gaps_card(state, self.desk.shelf.texts, _number(page))
        return sorting_card(state, self.desk.shelf.texts, kept, _number(page))

    def _question(self, state: DraftState, notice: str) -> Card:
        """The card of the question under the cursor, or the one behind the last question."""
        if state.question is None:
            stands = state.status is Status.FINISHED and self.desk.edition(state) is not None
            return self._end(state, notice, finished=stands)
        card = question_card(
            state,
            self.desk.shelf.texts,
            hints=self.desk.shelf.pack(reporting_year(state)).hints,
            years=self.desk.years(),
            notice=notice,
            follow_up=asked_back(self.desk, state),
        )
        card = with_overridden(card, state, self.desk.shelf.texts)
        return with_unfollowed(card, state, self.desk.shelf.texts, self.desk.unfollowed(state))

    def _overview(self, state: DraftState) -> Card:
        length = self.desk.report(state).length if has_content(state) else 0
        asks = follow_ups.wanted(self.desk.db, self.desk.person)
        due = due_line(self.desk, state)
        spoken = spoken_lines(self.desk, state)
        return overview_card(state, self.desk.shelf.texts, asks=asks, length=length, due=due, spoken=spoken)

    def _excerpts(self, state: DraftState) -> tuple[Excerpt, ...]:
        if not has_content(state):
            return ()
        found, outline = self.desk.edition(state), state.outline
        models = self.desk.writer.has_models
        return excerpts(self.desk.report(state), found, outline, self.desk.shelf.texts, models=models)

    def _end(self, state: DraftState, notice: str, *, finished: bool) -> Card:
        omitted = report_of(state, self.desk.shelf).omitted
        proofs = [one.proof for one in self.desk.open_findings(state)] if finished else []
        edition = self.desk.edition(state) if finished else None
        report = edition.report if edition else self.desk.report(state) if has_content(state) else None
        return end_card(
            state,
            self.desk.shelf.texts,
            omitted=omitted,
            finished=finished,
            told=tally_line(self.desk.shelf.texts, edition.tally) if edition else "",
            short=falling_short(report, state, self.desk.shelf.texts, finished=finished) if report else "",
            notice=notice,
            spoken=spoken_lines(self.desk, state),
            proofs=proofs,
            unfollowed=self.desk.unfollowed(state),
        )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
