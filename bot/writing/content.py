"""Whether there is anything to write about."""

from bot.interview.state import DraftState


def has_content(state: DraftState) -> bool:
    """Whether anything beyond the profile has been said, so that there is a report to write."""
    profile = {question.key for question in state.outline.profile}
    return any(state.answer(key).given for key in state.keys if key not in profile)
