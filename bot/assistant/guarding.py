"""The guard over what people say: sentences for the person about marks of secrecy."""

from bot.guard import Weight, classify, classify_name
from bot.interview.move import Correct, Move, Return, Say
from bot.library.shelf import Shelf


def refusal(text: str, shelf: Shelf, here: str = "guard_refused") -> str:
    """Why this text may not be kept, as a sentence for the person; empty if it may.

    `here` names the sentence: a message stays in a chat until its sender deletes it, a typed line does not.
    """
    found = classify(text, shelf.guard)
    if found is None or found.weight is not Weight.REFUSED:
        return ""
    return shelf.texts(here, reason=found.reason)


def doubt(text: str, shelf: Shelf) -> str:
    """What makes this text doubtful, in a few words; empty if nothing does."""
    return weighed(text, shelf)[1]


def weighed(text: str, shelf: Shelf) -> tuple[str, str]:
    """What `refusal` and `doubt` say of a text, which is looked through once for both."""
    found = classify(text, shelf.guard)
    if found is None:
        return "", ""
    if found.weight is Weight.DOUBTFUL:
        return "", found.reason
    return shelf.texts("guard_refused", reason=found.reason), ""


def objection(answer: str, shelf: Shelf, *, public: bool) -> str:
    """Why an answer from a file may not be used; doubtful ones may be once somebody says they are public."""
    found = classify(answer, shelf.guard)
    if found is None or (public and found.weight is Weight.DOUBTFUL):
        return ""
    refused = found.weight is Weight.REFUSED
    return shelf.texts("guard_answer_refused" if refused else "guard_answer_doubtful", reason=found.reason)


def file_refusal(name: str, shelf: Shelf) -> str:
    """The same for a file of that name."""
    found = classify_name(name, shelf.guard)
    if found is None or found.weight is not Weight.REFUSED:
        return ""
    return shelf.texts("guard_refused", reason=found.reason)


def said(move: Move) -> str:
    """Every word that a move brings along, as the guard reads it."""
    match move:
        case Say() | Correct():
            return move.text
        case Return():
            return "\n".join((move.text, move.beside, move.around))
        case _:
            return ""
