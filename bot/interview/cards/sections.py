"""The sections of a report as cards go through them."""

from bot.interview.outline import Question
from bot.interview.state import DraftState
from bot.interview.texts import Texts

PROFILE = "profile"
Section = tuple[str, str, tuple[Question, ...]]
"""Key, name and questions."""


def sections(state: DraftState, profile_name: str) -> list[Section]:
    """Key, name and visible questions of every section, the profile first; empty ones left out."""
    return [section_at(state, at, profile_name) for at in range(len(state.asked.by_part))]


def section_at(state: DraftState, at: int, profile_name: str) -> Section:
    """The section of that number among them."""
    part, asked = state.asked.by_part[at]
    return (part.key, part.name, asked) if part else (PROFILE, profile_name, asked)


def section_of(state: DraftState, key: str, profile_name: str) -> str:
    """The name of the section a question stands in."""
    at = state.asked.part_of.get(key)
    return section_at(state, at, profile_name)[1] if at is not None else profile_name


def section_mark(texts: Texts, *, touched: bool, given: bool) -> str:
    """The sign of a section, wherever it is shown: open until each of its questions was dealt with."""
    if not touched:
        return texts("mark_open")
    return texts("mark_given" if given else "mark_skipped")


def taking_words(state: DraftState, key: str) -> str:
    """The question that a reply to this one's card adds to: itself, or the nearest of its section with notes.

    The card stands for its whole section by then, and one more line would change what a single line answers.
    Empty if no question there takes notes.
    """
    for _, _, asked in sections(state, ""):
        keys = [question.key for question in asked]
        if key in keys:
            at = keys.index(key)
            near = [*reversed(asked[: at + 1]), *asked[at + 1 :]]
            return next((question.key for question in near if question.kind == "notes"), "")
    return ""
