"""A message that was edited in the chat corrects the note that it became."""

from collections.abc import Callable

from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep_all
from bot.assistant.views import Desk
from bot.interview.editing import correct
from bot.interview.move import Correct
from bot.interview.state import DraftState
from storage import drafts


def corrected(
    desk: Desk,
    own: Callable[[int], DraftState | None],
    present_view: str,
    move: Correct,
    inbox_seq: int | None,
) -> Outcome:
    """Correct the note in whichever report of the person's it stands; `own` gives one by its number."""
    draft = drafts.draft_of_note(desk.db, desk.person, move.message_id)
    state = own(draft) if draft is not None else None
    texts = desk.shelf.texts
    if state is None:
        return Outcome(present_view, texts("not_a_note"))
    decision = correct(state, move)
    if decision.event is None:
        return Outcome(present_view, texts(decision.notice))
    keep_all(desk.db, state.id, decision, inbox_seq)
    if state.finish_seq is not None:
        remark = texts("corrected_after_finish", title=state.outline.title)
        return Outcome(present_view, remark, kept=True)
    return Outcome(present_view, texts(decision.notice), kept=True)
