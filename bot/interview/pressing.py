"""Pressing: what the buttons of a draft's cards do to it."""

from contextlib import suppress
from datetime import date

from bot.interview.asked import END
from bot.interview.choosing import choose, offered
from bot.interview.corrections import correcting
from bot.interview.decision import Decision
from bot.interview.event import EventKind, NewEvent
from bot.interview.move import Press
from bot.interview.placing import guesses
from bot.interview.said import declared, stays_to_compare
from bot.interview.state import DraftState
from bot.interview.yes_or_no import beside, dated, instead


def press(state: DraftState, action: str, years: tuple[str, ...] = ()) -> Decision:
    """Do what a button of the present card says; an action that makes no sense here changes nothing.

    `years` are those that are offered where a year is asked for.
    """
    verb, _, arg = action.partition(":")
    key = state.cursor
    question = state.question
    match verb:
        case "next":
            return Decision(NewEvent(EventKind.GO, state.after(key))) if key != END else Decision()
        case "back":
            return Decision(NewEvent(EventKind.GO, state.before(key)))
        case "go" if arg in state.keys or arg == END:
            return Decision(NewEvent(EventKind.GO, arg))
        case "gap" if arg.isdecimal() and int(arg) < len(state.report_gaps):
            return Decision(_to_gap(state, int(arg)))
        case "skip" if question:
            if state.answer(key).given:
                return Decision(NewEvent(EventKind.GO, state.after(key)))
            return Decision(NewEvent(EventKind.SKIP, key))
        case "unknown" if question:
            besides = guesses(state, question)
            return Decision(NewEvent(EventKind.UNKNOWN, key), notice="gap_noted", besides=besides)
        case "choose" if question and arg.isdecimal():
            choices = offered(question, years)
            if int(arg) < len(choices):
                return choose(state, question, choices[int(arg)])
        case "declare" if question and question.kind == "declaration" and arg in ("yes", "no"):
            return Decision(declared(question, arg), besides=stays_to_compare(state, question, arg))
        case "instead" if asked := correcting(state):
            if arg == "no":
                return Decision(beside(asked))
            if arg.isdecimal() and int(arg) < len(asked.ways):
                return instead(state, asked, int(arg))
        case "again" if arg.isdecimal() and int(arg) < len(state.by_hand.overridden):
            chosen = state.by_hand.overridden[int(arg)]
            return Decision(NewEvent(EventKind.RESTATE, chosen.place, chosen.text), notice="word_again")
        case "dated" if words := state.answer("sign_date").words:
            with suppress(ValueError):
                return dated(words[-1], date.fromisoformat(arg))
        case "undo":
            return (
                Decision(NewEvent(EventKind.UNDO)) if state.can_undo else Decision(notice="nothing_to_undo")
            )
        case "redo":
            return (
                Decision(NewEvent(EventKind.REDO)) if state.can_redo else Decision(notice="nothing_to_redo")
            )
        case "view":
            return Decision(view=arg)
        case _:
            pass
    return Decision(notice="stale")


def pressed_in_time(state: DraftState, move: Press) -> bool:
    """Whether the button stood on a card that shows the draft as it is now."""
    return move.draft == state.id and move.version == state.version


def _to_gap(state: DraftState, index: int) -> NewEvent:
    open_gap = state.report_gaps[index]
    if open_gap.note is None:
        return NewEvent(EventKind.GO, open_gap.question.key)
    return NewEvent(EventKind.GO, open_gap.question.key, str(open_gap.index), open_gap.note.seq)
