"""What the tests of the loop say often: a house from prompts/, drafts from examples, and scripted writers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from bot.facts import Finding, compare
from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.library.answers import read_answers
from bot.library.lexicon import load_lexicon
from bot.report import BlockKind, Report
from bot.writing.model import (
    Answered,
    House,
    ModelReport,
    NoAnswer,
    PromptBook,
    Turn,
    read_prompt_book,
    write_report,
)
from bot.writing.model.answered import OnText
from bot.writing.tidy import tidy
from bot.writing.wording import reading
from tests.doubles.modelserver.behaviour import Json

from ..office import EXAMPLES, recalled, shipped

EXAMPLE_NAMES = [path.stem for path in EXAMPLES]
OPENS = (
    "职责在肩，该办的一件一件去办，办到哪一步就说到哪一步，没办好的本人心里有数，也愿意摆到明处，接着去补。"
)
CLOSES = (
    "事情办得怎样，不由本人评说；听得进批评，才补得上短处，组织和同志们指出的不足，"
    "本人愿意一条一条记下来，对照职责逐一去改，改到大家认可为止。"
)

_NOTE = re.compile(r"^(N\d+)（[^）]*）(.+)$", re.MULTILINE)
_SHAPED = re.compile(r"⟦(F\d+)：[^⟧]*⟧")
_FIGURE = re.compile(r"\d[\d.]*")
_ASKED = re.compile(r"〔原句〕(.+)")


@cache
def book() -> PromptBook:
    """The shipped prompt book."""
    return read_prompt_book(shipped().folder / "writing")


@cache
def state_of(example: str) -> DraftState:
    """The draft that an example amounts to."""
    path = next(path for path in EXAMPLES if path.stem == example)
    answers = read_answers(path, shipped().outlines)
    return recalled(answers.outline, answers.events)


def house_for(state: DraftState) -> House:
    """Everything from prompts/ for this draft."""
    year = reporting_year(state)
    packed = year if year in shipped().packs else None
    return House(shipped().phrases, shipped().pack(year), _lexicon(shipped().folder, packed), book())


_lexicon = cache(load_lexicon)


def materials(text: str) -> list[tuple[str, str]]:
    """The notes of a prompt: id, and text with bare markers."""
    inside = text.split("请写这一部分", 1)[-1]
    return [(id_, _SHAPED.sub(r"⟦\1⟧", said)) for id_, said in _NOTE.findall(inside)]


def turns_of(body: Json) -> list[Turn]:
    """The conversation in the body of a call."""
    return [Turn(message["role"], message["content"]) for message in body["messages"]]


def section_of(turns: Sequence[Turn]) -> str:
    """The line that says which part is to be written."""
    return turns[1].content.splitlines()[0]


def diligent(turns: Sequence[Turn]) -> str:
    """A writer that tells every note in its own words, and a lead where one is wanted."""
    first = turns[1].content
    if "开头语" in first or "结尾语" in first:
        return f"[P1] {OPENS if '开头语' in first else CLOSES}"
    wanted = set(re.findall(r"N\d+", " ".join(_ASKED.findall(turns[-1].content)))) if len(turns) > 2 else None
    lines = [
        f"[{id_}] {said.replace('我', '本人')}"
        for id_, said in materials(first)
        if not wanted or id_ in wanted
    ]
    return "\n".join(lines)


@dataclass
class Scripted:
    """A model in the same process. `script` makes an answer of the turns; None means that nobody answers."""

    script: Callable[[Sequence[Turn]], str | None] = diligent
    asked: list[tuple[Turn, ...]] = field(default_factory=list)

    async def __call__(
        self,
        turns: Sequence[Turn],
        *,
        max_tokens: int,
        temperature: float,
        on_text: OnText | None = None,
        on_restart: Callable[[], None] | None = None,
    ) -> Answered:
        self.asked.append(tuple(turns))
        text = self.script(turns)
        if text is None:
            raise NoAnswer("nobody there")
        if on_text is not None:
            on_text(text)
        return Answered(text, prompt_tokens=10, completion_tokens=5, metered=True)


async def written_by(script: Any, example: str = "mayor", **how: Any) -> ModelReport:
    """An example's report by such a writer."""
    state = state_of(example)
    complete = script if isinstance(script, Scripted) else Scripted(script)
    return await write_report(state, house_for(state), complete, **how)


def findings(report: Report, state: DraftState) -> list[Finding]:
    """What the independent reader holds against a report, section by section, with what was said as notes."""
    found: list[Finding] = []
    for part in state.outline.sections:
        said = _said({question.key for question in part.all_questions()}, state)
        blocks = [b for b in report.blocks if b.section == part.key and b.kind is BlockKind.PARAGRAPH]
        found += compare(said, "\n".join(block.text for block in blocks), house_for(state).lexicon)
    return found


def everything_said(state: DraftState) -> list[str]:
    """All notes and confirmed declarations, as they would be printed."""
    return _said({question.key for question in state.questions}, state)


def _said(keys: set[str], state: DraftState) -> list[str]:
    asked = [question for question in state.questions if question.key in keys]
    notes = [tidy(reading(note, q.label)) for q in asked for note in state.answer(q.key).words]
    return notes + [f"{q.sentence}。" for q in asked if state.answer(q.key).declared == "yes"]


def is_complete(report: Report, state: DraftState) -> bool:
    """Whether every figure of every note stands in the report."""
    text = "".join(block.text for block in report.blocks)
    return all(figure in text for note in everything_said(state) for figure in _FIGURE.findall(note))
