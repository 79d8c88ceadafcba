"""Walking through an interview on the phone as a person would, question by question."""

from collections.abc import Mapping
from pathlib import Path

from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Outline, Question
from bot.library.answers import read_answers
from bot.library.shelf import Shelf
from tests.doubles import Phone

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
Said = Mapping[str, list[NewEvent]]


def said_in(example: str, shelf: Shelf) -> Said:
    """What the example's person says, by question."""
    answers = read_answers(EXAMPLES / f"{example}.yaml", shelf.outlines)
    said: dict[str, list[NewEvent]] = {}
    for event in answers.events:
        said.setdefault(event.question_key, []).append(event)
    return said


async def begins(phone: Phone, outline: Outline) -> None:
    """Write /start and choose a kind of report."""
    await phone.command("start")
    await phone.waits_for(lambda screen: screen.card is not None and outline.title in screen.card.labels)
    await presses(phone, outline.title)


async def presses(phone: Phone, label: str) -> None:
    """Press, and wait until the card shows that something came of it."""
    before = phone.card.text
    await phone.presses(label)
    await phone.waits_for(lambda screen: screen.card is not None and screen.card.text != before)


async def says(phone: Phone, text: str) -> None:
    """Say something, and wait until the card repeats it."""
    await phone.says(text)
    line = "· " + " ".join(text.split())[:20]
    await phone.waits_for(
        lambda screen: screen.card is not None and line in " ".join(screen.card.text.split())
    )


def asked(phone: Phone, outline: Outline) -> Question | None:
    """The question on the card now; None at the end of the way."""
    text = phone.card.text
    found = [question for question in outline.questions() if question.ask in text]
    return max(found, key=lambda question: len(question.ask)) if found else None


async def answers(phone: Phone, outline: Outline, said: Said) -> None:
    """Answer the question on the card as the example's person does, and go on to the next."""
    question = asked(phone, outline)
    assert question is not None, phone.card.text
    for event in said.get(question.key, []):
        match event.kind:
            case EventKind.CHOOSE:
                await presses(phone, event.text)
            case EventKind.DECLARE:
                await presses(phone, "是，写入报告" if event.text == "yes" else "不能这样写")
            case _ if question.suggest_years:
                await phone.says(event.text)
                await phone.waits_for(lambda _: asked(phone, outline) != question)
            case _:
                await says(phone, event.text)
    if question.key not in said:
        await presses(phone, "跳过")
    elif asked(phone, outline) == question:
        await presses(phone, "下一题")


async def goes_through(phone: Phone, outline: Outline, said: Said, *, most: int = 1000) -> None:
    """Answer question by question, to the end or as many as `most`."""
    for _ in range(most):
        question = asked(phone, outline)
        if question is None:
            return
        await answers(phone, outline, said)
        assert asked(phone, outline) != question, f"stuck at {question.key}\n{phone.screen}"
