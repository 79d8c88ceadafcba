"""What undo says it has taken back, wherever that was."""

from bot.interview.aside import is_aside, origin_of
from bot.interview.cards.words import shortened
from bot.interview.event import BY_ITSELF, EventKind
from bot.interview.state import DraftState
from bot.interview.texts import Texts

SHOWN = 20
"""Characters of a note by which it is named."""


def taken_back(state: DraftState, texts: Texts) -> str:
    """What one undo takes back from this state: of words which, of anything else what it was, and where."""
    if not state.undoes:
        return texts("undone")
    first = state.undoes[0]
    question = state.asked.by_key.get(origin_of(first.question_key))
    if question is None:
        return texts("undone")
    placed = [one for one in state.undoes if one.kind is EventKind.NOTE and not is_aside(one.question_key)]
    text = first.text
    match first.kind:
        case EventKind.NOTE if len({one.text for one in placed}) > 1:
            kind, text = "undone_notes", placed[0].text
        case EventKind.NOTE | EventKind.JOIN:
            kind = "undone_aside" if is_aside(first.question_key) else "undone_note"
        case EventKind.CORRECT:
            kind = "undone_correct"
        case EventKind.FILL:
            kind, text = "undone_fill", text.partition(":")[2]
        case EventKind.CHOOSE:
            kind = "undone_choose"
        case EventKind.DECLARE:
            kind, text = "undone_declare", texts(text)
        case EventKind.SKIP:
            kind = "undone_skip"
        case EventKind.UNKNOWN:
            kind = "undone_unknown"
        case EventKind.LET:
            kind = "undone_beside"
        case EventKind.WITHDRAW if text == BY_ITSELF:
            kind = "undone_dropped"
        case _:
            return texts("undone")
    return texts(kind, label=question.label, text=shortened(text, SHOWN), n=len(placed))
