"""Words typed where gaps are listed: which gap they fill is known where one is open, else it is asked."""

import re
from dataclasses import dataclass

from bot.assistant import view_names as views
from bot.assistant.acting import Acting
from bot.assistant.outcome import Outcome
from bot.interview.answer import Note
from bot.interview.asked import END
from bot.interview.correction_words import reads_like_one
from bot.interview.corrections import correcting
from bot.interview.decision import QUESTION, Decision
from bot.interview.dropping import asks_to_drop
from bot.interview.event import EventKind, NewEvent
from bot.interview.filling import LONGEST_FILL
from bot.interview.move import Say
from bot.interview.outline import OTHER
from bot.interview.respond import hear_at
from bot.interview.said import noted
from bot.interview.state import Gap
from bot.interview.talk import is_talk

LONGEST_VALUE, LONGEST_WORD = 12, 6
"""Characters of a figure with its unit, and of a word without any figure, that fill a placeholder."""
_CLAUSES = re.compile(r"[，,。；;！!？?\n]")
_FIGURE = re.compile(r"[\d０-９一二两三四五六七八九十百千万亿半]")


@dataclass(frozen=True, slots=True)
class Filling(Acting):
    """The moves of one person on the gaps of one draft, in one transaction."""

    def heard(self, move: Say) -> Outcome | None:
        """What a message means on a list of gaps; None where it is something else.

        Behind the last question, where there is more to say than what fills a gap, only a value for a
        placeholder is asked about. Until the person has chosen a gap the words are kept where everything
        else is.
        """
        listed = self.present_view.partition(":")[0] in (views.GAPS, views.SORTING)
        if not listed and not self._at_the_end:
            return None
        if (
            not move.text.strip()
            or not self.state.report_gaps
            or reads_like_one(move.text)
            or is_talk(move.text)
            or asks_to_drop(move.text)
        ):
            return None
        if not listed and not self._fills_a_placeholder(move):
            return None
        only = self.state.report_gaps[0] if len(self.state.report_gaps) == 1 else None
        if listed and only is not None and _fits(only, move.text.strip()):
            return self._filled(only, move, None)
        seq = self.keep(noted(OTHER, move))
        return Outcome(f"{views.SORTING}:{seq}", kept=True)

    def chosen(self, seq: int, index: int) -> Outcome:
        """The words kept as that note fill this gap."""
        note = next((note for note in self.state.answer(OTHER).notes if note.seq == seq), None)
        if note is None or index >= len(self.state.report_gaps):
            return self.remark("stale")
        move = Say(note.text, note.message_id, at=note.at)
        return self._filled(self.state.report_gaps[index], move, note)

    @property
    def _at_the_end(self) -> bool:
        behind_the_last = self.present_view == QUESTION and self.state.cursor == END
        return behind_the_last or self.present_view == views.FINISHED

    def _fills_a_placeholder(self, move: Say) -> bool:
        text = move.text.strip()
        meant = any(gap.note is not None and _fits(gap, text) for gap in self.state.report_gaps)
        return meant and correcting(self.state) is None

    def _filled(self, gap: Gap, move: Say, kept: Note | None) -> Outcome:
        """Put the words into the gap, and take them out of where they were kept; the cursor stays."""
        decision = hear_at(self.state, gap, move, self.desk.years())
        besides = list(decision.besides)
        if kept is not None:
            besides.append(NewEvent(EventKind.WITHDRAW, OTHER, target=kept.seq))
        if decision.event and decision.event.kind in (EventKind.CHOOSE, EventKind.DECLARE):
            besides.append(NewEvent(EventKind.GO, self.state.cursor))
        every = Decision(decision.event, besides=tuple(besides))
        self.keep_all(every)
        told = self.desk.shelf.texts("added_to", label=gap.question.label)
        view = f"{views.GAPS}:0" if len(self.state.report_gaps) > 1 else QUESTION
        return Outcome(view, told, kept=kept is None, lasting=True)


def _fits(gap: Gap, text: str) -> bool:
    """Whether words are what one would say to fill this gap: a value for a placeholder or a line."""
    if gap.note is not None:
        return not _CLAUSES.search(text) and len(text) <= (
            LONGEST_VALUE if _FIGURE.search(text) else LONGEST_WORD
        )
    match gap.question.kind:
        case "notes":
            return True
        case "line":
            return len(text) <= LONGEST_FILL
        case _:
            return False
