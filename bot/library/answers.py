"""Answers files: a whole interview in one YAML file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.interview.declaring import meant
from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Outline, Part, Question
from bot.library.located import Fault, Faults, read_located

TOP = {"outline", "profile", "answers"}


@dataclass(frozen=True, slots=True)
class Answers:
    """The outline and the events that the file amounts to, in the outline's order."""

    outline: Outline
    events: tuple[NewEvent, ...]


def read_answers(
    path: Path, outlines: Mapping[str, Outline], objection: Callable[[str], str] = lambda _: ""
) -> Answers:
    """What a person said, from a file. Raises Faults naming file and line.

    `objection` says why an answer may not be used; empty if it may.
    """
    located = read_located(path, verbatim=True)
    data = located.data
    if not isinstance(data, dict) or set(data) - TOP:
        raise Faults([Fault(*located.place(()), "an answers file has the keys outline, profile and answers")])
    outline = outlines.get(str(data.get("outline")))
    if outline is None:
        raise Faults(
            [
                Fault(
                    *located.place(("outline",)),
                    f"there is no such outline; there are: {', '.join(outlines)}",
                )
            ]
        )
    given: dict[str, tuple[tuple[str | int, ...], Any]] = {}
    for part in ("profile", "answers"):
        said = data.get(part) or {}
        if not isinstance(said, dict):
            raise Faults([Fault(*located.place((part,)), f"{part} is a mapping of question keys to answers")])
        for key, value in said.items():
            given[key] = ((part, key), value)
    known = {question.key for question in outline.questions()}
    faults = [
        Fault(*located.place(at), f"outline {outline.id} has no question {key}")
        for key, (at, _) in given.items()
        if key not in known
    ]
    for key, (at, value) in given.items():
        for place, words in _words(at, value):
            if why := objection(words):
                faults.append(Fault(*located.place(place), f"{key}: {why}"))
    events: list[NewEvent] = []
    for question in outline.questions():
        if question.key in given:
            at, value = given[question.key]
            try:
                events += _events(question, value)
            except ValueError as problem:
                faults.append(Fault(*located.place(at), f"{question.key}: {problem}"))
    if faults:
        raise Faults(faults)
    return Answers(outline, tuple(events))


def _words(at: tuple[str | int, ...], value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of an answer, and where it stands."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from _words((*at, key), one)
    if isinstance(value, str):
        yield at, value


def _events(question: Question, value: Any) -> Iterator[NewEvent]:
    said = value if isinstance(value, list) else [value]
    for one in said:
        if one is None or one == "":
            continue
        answer = ("yes" if one else "no") if isinstance(one, bool) else meant(question.sentence, str(one))
        if question.kind == "declaration" and answer in ("yes", "no"):
            yield NewEvent(EventKind.DECLARE, question.key, answer)
        elif isinstance(one, bool):
            raise ValueError("yes and no are for declarations; put other words in quotes")
        elif isinstance(one, (dict, list)):
            raise ValueError("an answer is text or a list of texts")
        elif str(one) in question.choices:
            yield NewEvent(EventKind.CHOOSE, question.key, str(one))
        elif question.kind == "choice":
            raise ValueError(f"choose one of: {'、'.join(question.choices)}")
        elif str(one).strip():
            yield NewEvent(EventKind.NOTE, question.key, str(one))


def blank(outline: Outline) -> str:
    """A commented answers file with nothing filled in."""
    lines = [
        f"# {outline.title}：{outline.summary}",
        "# Fill in what applies and leave the rest empty. Several notes: a list. XX or 不知道 leaves a gap.",
        f"outline: {outline.id}",
        "",
        "profile:",
    ]
    for question in outline.profile:
        lines += _blank(question)
    lines += ["", "answers:"]
    for section in outline.sections:
        lines += _blank_part(section)
    return "\n".join(lines) + "\n"


def _blank_part(part: Part) -> list[str]:
    lines = ["", f"  # == {part.name}"]
    for question in part.questions:
        lines += _blank(question)
    for inner in part.parts:
        lines += _blank_part(inner)
    return lines


def _blank(question: Question) -> list[str]:
    lines = [f"  # {question.ask}"]
    if question.kind == "declaration":
        lines.append(f"  # yes | no —— {question.sentence}")
    if question.choices:
        lines.append(f"  # {' | '.join(question.choices)}")
    if question.example:
        lines.append(f"  # 例如：{question.example}")
    return [*lines, f"  {question.key}:"]
