"""A whole interview as the lines somebody would type into `shuzhi chat`, made from an answers file."""

from collections.abc import Iterator
from pathlib import Path

from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Question
from bot.library.answers import read_answers
from tests.office import recalled, shipped


def script(answers_file: Path) -> str:
    """The lines that give the answers of this file, button by button, and ask for the report."""
    answers = read_answers(answers_file, shipped().outlines)
    asked = recalled(answers.outline, answers.events).questions
    lines = [answers.outline.title]
    for number, question in enumerate(asked):
        said = [event for event in answers.events if event.question_key == question.key]
        lines += typed(question, said) if said else ["跳过" if number % 2 else "下一题"]
    return "\n".join([*lines, "/finish"]) + "\n"


def typed(question: Question, said: list[NewEvent]) -> Iterator[str]:
    """What one typing person does to answer a question and get past it."""
    for event in said:
        match event.kind, event.text:
            case EventKind.DECLARE, "yes":
                yield "是，写入报告"
            case EventKind.DECLARE, _:
                yield "不能这样写"
            case _, text if text.isdecimal():
                yield f" {text}"
            case _, text:
                assert "\n" not in text
                yield text
    last = said[-1]
    passed = (
        last.kind is EventKind.CHOOSE
        or question.suggest_years
        or (last.kind is EventKind.DECLARE and last.text == "yes")
    )
    if not passed:
        yield "下一题"
