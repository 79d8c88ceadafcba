"""How far a person has come."""

from bot.interview.pace import minutes_left
from bot.interview.profile import wanted_length
from bot.interview.state import DraftState
from bot.interview.texts import Texts

BAR_CELLS = 10


def bar(done: int, of: int) -> tuple[str, int]:
    """A small progress bar and the per cent it shows."""
    share = done / of if of else 0.0
    filled = int(share * BAR_CELLS)
    return "▓" * filled + "░" * (BAR_CELLS - filled), int(share * 100)


def progress_line(state: DraftState, texts: Texts, *, against: bool = True) -> str:
    """Sections done, words so far, and the minutes left at this person's pace as soon as that is known.

    The words stand `against` the wanted length, once the person has said how long it is to be.
    """
    parts, touched = state.asked.keys_by_part, state.touched
    line = texts("progress_sections", done=sum(keys <= touched for keys in parts), all=len(parts))
    if said := state.said_length:
        line += texts("progress_said", n=said)
        if against and (wanted := wanted_length(state)):
            line += texts("progress_wanted", n=wanted)
    if minutes := minutes_left(state.spent, touched, state.asked.work):
        line += texts("progress_minutes", n=minutes)
    return line
