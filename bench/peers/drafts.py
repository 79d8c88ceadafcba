"""People in the middle of their interview, so that all bots are measured at the same kind of question."""

from pathlib import Path

from sqlite_utils import Database

from bot.library.shelf import read_shelf
from storage import Store, drafts, people

OUTLINE = "mayor"


def questions() -> list[str]:
    """The first run of questions that take notes: what everybody is asked."""
    return [ask for _, ask in _asked()]


def _asked() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for question in read_shelf().outlines[OUTLINE].questions():
        if question.kind == "notes":
            found.append((question.key, question.ask))
        elif len(found) > 1:
            break
        else:
            found.clear()
    return found


def begun(path: Path, first: int, size: int) -> None:
    """Let so many people, by their Telegram ids from `first` on, stand at the first of these questions."""
    (key, _), *_ = _asked()
    version = read_shelf().outlines[OUTLINE].version

    def job(db: Database) -> None:
        for number in range(first, first + size):
            person = f"telegram:{number}"
            people.meet(db, person)
            drafts.append(db, drafts.create(db, person, OUTLINE, version).id, kind="go", question_key=key)

    store = Store(path)
    try:
        store.write_now(job)
    finally:
        store.close()
