"""The questions that one person is asked: those of the outline whose gates hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.interview.answer import EMPTY, Answer
from bot.interview.once import Kept
from bot.interview.outline import Outline, Part, Question
from bot.interview.pace import work_of

END = ""
"""The cursor's place once every question has been passed."""


@dataclass(frozen=True)
class Asked:
    """Questions in order, and what follows from them alone: it is the same until an answer opens a gate."""

    outline: Outline
    questions: tuple[Question, ...]

    @Kept
    def keys(self) -> tuple[str, ...]:
        """Their keys."""
        return tuple(question.key for question in self.questions)

    @Kept
    def by_key(self) -> Mapping[str, Question]:
        """The questions by their keys."""
        return {question.key: question for question in self.questions}

    @Kept
    def numbers(self) -> Mapping[str, int]:
        """How many questions stand in front of each, by its key."""
        return {key: number for number, key in enumerate(self.keys)}

    @Kept
    def work(self) -> Mapping[str, int]:
        """How much work each of them is, by its key."""
        return work_of(self.questions)

    @Kept
    def by_part(self) -> tuple[tuple[Part | None, tuple[Question, ...]], ...]:
        """The questions of the profile, which is no part, and of each section; empty ones left out."""
        parts = [(None, self.outline.profile), *((p, p.all_questions()) for p in self.outline.sections)]
        found = ((part, tuple(q for q in questions if q.key in self.by_key)) for part, questions in parts)
        return tuple((part, asked) for part, asked in found if asked)

    @Kept
    def keys_by_part(self) -> tuple[frozenset[str], ...]:
        """Their keys in the same way."""
        return tuple(frozenset(question.key for question in asked) for _, asked in self.by_part)

    @Kept
    def part_of(self) -> Mapping[str, int]:
        """Which of these parts a question stands in, by number."""
        return {question.key: at for at, (_, asked) in enumerate(self.by_part) for question in asked}

    def after(self, key: str) -> str:
        """The key that follows, END after the last; `key` may be one that is not asked of this person."""
        order = self.outline.keys
        if key not in order:
            return END
        later = set(order[order.index(key) + 1 :])
        return next((key for key in self.keys if key in later), END)


def visible(outline: Outline, answered: Mapping[str, Answer]) -> Asked:
    """The questions whose gates hold. A gate on a question nobody answered does not hold.

    All drafts in which the same was chosen share them.
    """
    chosen = {
        key: choice if (choice := answered.get(key, EMPTY).choice) in values else ""
        for key, values in outline.gates.items()
    }
    found: Asked | None = outline.asked.get(tuple(chosen.values()))
    if found is None:
        holding = (
            question
            for question in outline.questions()
            if all(chosen[key] in values for key, values in question.when.items())
        )
        found = outline.asked[tuple(chosen.values())] = Asked(outline, tuple(holding))
    return found
