"""One person's move, from what it means to what is stored: everything in one transaction."""

from dataclasses import dataclass, replace

from bot.assistant import doubts, voice_moves
from bot.assistant import view_names as views
from bot.assistant.at_draft import COMMANDS, AtDraft
from bot.assistant.button_names import anywhere, named, typed_action
from bot.assistant.choosing import Choosing, of_the_choice
from bot.assistant.doubts import Doubts
from bot.assistant.drawing import Drawing
from bot.assistant.edited_notes import corrected
from bot.assistant.guarding import said, weighed
from bot.assistant.office import DECISIONS, decide
from bot.assistant.outcome import Outcome
from bot.assistant.reminding import quiet
from bot.assistant.replies import added_by_reply
from bot.assistant.views import Desk
from bot.interview.decision import QUESTION
from bot.interview.move import Command, Correct, Move, Press, Return, Say, Unusable
from bot.interview.pressing import pressed_in_time
from bot.interview.state import DraftState, Status
from storage import drafts, forgotten, inbox, usage, voices
from storage.purge import purge


@dataclass(frozen=True, slots=True)
class Mover:
    """Makes the moves of one person in one transaction. `inbox_seq` ties the event to what arrived.

    `corrects` says that they were about to type the words of a voice message anew.
    """

    desk: Desk
    state: DraftState | None
    present_view: str
    inbox_seq: int | None
    corrects: bool

    def make(self, move: Move) -> Outcome:
        """Store what the move means and say what to show."""
        if not isinstance(move, Press | Command) and not self._counted():
            return self._remark("limit_messages", n=self.desk.access.allowance.messages)
        if self.corrects and isinstance(move, Command | Press):
            voices.stop_correcting(self.desk.db, self.desk.person)
        refused, doubtful = weighed(said(move), self.desk.shelf)
        if refused:
            self._forget_raw()  # it names the file that Telegram keeps
            return Outcome(self.present_view, refused, erased=True)
        match move:
            case Command():
                return self._command(move)
            case Press():
                return self._press(move)
            case Correct():
                if asked := self._doubts().edited(move):
                    return asked
                return corrected(self.desk, self._choosing.own, self.present_view, move, self.inbox_seq)
            case Unusable():
                return self._remark(move.what)
            case Return():
                return self._came_back(move)
            case Say():
                outcome = self._doubts().hold(move, doubtful) if doubtful else self._say(move)
                return self._without_what_came_along(move, outcome)

    def _forget_raw(self) -> None:
        if self.inbox_seq is not None:
            inbox.forget(self.desk.db, self.inbox_seq)

    def _counted(self) -> bool:
        allowance = self.desk.access.allowance
        return allowance.counts(self.desk.db, self.desk.person, self.desk.today, usage.MESSAGES)

    def _without_what_came_along(self, move: Say, outcome: Outcome) -> Outcome:
        """Says of what came with the words that only they were taken in."""
        if not move.left_out:
            return outcome
        return replace(outcome, notice=outcome.notice + self.desk.shelf.texts(move.left_out))

    def _came_back(self, move: Return) -> Outcome:
        if self.state is None:
            return Outcome(views.START, self.desk.shelf.texts("returned_no_report"))
        return self._at(self.state).take_back(move)

    def _doubts(self) -> Doubts:
        def say(move: Say, view: str) -> Outcome:
            return replace(self, present_view=view)._say(move)

        return Doubts(self.desk, self.state, self.present_view, self.inbox_seq, self._choosing.own, say)

    def _remark(self, key: str, **values: object) -> Outcome:
        return Outcome(self.present_view, self.desk.shelf.texts(key, **values))

    def _say(self, move: Say) -> Outcome:
        if self.corrects and (corrected := voice_moves.typed_anew(self._voice_desk(), move)):
            return self._of_voice(corrected)
        if self.present_view == views.START and (chosen := self._choosing.named(move.text)):
            return chosen
        if self.state is None:
            if not move.text.strip():
                return self._remark("blank")
            drafts.keep_loose(self.desk.db, self.desk.person, move.text, move.message_id)
            told = "choose_first" if of_the_choice(self.desk, move.text) else "kept_loose"
            return Outcome(views.START, self.desk.shelf.texts(told), kept=True)
        if replying := added_by_reply(self.desk, self.state, self.present_view, move, self.inbox_seq):
            return replying
        if typed := typed_action(move.text.strip(), self.state, self.present_view, self.desk.shelf.texts):
            return self._at(self.state).press(typed)
        if name := named(move.text, self.desk.shelf.texts):
            return self._button_named(self.state, name)
        if self.present_view == views.START and move.text.strip() and of_the_choice(self.desk, move.text):
            return self._remark("choose_first")
        return self._at(self.state).hear(move)

    def _button_named(self, state: DraftState, name: str) -> Outcome:
        """What the button of that name does on the card that stands; said so if it is not on that card."""
        card = Drawing(self.desk).card(self.present_view, state)
        if there := next((one for one in card.labels() if one.label == name), None):
            return self._press(Press(card.draft, card.version, there.action))
        if leads := anywhere(name, state, self.desk.shelf.texts):
            return self._at(state).press(leads)
        return self._remark("no_such_button", name=name)

    def _command(self, move: Command) -> Outcome:
        match move.name:
            case "start" | "new":
                return Outcome(views.START)
            case "drafts":
                return Outcome(views.DRAFTS)
            case "help":
                return Outcome(views.HELP)
            case "forget":
                return Outcome(views.FORGET)
            case "mydata":
                return Outcome(self.present_view, data=True)
            case "people" if self.desk.administers:
                return Outcome(views.PEOPLE)
            case "resume":
                return self._choosing.resume()
            case "quiet":
                return quiet(self.desk, self.present_view)
            case name if name not in COMMANDS:
                return self._remark("unknown_command", name=move.name)
            case _ if self.state is None:
                return Outcome(views.START, self.desk.shelf.texts("no_draft"))
            case name:
                return self._at(self.state).command(name)

    def _voice_desk(self) -> voice_moves.VoiceDesk:
        own, held = self._choosing.own, self._doubts().spoken
        return voice_moves.VoiceDesk(self.desk, self.state, own, held, self.inbox_seq)

    def _of_voice(self, told: voice_moves.Told) -> Outcome:
        return Outcome(told.view or self.present_view, told.notice, kept=told.kept)

    def _press(self, move: Press) -> Outcome:
        verb, _, arg = move.action.partition(":")
        if move.draft == 0 and verb == voice_moves.VERB:
            return self._of_voice(voice_moves.pressed(self._voice_desk(), move.version, arg))
        if move.draft == 0 and verb == doubts.VERB:
            return self._doubts().pressed(*arg.partition(":")[::2])
        if move.draft == 0 and verb == "retain":
            return self._choosing.retain(arg)
        if move.draft == 0 and self._on_present_card(move.version, verb):
            match verb:
                case "new" if arg in self.desk.shelf.outlines:
                    return self._choosing.start(arg)
                case "draft":
                    return self._choosing.switch(arg)
                case "restore":
                    return self._choosing.restore(arg)
                case "view":
                    return Outcome(arg)
                case "mydata":
                    return Outcome(self.present_view, data=True)
                case "forget":
                    if self.desk.counts:
                        forgotten.keep_counts(self.desk.db, self.desk.person, self.desk.today)
                    purge(self.desk.db, self.desk.person)
                    return Outcome(views.FORGOTTEN, orders=True, gone=True)
                case "quiet":
                    return quiet(self.desk, QUESTION)
                case _ if verb in DECISIONS and self.desk.administers:
                    return self._decide(verb, arg)
                case _:
                    return self._remark("stale")
        if self.state is None or not pressed_in_time(self.state, move):
            meant = self._choosing.own(move.draft)
            gone = meant is not None and meant.status is Status.CANCELLED
            return self._remark("draft_gone" if gone else "stale")
        return self._at(self.state).press(move.action)

    def _on_present_card(self, version: int, verb: str) -> bool:
        """Whether a card that belongs to no draft is not outdated."""
        present = self.desk.version()  # none where everything went: delivered again, the press does the same
        return version == present or (verb == "forget" and not present)

    def _decide(self, verb: str, number: str) -> Outcome:
        desk = self.desk
        whom = f"{desk.person.partition(':')[0]}:{number}"
        sentence = decide(desk.db, desk.access, desk.shelf.texts, verb, whom)
        return Outcome(views.PEOPLE, sentence, lasting=True)

    def _at(self, state: DraftState) -> AtDraft:
        return AtDraft(self.desk, state, self.present_view, self.inbox_seq)

    @property
    def _choosing(self) -> Choosing:
        return Choosing(self.desk, self.state, self.present_view, self.inbox_seq)
