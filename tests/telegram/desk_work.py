"""A person whose interview is done, a bot with a model, and what they do with the finished report."""

import json
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database

from bot.assistant.export import exported
from bot.assistant.files import FORMATS
from bot.library.answers import read_answers
from bot.library.shelf import Shelf
from bot.models import Provider
from storage import Store, drafts, people
from tests.doubles import Phone
from tests.doubles.modelserver import ModelServer
from tests.doubles.modelserver.behaviour import Json, Says
from tests.loop.office import diligent, turns_of
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import EXAMPLES


def says(body: Json) -> Says:
    """A diligent answer, sent in big pieces."""
    return Says(diligent(turns_of(body)), chunk=400)


async def with_model(shuzhi: Shuzhi, server: ModelServer, **more: object) -> None:
    """Start the bot again, with this model."""
    provider = Provider(name="one", base_url=server.base_url, model="test-model", concurrency=16, **more)  # type: ignore[arg-type]
    shuzhi.providers = (provider,)
    await shuzhi.restarts()


async def interviewed(shuzhi: Shuzhi, phone: Phone, shelf: Shelf, example: str = "mayor") -> None:
    """The person has said everything in the example and looks at the end card."""
    answers = read_answers(EXAMPLES / f"{example}.yaml", shelf.outlines)
    person = f"telegram:{phone.person['id']}"
    store = shuzhi.store
    assert store is not None

    def job(db):  # type: ignore[no-untyped-def]
        people.meet(db, person)
        draft = drafts.create(db, person, answers.outline.id, answers.outline.version)
        for event in answers.events:
            drafts.append(
                db, draft.id, kind=event.kind.value, question_key=event.question_key, text=event.text
            )
        drafts.append(db, draft.id, kind="go", question_key="")

    await store.write(job)
    await phone.command("resume")
    await phone.waits_for(lambda screen: "问题都走完了" in screen.text)


def texts(phone: Phone) -> list[str]:
    """Every report received as text, oldest first."""
    return [d.data.decode("utf-8-sig") for d in phone.documents if d.name.endswith(".txt")]


async def receives(phone: Phone, reports: int = 1) -> str:
    """Wait until so many reports have come with all their files; the newest as text."""
    await phone.waits_for(
        lambda screen: sum(bool(seen.document) for seen in screen) == reports * len(FORMATS), timeout=30
    )
    return texts(phone)[-1]


async def shows(phone: Phone, text: str, timeout: float = 20) -> None:  # noqa: ASYNC109
    """Wait until the card shows this."""
    await phone.waits_for(
        lambda screen: screen.card is not None and text in screen.card.text, timeout=timeout
    )


def asked_for(server: ModelServer, words: str) -> Sequence[Json]:
    """The calls whose prompt has these words."""
    return [ask.body for ask in server.asked if words in turns_of(ask.body)[1].content]


def sent(server: ModelServer) -> list[str]:
    """Every conversation sent to the model, in order."""
    return [json.dumps(ask.body["messages"], ensure_ascii=False) for ask in server.asked]


def stored(shuzhi: Shuzhi) -> Store:
    """The open database."""
    assert shuzhi.store is not None
    return shuzhi.store


async def damages(shuzhi: Shuzhi, draft: int) -> None:
    """Let the first note of a report be unreadable on the disk, as a bad sector leaves it."""

    def damage(db: Database) -> None:
        db.execute("DROP TRIGGER events_refuse_update")
        where = "WHERE seq = (SELECT min(seq) FROM events WHERE draft = ? AND kind = 'note')"
        (sealed,) = db.execute(f"SELECT text FROM events {where}", (draft,)).fetchone()
        spoilt = sealed[:-1] + bytes([sealed[-1] ^ 1])
        db.execute(f"UPDATE events SET text = ? {where}", (spoilt, draft))

    await stored(shuzhi).write(damage)


def notes(db: Path) -> list[str]:
    """The texts of all notes stored, in order."""
    store = Store(db)
    try:
        return [note["text"] for draft in store.read_now(exported) for note in draft["notes"]]
    finally:
        store.close()
