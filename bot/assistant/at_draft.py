"""What a person does at one of their drafts: what is said there, what is pressed, what is commanded."""

from dataclasses import dataclass

from bot.assistant import view_names as views
from bot.assistant.acting import Acting
from bot.assistant.asking_back import answered_by_press
from bot.assistant.changing import Changing
from bot.assistant.choosing import Choosing
from bot.assistant.filling import Filling
from bot.assistant.finishing import Finishing
from bot.assistant.holding import Holding
from bot.assistant.mending import OwnWords
from bot.assistant.outcome import Outcome
from bot.assistant.placing import Placing
from bot.assistant.reminding import Deadlines
from bot.assistant.return_moves import Returning
from bot.interview import pressing, respond
from bot.interview.cards.taken_in import taken_in
from bot.interview.cards.undone import taken_back
from bot.interview.cards.words import shortened
from bot.interview.corrections import correcting
from bot.interview.decision import QUESTION, Decision
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Return, Say

FILLED_SHOWN = 60
"""Characters of a note that are shown when a gap of it was filled, or it was taken back."""
LEFT_SHOWN = 20
"""Characters of a correction that is left unsettled."""
PRESSED_BY_COMMAND = ("back", "skip", "undo", "redo")
VIEW_OF_COMMAND = {"overview": views.OVERVIEW, "preview": views.PREVIEW, "remind": views.DEADLINE}
COMMANDS = frozenset({*PRESSED_BY_COMMAND, *VIEW_OF_COMMAND, "finish", "stop", "export", "cancel"})


@dataclass(frozen=True, slots=True)
class AtDraft(Acting):
    """Every move of one person at one draft of theirs, handed to whose it is."""

    def hear(self, move: Say) -> Outcome:
        """A message: what was asked for on the card that stands, or else a note."""
        return (
            self._changing.heard(move)
            or self._deadlines.heard(move)
            or self._filling.heard(move)
            or self._placing.heard(move)
            or self._decided(respond.hear(self.state, move, self.desk.years(), self.desk.today))
        )

    def take_back(self, move: Return) -> Outcome:
        """A report that came back from Word."""
        return self._returning.came(move)

    def command(self, name: str) -> Outcome:
        """One of COMMANDS."""
        match name:
            case "finish":
                return self._finishing.finish()
            case "stop":
                return self._finishing.stop()
            case "export":
                return self._finishing.again()
            case "cancel":
                return Outcome(views.CANCELLING)
            case name if name in VIEW_OF_COMMAND:
                return Outcome(VIEW_OF_COMMAND[name])
            case name:
                return self._decided(pressing.press(self.state, name, self.desk.years()))

    def press(self, action: str) -> Outcome:
        """A button of a card of this draft, as it is now."""
        match action.split(":"):
            case ["finish"]:
                return self._finishing.finish()
            case ["stop"]:
                return self._finishing.stop()
            case ["plain"]:
                return self._finishing.plain()
            case ["fill", seq, index] if seq.isdecimal() and index.isdecimal():
                return self._filling.chosen(int(seq), int(index))
            case ["place", key]:
                return self._placing.pressed(key)
            case ["shorter", name]:
                return self._finishing.shorter(name)
            case ["rewrite", key, which]:
                return self._changing.quick(key, which)
            case ["keep", key, version] if version.isdecimal():
                return self._changing.keep_version(key, int(version))
            case ["take" | "leave" as verb, seq, number] if seq.isdecimal() and number.isdecimal():
                return self._returning.decide(verb, int(seq), int(number))
            case ["takeall", seq] if seq.isdecimal():
                return self._returning.take_all(int(seq))
            case ["cancel"]:
                return self._choosing.cancel(self.state)
            case ["remind", what]:
                return self._deadlines.pressed(what)
            case ["follow", how]:
                return answered_by_press(self.desk, self.state, self.present_view, how)
            case ["holds", "note" | "hand" as which, key]:
                return Holding.beside(self).decide(which, key)
            case ["accept" | "let", _]:
                return self._proof(action)
            case _:
                return self._decided(pressing.press(self.state, action, self.desk.years()))

    @property
    def _changing(self) -> Changing:
        return Changing.beside(self)

    @property
    def _choosing(self) -> Choosing:
        return Choosing(self.desk, self.state, self.present_view, self.inbox_seq)

    @property
    def _deadlines(self) -> Deadlines:
        return Deadlines(self.desk, self.state, self.present_view)

    @property
    def _filling(self) -> Filling:
        return Filling.beside(self)

    @property
    def _finishing(self) -> Finishing:
        return Finishing.beside(self)

    @property
    def _placing(self) -> Placing:
        return Placing.beside(self)

    @property
    def _returning(self) -> Returning:
        return Returning.beside(self)

    def _decided(self, decision: Decision) -> Outcome:
        texts = self.desk.shelf.texts
        if decision.event is not None:
            self.keep_all(decision)
            kept = decision.event.message_id is not None
            if decision.event.kind is EventKind.FILL and self.state.focus is not None:
                return self._filled(decision.event, kept=kept)
            if decision.event.kind is EventKind.UNDO and not decision.notice:
                return Outcome(decision.view, taken_back(self.state, texts), kept=kept)
            if (
                decision.event.kind is EventKind.DECLARE
                and decision.event.text == "yes"
                and not decision.notice
            ):
                label = self.state.outline.question(decision.event.question_key).label
                return Outcome(decision.view, texts("declared_yes", label=label), kept=kept)
            if decision.notice == "introduced":
                return Outcome(decision.view, taken_in(decision, self.state.outline, texts), kept=kept)
            if decision.notice == "note_dropped":
                return Outcome(decision.view, self._gone(decision.event), kept=kept)
            if decision.event.kind is EventKind.GO and not decision.notice:
                return Outcome(decision.view, self._left_open(decision.event), kept=kept)
            notice = decision.notice or ("redone" if decision.event.kind is EventKind.REDO else "")
            return Outcome(decision.view, texts(notice) if notice else "", kept=kept)
        view = self.present_view if decision.notice else decision.view
        return Outcome(view, texts(decision.notice) if decision.notice else "")

    def _gone(self, event: NewEvent) -> str:
        """Which note was taken back, whether the card that comes has shown it or not."""
        notes = self.state.answer(event.question_key).notes
        text = next((note.reading for note in notes if note.seq == event.target), "")
        return self.desk.shelf.texts("note_dropped_named", text=shortened(text, FILLED_SHOWN))

    def _left_open(self, on: NewEvent) -> str:
        """That the card left behind asked whether words correct others, and still does; else nothing."""
        asked = correcting(self.state) if self.present_view == QUESTION else None
        if asked is None or on.question_key == self.state.cursor:
            return ""
        said = shortened(asked.note.text, LEFT_SHOWN)
        return self.desk.shelf.texts("correction_left", text=said)

    def _filled(self, event: NewEvent, *, kept: bool) -> Outcome:
        """Who fills one gap after the other sees what the note reads now, and the rest of them."""
        texts, after = self.desk.shelf.texts, self._choosing.own(self.state.id)
        notes = after.answer(event.question_key).notes if after is not None else ()
        reads = next((note.reading for note in notes if note.seq == event.target), "")
        if after is None or not after.report_gaps:
            return Outcome(QUESTION, texts("filled"), kept=kept)
        told = texts("filled_reads", text=shortened(reads, FILLED_SHOWN))
        return Outcome(f"{views.GAPS}:0", told, kept=kept)

    def _proof(self, action: str) -> Outcome:
        """Accept a finding of the proofreader, or let its place stand; then show the next one."""
        verb, _, number = action.partition(":")
        found = self.desk.open_findings(self.state)
        stale = self.remark("stale")
        if not number.isdecimal() or int(number) >= len(found):
            return stale
        chosen = found[int(number)]
        match chosen.mending if verb == "accept" else chosen.keeping:
            case OwnWords() as mine:
                self._changing.own(mine.version, mine.place, mine.text)
                said = "proof_own"
            case NewEvent() as event:
                self.keep(event)
                said = "proof_accepted" if verb == "accept" else "proof_kept"
            case _:
                return stale
        return Outcome(f"findings:{number}", self.desk.shelf.texts(said))
