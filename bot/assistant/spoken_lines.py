"""What was spoken and stands in no report yet, as cards tell it."""

from typing import TYPE_CHECKING

from bot.interview.state import DraftState
from storage import voices

if TYPE_CHECKING:
    from bot.assistant.views import Desk


def spoken_lines(desk: "Desk", state: DraftState) -> tuple[str, ...]:
    """That voices wait to be heard, or for their person's word; nothing if none does."""
    counts = zip(("voices_waiting", "voices_heard"), voices.open_of(desk.db, state.id), strict=True)
    return tuple(desk.shelf.texts(key, n=count) for key, count in counts if count)
