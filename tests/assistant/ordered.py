"""Somebody whose whole report waits to be written."""

from pathlib import Path

from sqlite_utils import Database

from bot.library.answers import read_answers
from storage import drafts, people, writings
from storage.writings import Writing
from tests.office import EXAMPLES, shipped


def ordered(db: Database, person: str, example: Path = EXAMPLES[0]) -> Writing:
    """Everything in the example was said by this person, and the report ordered."""
    answers = read_answers(example, shipped().outlines)
    people.meet(db, person)
    draft = drafts.create(db, person, answers.outline.id, answers.outline.version).id
    for event in answers.events:
        drafts.append(db, draft, kind=event.kind, question_key=event.question_key, text=event.text)
    number = writings.order(db, person, draft, drafts.append(db, draft, kind="finish").seq)
    writing = writings.get(db, number)
    assert writing is not None
    return writing
