"""The remark that says what was taken from somebody who said who they are in one message."""

from bot.interview.decision import Decision
from bot.interview.event import EventKind
from bot.interview.outline import Outline
from bot.interview.particulars import particular
from bot.interview.texts import Texts


def taken_in(decision: Decision, outline: Outline, texts: Texts) -> str:
    """Every question that the message answers, with its value."""
    notes = [one for one in (decision.event, *decision.besides) if one and one.kind is EventKind.NOTE]
    told = (
        f"{outline.question(one.question_key).label} {particular(one.question_key, one.text)}"
        for one in notes
    )
    return texts("introduced", told="，".join(told))
