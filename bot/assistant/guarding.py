"""The guard over what people say: sentences for the person about marks of secrecy."""

from bot.guard import Weight, classify, classify_name
from bot.library.shelf import Shelf


def refusal(text: str, shelf: Shelf) -> str:
    """Why this text may not be kept, as a sentence for the person; empty if it may."""
    found = classify(text, shelf.guard)
    if found is None or found.weight is not Weight.REFUSED:
        return ""
    return shelf.texts("guard_refused", reason=found.reason)


def doubt(text: str, shelf: Shelf) -> str:
    """What makes this text doubtful, in a few words; empty if nothing does."""
    found = classify(text, shelf.guard)
    return found.reason if found is not None and found.weight is Weight.DOUBTFUL else ""


def file_refusal(name: str, shelf: Shelf) -> str:
    """The same for a file of that name."""
    found = classify_name(name, shelf.guard)
    if found is None or found.weight is not Weight.REFUSED:
        return ""
    return shelf.texts("guard_refused", reason=found.reason)
