"""Words typed where no question can be seen, or of another kind than asked for: where they belong."""

from dataclasses import dataclass, replace

from bot.assistant import view_names as views
from bot.assistant.acting import Acting
from bot.assistant.outcome import Outcome
from bot.interview.aside import is_aside
from bot.interview.asked import END
from bot.interview.cards.placing import offered_there
from bot.interview.consent import Consent, consents
from bot.interview.corrections import finds
from bot.interview.decision import PLACING, QUESTION, Decision
from bot.interview.dropping import asks_to_drop, counted
from bot.interview.kinds import TALK, YES_OR_NO
from bot.interview.move import Command, Move, Press, Say
from bot.interview.outline import OTHER
from bot.interview.pasted import joined
from bot.interview.placing import (
    DROP,
    DROPS,
    KEEPS,
    UNFOUND,
    answered_since,
    doubted,
    dropped,
    origin,
    takes,
    waiting,
)
from bot.interview.respond import place
from bot.interview.said import noted, put_aside
from bot.interview.said_elsewhere import SAID_ELSEWHERE
from bot.interview.state import DraftState

MENU = "menu"
"""What stands for the section where the list of no section was on the screen."""
_ASKS_FOR_WORDS = frozenset({"", QUESTION, views.DEADLINE, views.GAPS, views.SORTING, "wish", views.MEND})
"""Where words are expected; what is none there goes to the question that is under it."""


@dataclass(frozen=True, slots=True)
class Placing(Acting):
    """The moves of one person on words of one draft without a place, in one transaction."""

    def heard(self, move: Say) -> Outcome | None:
        """What a message means where it is asked where words belong, or where no question can be seen.

        Such a message is put aside and asked about; None where it is something else.
        """
        name, _, arg = self.present_view.partition(":")
        if not any(map(str.isalnum, move.text)):
            return None
        if joined := self._joined(move):
            return joined
        if name == PLACING and self.state.aside:
            if 0 < (nth := counted(move.text)) <= len(waiting(self.state)):
                return self._without(dropped(self.state, nth))
            answered = self._answered(move.text.strip().strip("。.！!").lower())
            here = origin(self.state)
            hidden = bool(arg) or here is None or here.key != self.state.cursor
            return answered or (
                self._aside(move, arg or MENU) if hidden and not asks_to_drop(move.text) else None
            )
        if name in _ASKS_FOR_WORDS or (name != "section" and self.state.cursor == END):
            return None
        if name != views.HELD and asks_to_drop(move.text):
            return None
        if name != views.HELD and finds(self.state, OTHER, move.text):
            self.keep(noted(OTHER, move))
            return Outcome(QUESTION, kept=True)
        aside = self._aside(move, arg.partition(":")[0] if name == "section" else MENU)
        return replace(aside, view=views.HELD) if name == views.HELD else aside

    def pressed(self, key: str) -> Outcome:
        """The words go to that question, or nowhere."""
        texts = self.desk.shelf.texts
        why = doubted(self.state, self.desk.years())
        decision = place(self.state, key, self.desk.years())
        if decision.event is None:
            return Outcome(self.present_view, texts(decision.notice))
        self.keep_all(decision)
        if why == UNFOUND and key != DROP and not decision.notice:
            return Outcome(decision.view, self._placed(key, why), lasting=True)
        if decision.notice or key == self.state.cursor:
            return Outcome(decision.view, texts(decision.notice) if decision.notice else "")
        return Outcome(decision.view, self._placed(key), lasting=True)

    def _without(self, decision: Decision) -> Outcome:
        self.keep_all(decision)
        return Outcome(decision.view, self.desk.shelf.texts(decision.notice))

    def _placed(self, key: str, why: str = "") -> str:
        """The sentence that says where the words are now."""
        label = self.state.outline.question(key).label
        return self.desk.shelf.texts("unfound_kept" if why == UNFOUND else "added_to", label=label)

    def _answered(self, said: str) -> Outcome | None:
        """What an answer in words to the card does; None for other words."""
        texts, here, years = self.desk.shelf.texts, origin(self.state), self.desk.years()
        offers = [here] if here is not None and takes(self.state, here, years) else []
        section = self.present_view.partition(":")[2]
        there = offered_there(self.state, section, years)
        why = doubted(self.state, years)
        consent = consents(said, ())
        if said in DROPS or said == texts("aside_drop"):
            return self.pressed(DROP)
        if why == UNFOUND and consent in (Consent.AGREES, Consent.REPLACES, Consent.UNCLEAR):
            return self.remark("unfound_unchanged")
        asked = why not in (TALK, YES_OR_NO, SAID_ELSEWHERE)
        keeps = said in KEEPS or (asked and consent is Consent.AGREES)
        if said in (texts("aside_other"), self.state.outline.question(OTHER).label):
            return self.pressed(OTHER)
        sure = said in KEEPS or len(waiting(self.state)) == 1
        if offers and keeps and sure and not answered_since(self.state, offers[0]):
            placed = self.pressed(offers[0].key)
            return placed if placed.notice else replace(placed, notice=self._placed(offers[0].key))
        if named := next((one for one in (*offers, *there) if said == one.label), None):
            return self.pressed(named.key)
        if keeps:
            return self.remark("aside_choose")
        return None

    def _aside(self, move: Say, section: str) -> Outcome:
        self.keep(put_aside(move, self.state.cursor))
        return Outcome(f"{PLACING}:{section}", kept=True)

    def _joined(self, move: Say) -> Outcome | None:
        """A piece of a paste goes on with the one that was put aside."""
        event = joined(self.state.newest, move)
        if event is None or not is_aside(event.question_key):
            return None
        self.keep(event)
        return Outcome(self.present_view, kept=True)


def waits_for_a_place(state: DraftState | None, before: str, move: Move) -> bool:
    """Whether words put aside are asked about now: those that waited behind others, or came back."""
    if state is None or not state.aside:
        return False
    back = isinstance(move, Press) and move.action in ("undo", "redo")
    back = back or (isinstance(move, Command) and move.name in ("undo", "redo"))
    came_back = back and state.newest is not None and is_aside(state.newest.question_key)
    return before == views.HELD or came_back
