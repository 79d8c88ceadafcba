"""Words that change a choice made before: 不对，是正科; 不是副科，是正科; 篇幅改成3000字."""

import re

from bot.interview.correction_words import EDGES, told
from bot.interview.event import EventKind
from bot.interview.fitting import choice_in, fitting
from bot.interview.outline import Question
from bot.interview.state import DraftState
from bot.widths import levelled

_CHANGED_TO = re.compile(
    r"(?P<of>[^，,。；;：:\s]{0,8}?)[，,：:\s]*(?:要|想)?(?:应该是|应当是|应为|改[成为选]|换成|更正为)(?P<rest>[^，,。；;]{1,20})"
)


def chosen_anew(state: DraftState, text: str, years: tuple[str, ...]) -> tuple[Question, str] | None:
    """The question, and which of its choices these words put in the place of the one that stands.

    Meant is the question that was answered last, the one on the card, one that is named, or one whose choice
    is told to be wrong. None if no choice fits, or none stands.
    """
    of, old, rest = _told(text)
    if not rest:
        return None
    newest = state.newest
    last = newest.question_key if newest is not None and newest.kind is EventKind.CHOOSE else ""
    for question in state.questions:
        answer = state.answer(question.key)
        if not answer.choice or answer.words:
            continue
        here = question.key in (last, state.cursor) and not of
        named = len(of) >= 2 and of in question.label
        if not (here or named or (old and choice_in(question, old, years) == answer.choice)):
            continue
        chosen = choice_in(question, rest, years) or _most_like(question, rest, answer.choice)
        if chosen and chosen != answer.choice:
            return question, chosen
    return None


def _told(text: str) -> tuple[str, str, str]:
    """What is named, what it read, and what is right; nothing for words that change nothing."""
    meant = told(text)
    if meant is not None and (meant.wrong or meant.old):
        return meant.of, meant.old, meant.rest
    found = _CHANGED_TO.fullmatch(levelled(text).strip(EDGES))
    return (found["of"].removeprefix("把"), "", found["rest"].strip(EDGES)) if found else ("", "", "")


def _most_like(question: Question, words: str, standing: str) -> str:
    """Of several choices that fit, the one most like the one that stands: 副职 where 乡科级正职 stood."""
    meant = sorted(fitting(words, question.choices), key=lambda one: -_alike(one, standing))
    if len(meant) < 2 or _alike(meant[0], standing) == _alike(meant[1], standing):
        return ""
    return meant[0]


def _alike(one: str, other: str) -> int:
    return sum(mine == its for mine, its in zip(one, other, strict=False))
