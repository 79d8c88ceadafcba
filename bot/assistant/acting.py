"""What every move at a draft knows, keeps and remarks."""

from dataclasses import dataclass
from typing import Self

from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep, keep_all
from bot.assistant.views import Desk
from bot.interview.decision import Decision
from bot.interview.event import NewEvent
from bot.interview.state import DraftState


@dataclass(frozen=True, slots=True)
class Acting:
    """One person at one draft of theirs, in one transaction. `inbox_seq` ties the event to what arrived."""

    desk: Desk
    state: DraftState
    present_view: str
    inbox_seq: int | None

    @classmethod
    def beside(cls, other: "Acting") -> Self:
        """The same person at the same draft."""
        return cls(other.desk, other.state, other.present_view, other.inbox_seq)

    def keep(self, event: NewEvent) -> int:
        """Store the event that what arrived has led to; return its number."""
        return keep(self.desk.db, self.state.id, event, self.inbox_seq)

    def keep_all(self, decision: Decision) -> None:
        """Store what was decided: what arrived has led to its event, the others come with it."""
        keep_all(self.desk.db, self.state.id, decision, self.inbox_seq)

    def remark(self, key: str) -> Outcome:
        """A sentence of the bot's beside what stands on the screen."""
        return Outcome(self.present_view, self.desk.shelf.texts(key))
