"""Words that are the name of a button and nothing else: typed anywhere, they are no answer."""

from bot.interview.corrections import undecided
from bot.interview.state import DraftState
from bot.interview.texts import Texts

NAMES = (
    *("to_corrections", "aside_decide", "aside_other", "sort_other", "correction_yes", "correction_no"),
    *("files_again", "to_report", "to_short", "write_on", "write_plain", "compare", "keep_present"),
    *("keep_other", "proof_see", "proof_again", "returned_see", "returned_take_all", "follow_on"),
    *("to_deadline", "deadline_quiet", "deadline_clear", "reminder_quiet", "cancel_yes", "cancel_no"),
    *("held_yes", "held_no", "forget_yes", "mydata", "more", "less"),
)
"""By their key in the texts. What may also be said in answer to a question is not among them."""
_EDGES = ' \t\r\n　。.！!“”"「」【】[]'


def named(text: str, texts: Texts) -> str:
    """The name of the button that these words are; empty if they say anything else."""
    said = text.strip(_EDGES)
    return said if any(said == texts(key) for key in NAMES) else ""


def anywhere(name: str, state: DraftState, texts: Texts) -> str:
    """The action of one that leads to what waits for an answer, from wherever it is typed; else nothing."""
    if name == texts("aside_decide") and state.aside:
        return "view:place"
    if name == texts("to_corrections") and (open_ := undecided(state)):
        return f"go:{open_[0].key}"
    return ""
