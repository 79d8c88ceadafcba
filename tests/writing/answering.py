"""What the tests of the writer answer: everything, or what chance gives."""

import re
from functools import cache
from pathlib import Path

import yaml

from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Outline, Question
from tests.office import shipped, written

OUTLINES = tuple(shipped().outlines)
_FULL = Path(__file__).parent / "full_answers.yaml"


@cache
def full_answers() -> dict[str, list[str]]:
    """An invented answer to every question of the shipped outlines, names still marked 〔…〕."""
    loaded: dict[str, list[str]] = yaml.safe_load(_FULL.read_text("utf-8"))
    return loaded


def facts(text: str) -> tuple[list[str], list[str]]:
    """The figures and the marked names and titles in a text."""
    names = re.findall(r"〔(.*?)〕", text)
    return re.findall(r"\d+(?:\.\d+)?", text), names


def plainly(text: str) -> str:
    """The text as the person types it, without our marks."""
    return text.replace("〔", "").replace("〕", "")


def answer(question: Question) -> list[NewEvent]:
    """The full answer to one question, as events."""
    if question.kind == "declaration":
        return [NewEvent(EventKind.DECLARE, question.key, "yes")]
    if question.kind == "choice":
        return [NewEvent(EventKind.CHOOSE, question.key, question.choices[0])]
    if question.key == "year":
        return [NewEvent(EventKind.NOTE, "year", "2026")]
    return [NewEvent(EventKind.NOTE, question.key, plainly(note)) for note in full_answers()[question.key]]


def everything(outline: Outline) -> list[NewEvent]:
    """Every question of the outline answered, every declaration confirmed."""
    return [event for question in outline.questions() for event in answer(question)]


def skeleton(text: str) -> str:
    """The letters, digits and characters of a text in one width: what tidying must leave alone."""
    narrow = str.maketrans(
        {
            chr(c): chr(c - 0xFEE0)
            for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
        }
    )
    return "".join(char for char in text.translate(narrow) if char.isalpha() or char.isdecimal())


def section(key: str, *events: NewEvent, kind: str = "mayor") -> str:
    """The text of one section after these answers."""
    report = written(shipped().outlines[kind], events)
    return "\n".join(block.text for block in report.blocks if block.section == key)
