"""Whether there is anything to write about."""

from bot.interview.answer import Answer
from bot.interview.outline import Question
from bot.interview.state import DraftState


def has_content(state: DraftState) -> bool:
    """Whether anything beyond the profile has been said, so that there is a report to write."""
    profile = {question.key for question in state.outline.profile}
    asked = (question for question in state.questions if question.key not in profile)
    return any(_says_something(question, state.answer(question.key)) for question in asked)


def _says_something(question: Question, answer: Answer) -> bool:
    from bot.writing.wording import says_nothing

    return bool(answer.declared) or (answer.given and not says_nothing(question, answer))
