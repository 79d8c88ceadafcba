"""Asking back with a model: one question that an office reader would ask next, and what it has to pass.

What a model may put in front of a person is one short Chinese question, and nothing else: no figure and no
name that the person did not give, nothing private or secret, nothing that was or will be asked anyway.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.interview.outline import Part, Question
from bot.interview.state import DraftState
from bot.writing.model.briefing import House, own_names, sealer
from bot.writing.model.independent import INVENTED, unbacked
from bot.writing.model.naming import names_in
from bot.writing.model.prompt import Prompt
from bot.writing.model.sealed import Sealed, Seals

TEMPLATE = "asking_back"
SHOWN = 3000
"""As many characters of an answer are shown, the newest notes; the newest one always."""
ALIKE = 0.75
SHORTEST = 5
_FENCED = re.compile(r"\A```(?:json)?[ \t]*\n(?P<inside>.*)\n```\Z", re.DOTALL)
_MARKER = re.compile(r"⟦(F\d{1,3})(?:：[^⟦⟧]*)?⟧")
_SIGNS = r"[\u4e00-\u9fff〓，、：；“”《》（）—…·A-Za-z0-9.%％/-]+"
_PLAIN = re.compile(f"{_SIGNS}？(?:{_SIGNS}？)?")
_FOREIGN = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")


class _Answer(BaseModel):
    """The one form that an answer may have."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    questions: Annotated[list[str], Field(max_length=2)]


@dataclass(frozen=True, slots=True)
class AskingBack:
    """What is sent, and what the answer is held against. `said` are the notes of the question as given."""

    prompt: Prompt
    facts: tuple[Sealed, ...]
    said: tuple[str, ...]
    around: tuple[str, ...]
    taken: tuple[str, ...]
    """Questions that were asked, or will be."""
    own: tuple[str, ...]
    house: House

    def chosen(self, answer: str, allowed: Callable[[str], bool]) -> str:
        """The first question of the answer that may be put to the person; empty if none may.

        `allowed` is asked last. Never raises, whatever the answer is.
        """
        fenced = _FENCED.match(answer.strip())
        try:
            found = _Answer.model_validate_json(fenced["inside"] if fenced else answer.strip())
        except ValidationError:
            return ""
        for question in found.questions:
            text = self._checked(question.strip().replace("?", "？"))
            if text and allowed(text):
                return text
        return ""

    def _checked(self, question: str) -> str:
        """The question with the person's own facts put in; empty if anything is wrong with it."""
        facts = {fact.id: fact.text for fact in self.facts}
        if any(id_ not in facts for id_ in _MARKER.findall(question)):
            return ""
        bare = _MARKER.sub("〓", question)
        text = _MARKER.sub(lambda found: facts[found[1]], question)
        stands = (
            _PLAIN.fullmatch(bare) is not None
            and len(_HAN.findall(bare)) >= SHORTEST
            and len(text) <= self.house.book.asking_back.longest
            and self._asks(bare)
            and not self._unknown(bare, text)
            and not any(alike(text, other) for other in self.taken)
        )
        return text if stands else ""

    def _asks(self, bare: str) -> bool:
        """Whether it is a question, and none of those that are not to be asked."""
        book = self.house.book.asking_back
        return any(word in bare for word in book.asks) and not any(word in bare for word in book.refused)

    def _unknown(self, bare: str, text: str) -> bool:
        """Whether it says a figure, a name or a foreign word that nobody gave."""
        lexicon, given = self.house.lexicon, "，".join((*self.said, *self.around, *self.own))
        known = [mark for mark in lexicon.terms.find(bare) if "fixed" in mark.labels]
        for digits in re.finditer(r"\d[\d.,]*", bare):
            if not any(mark.start <= digits.start() and digits.end() <= mark.end for mark in known):
                return True
        if any(word not in given for word in _FOREIGN.findall(bare)):
            return True
        names = (*names_in([text], self.own, lexicon, self.house.book.names), *self._people(bare))
        if any(name in bare and name not in given for name in names):
            return True
        honours = [mark.word for mark in lexicon.terms.find(bare) if "honour_nouns" in mark.labels]
        if any(word not in given for word in honours):
            return True
        found = unbacked(self.said, self.around, text, lexicon)
        return any(finding.kind in INVENTED for finding in found)

    def _people(self, bare: str) -> list[str]:
        """What could be a person's name: a surname, and behind it what makes no word with it."""
        lexicon = self.house.lexicon
        words = lexicon.words | lexicon.ordinary | lexicon.vocabulary | lexicon.common_verbs
        found = []
        for at, sign in enumerate(bare[:-2]):
            pair = bare[at : at + 2]
            if sign not in lexicon.strong_surnames or not _HAN.match(pair[1]):
                continue
            if pair not in words and bare[max(at - 1, 0) : at + 1] not in words:
                found.append(pair)
        return found


def asking_back(state: DraftState, house: House, seals: Seals, before: Sequence[str]) -> AskingBack | None:
    """What to send about the question under the cursor; None if no model is asked about such questions.

    `before` is what was asked back there already.
    """
    question = state.question
    if question is None or not state.answer(question.key).words:
        return None
    part = _part_of(state, question)
    if part is None or part.style in house.book.asking_back.without:
        return None
    said = tuple(note.reading for note in state.answer(question.key).words)
    every = [note.reading for key in state.keys for note in state.answer(key).words]
    own = own_names(state)
    sealing = sealer(house, names_in(every, own, house.lexicon, house.book.names), seals)
    shown: list[str] = []
    for note in reversed(said):
        if shown and sum(map(len, (note, *shown))) > SHOWN:
            break
        shown.insert(0, note)
    sealed = [sealing.seal(note) for note in shown]
    prompt = house.book.templates[TEMPLATE].render(
        {
            "visible": seals == "visible",
            "kind": state.outline.kind,
            "role": house.book.asking_back.roles[state.outline.role],
            "name": part.name,
            "ask": question.ask,
            "hint": question.hint,
            "wants": "、".join(question.wants),
            "notes": [f"N{number} {text.shown}" for number, text in enumerate(sealed, 1)],
            "before": [sealing.seal(text).blanked for text in before],
        }
    )
    return AskingBack(
        prompt,
        tuple(fact for text in sealed for fact in text.facts),
        said,
        (question.ask, question.label, question.hint, question.topic, "，".join(question.wants), part.name),
        (*before, *(other.ask for other in state.questions)),
        own,
        house,
    )


def alike(one: str, other: str) -> bool:
    """Whether two questions ask the same in nearly the same words."""
    bare, against = ("".join(_HAN.findall(text)) for text in (one, other))
    return SequenceMatcher(None, bare, against, autojunk=False).ratio() >= ALIKE


def _part_of(state: DraftState, question: Question) -> Part | None:
    """The innermost part that a question stands in; None for the profile's."""
    return next(
        (part for section in state.outline.sections for part in section.walk() if question in part.questions),
        None,
    )
