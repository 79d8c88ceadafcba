"""One person's move, from what it means to what is stored: everything in one transaction."""

from dataclasses import dataclass, replace

from bot.assistant import doubts, voice_moves
from bot.assistant import view_names as views
from bot.assistant.at_draft import COMMANDS, AtDraft
from bot.assistant.button_names import anywhere, named, pressed
from bot.assistant.choosing import Choosing, of_the_choice
from bot.assistant.doubts import Doubts
from bot.assistant.drawing import Drawing
from bot.assistant.guarding import weighed
from bot.assistant.office import DECISIONS, decide
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep_all
from bot.assistant.reminding import quiet
from bot.assistant.replies import replied_to
from bot.assistant.views import Desk
from bot.interview import respond
from bot.interview.about_choosing import without_wish
from bot.interview.cards.correction import choices
from bot.interview.cards.parts import sections
from bot.interview.corrections import correcting
from bot.interview.decision import PLACING, QUESTION, Decision
from bot.interview.editing import correct
from bot.interview.fitting import fitting
from bot.interview.move import Command, Correct, Move, Press, Return, Say, Unusable
from bot.interview.pressing import pressed_in_time
from bot.interview.said import put_aside
from bot.interview.state import DraftState, Status
from bot.interview.texts import Texts
from storage import drafts, usage, voices
from storage.purge import purge

TYPED_BUTTONS = {
    **{key: key for key in ("next", "back", "skip", "undo", "redo", "finish", "stop")},
    "overview": "view:overview",
    "pause": "view:paused",
    "preview": "view:preview:0",
    "check_facts": "view:facts:0",
    "to_gaps": "view:gaps:0",
    "to_question": "view:question",
    "resume": "view:question",
    "follow_pass": "follow:pass",
    "follow_off": "follow:off",
    "correction_yes": "instead:0",
    "correction_no": "instead:no",
}
"""Words on buttons, by their key in the texts, and what pressing them does."""


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
        refused, doubtful = weighed(_said(move), self.desk.shelf)
        if refused:
            return Outcome(self.present_view, refused)
        match move:
            case Command():
                return self._command(move)
            case Press():
                return self._press(move)
            case Correct():
                return self._correct(move)
            case Unusable():
                return self._remark(move.what)
            case Return():
                return self._came_back(move)
            case Say():
                outcome = self._doubts().hold(move, doubtful) if doubtful else self._say(move)
                return self._without_what_came_along(move, outcome)

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
        if self.present_view == views.START and (chosen := self._kind_named(move.text)):
            return chosen
        if self.state is None:
            if not move.text.strip():
                return self._remark("blank")
            drafts.keep_loose(self.desk.db, self.desk.person, move.text, move.message_id)
            told = "choose_first" if of_the_choice(self.desk, move.text) else "kept_loose"
            return Outcome(views.START, self.desk.shelf.texts(told), kept=True)
        if move.reply_to is not None and (added := self._added(move, move.reply_to)):
            return added
        if typed := self._typed_button(move.text.strip()):
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

    def _added(self, move: Say, reply_to: int) -> Outcome | None:
        """What a reply to an earlier card or note adds to its question; None if it is a reply to neither."""
        meant = replied_to(self.desk.db, self.desk.shelf, self.desk.person, reply_to)
        if meant is None:
            return None
        state, key = meant
        here = self.state is not None and self.state.id == state.id
        if here and key == state.cursor:
            return None
        decision = respond.add(state, move, key, self.desk.years())
        if decision.event is None and not move.text.strip():
            return None
        if decision.event is None:
            decision = Decision(put_aside(move, key), PLACING)
        keep_all(self.desk.db, state.id, decision, self.inbox_seq)
        if decision.view == PLACING:
            return Outcome(PLACING, kept=True) if here else replace(self._remark("kept_out"), kept=True)
        if here and decision.notice:
            return Outcome(decision.view, self.desk.shelf.texts(decision.notice), kept=True)
        label = state.outline.question(key).label
        remark = "added_to" if here else "added_elsewhere"
        return replace(self._remark(remark, label=label, title=state.outline.title), kept=True)

    def _kind_named(self, text: str) -> Outcome | None:
        """A kind of report whose name was typed where they are offered; None for other words."""
        titles = {outline.title: key for key, outline in self.desk.shelf.outlines.items()}
        meant = fitting(text, list(titles)) or fitting(without_wish(text), list(titles))
        if len(meant) == 1:
            return self._choosing.start(titles[meant[0]])
        return self._remark("kind_not_clear", text=text.strip()) if meant else None

    def _typed_button(self, text: str) -> str:
        """The action of a button whose words were typed instead of pressed; empty for other words."""
        texts = self.desk.shelf.texts
        text = text.lstrip("/／").rstrip("。.！!").removesuffix("吧")
        names = texts.once(_typed)
        typed = names.get(text) or names.get(pressed(text), "")
        if typed.startswith("instead:") and not (self.state and correcting(self.state)):
            return ""
        if not typed and self.state and (asked := correcting(self.state)):
            labels = choices(asked, texts) if len(asked.ways) > 1 else []
            typed = f"instead:{labels.index(text)}" if text in labels else ""
        if not typed and self.state and self.present_view == views.OVERVIEW:
            parts = (key for key, name, _ in sections(self.state, texts("profile_name")) if name == text)
            typed = next((f"view:section:{key}:0" for key in parts), "")
        return typed

    def _correct(self, move: Correct) -> Outcome:
        if doubtful := self._doubts().edited(move):
            return doubtful
        draft = drafts.draft_of_note(self.desk.db, self.desk.person, move.message_id)
        state = self._choosing.own(draft) if draft is not None else None
        if state is None:
            return self._remark("not_a_note")
        decision = correct(state, move)
        if decision.event is not None:
            keep_all(self.desk.db, state.id, decision, self.inbox_seq)
            if state.finish_seq is not None:
                remark = self._remark("corrected_after_finish", title=state.outline.title)
                return replace(remark, kept=True)
        return replace(self._remark(decision.notice), kept=decision.event is not None)

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
        if move.draft == 0 and move.version == self.desk.version():
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


def _typed(texts: Texts) -> dict[str, str]:
    """The words on TYPED_BUTTONS, and what pressing them does."""
    return {texts(key): action for key, action in TYPED_BUTTONS.items()}


def _said(move: Move) -> str:
    """Every word that a move brings along, as the guard reads it."""
    match move:
        case Say() | Correct():
            return move.text
        case Return():
            return "\n".join((move.text, move.beside, move.around))
        case _:
            return ""
