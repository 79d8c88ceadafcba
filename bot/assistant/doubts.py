"""Doubtful messages: held until their person says that they may be public, then handled as if just said."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.assistant.guarding import doubt
from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep_all
from bot.assistant.view_names import HELD
from bot.assistant.views import Desk
from bot.interview import respond
from bot.interview.decision import QUESTION
from bot.interview.move import Correct, Say
from bot.interview.outline import OTHER
from bot.interview.state import DraftState
from storage import held, inbox, voices
from storage.held import Held
from storage.voices import Voice

VERB = "held"


@dataclass(frozen=True, slots=True)
class Doubts:
    """One person's doubtful messages in one transaction.

    `own` gives a draft of theirs by its number, `say` handles a message seen from a view.
    """

    desk: Desk
    state: DraftState | None
    present_view: str
    inbox_seq: int | None
    own: Callable[[int], DraftState | None]
    say: Callable[[Say, str], Outcome]

    def hold(self, move: Say, reason: str) -> Outcome:
        """Hold a doubtful message back and ask about it."""
        here = self.state
        return self._held(move, reason, here.id if here else None, here.cursor if here else "")

    def spoken(self, move: Say, voice: Voice) -> bool:
        """The same for the words of a voice that was confirmed; whether they are held back."""
        reason = doubt(move.text, self.desk.shelf)
        if reason:
            self._held(move, reason, voice.draft, voice.question_key)
        return bool(reason)

    def _held(self, move: Say, reason: str, draft: int | None, question_key: str) -> Outcome:
        held.put(
            self.desk.db,
            Held(
                0,
                self.desk.person,
                draft,
                question_key,
                self.present_view,
                move.text,
                reason,
                move.message_id,
                move.reply_to,
                move.at.isoformat() if move.at else None,
                self.inbox_seq,
            ),
        )
        return Outcome(HELD)

    def edited(self, move: Correct) -> Outcome | None:
        """A held message that was edited is asked about again or let go on; None if no doubt is concerned."""
        reason = doubt(move.text, self.desk.shelf)
        waiting = held.of_message(self.desk.db, self.desk.person, move.message_id)
        if waiting is None:
            return self._refused(reason) if reason else None
        self._forget_raw(waiting)
        if reason:
            held.change(self.desk.db, waiting.id, move.text, reason, self.inbox_seq)
            return Outcome(HELD)
        return replace(self._released(replace(waiting, text=move.text)), erased=True)

    def _refused(self, reason: str) -> Outcome:
        """What a note is not to become is kept nowhere, as it is in no report."""
        if self.inbox_seq is not None:
            inbox.forget(self.desk.db, self.inbox_seq)
        told = self.desk.shelf.texts("held_edit", reason=reason)
        return Outcome(self.present_view, told, erased=True)

    def pressed(self, answer: str, number: str) -> Outcome:
        """The person's answer about one of them."""
        texts = self.desk.shelf.texts
        known = number.isdecimal()
        waiting = held.get(self.desk.db, self.desk.person, int(number)) if known else None
        if waiting is None or answer not in ("yes", "no"):
            return Outcome(self.present_view, texts("stale"))
        if answer == "yes":
            return self._released(waiting)
        held.release(self.desk.db, waiting.id)
        self._forget_raw(waiting)
        if waiting.message_id is not None:
            voices.wipe(self.desk.db, self.desk.person, waiting.message_id)
        return Outcome(QUESTION, texts("held_dropped"), lasting=True, erased=True)

    def _forget_raw(self, waiting: Held) -> None:
        """Delete it as it arrived: its person has edited it, or does not want it kept."""
        if waiting.inbox_seq is not None:
            inbox.forget(self.desk.db, waiting.inbox_seq)

    def _released(self, waiting: Held) -> Outcome:
        """Handle it where it was said, wherever the person is by now."""
        held.release(self.desk.db, waiting.id)
        at = datetime.fromisoformat(waiting.said_at) if waiting.said_at else None
        move = Say(waiting.text, waiting.message_id, waiting.reply_to, at)
        meant = self.own(waiting.draft) if waiting.draft is not None else None
        here = self.state is not None and meant is not None and self.state.id == meant.id
        if meant is None or (here and meant.cursor == waiting.question_key):
            return self.say(move, waiting.view)
        key = waiting.question_key if waiting.question_key in meant.keys else OTHER
        decision = respond.add(meant, move, key, self.desk.years())
        if decision.event is not None:
            keep_all(self.desk.db, meant.id, decision, self.inbox_seq)
        label = meant.outline.question(key).label
        told = self.desk.shelf.texts("added_to", label=label)
        return Outcome(QUESTION, told, kept=True)
