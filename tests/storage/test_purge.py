"""Purging deletes one person wholly, and nothing of anybody else."""

import asyncio
import sqlite3
from collections.abc import Awaitable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database

from bot.assistant.scrubbing import Scrubber
from bot.cli import cli
from bot.commands.purge import STILL_READ
from storage import Store, calls, drafts, held, inbox, people, voices
from storage.belongings import BELONGINGS
from storage.held import Held
from storage.inbox import Arrival
from storage.purge import purge, purge_draft
from storage.voices import Spoken


def kept(store: Store, person: str, words: str, chat: int) -> int:
    """A person with a draft, a note and a raw message; the draft's id."""
    store.write_now(lambda db: inbox.put(db, "telegram:7", [Arrival(chat, chat, f'{{"text": "{words}"}}')]))
    store.write_now(lambda db: people.meet(db, person))
    draft = store.write_now(lambda db: drafts.create(db, person, "mayor", 1))
    store.write_now(lambda db: drafts.append(db, draft.id, kind="note", question_key="name", text=words))
    return draft.id


def test_one_person_leaves_and_the_other_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = Store(path)
    kept(store, "telegram:1", "要删除的秘密话", 1)
    staying = kept(store, "telegram:2", "要留下的话", 2)
    purged = store.write_now(lambda db: purge(db, "telegram:1"))
    assert (purged.drafts, purged.events, purged.messages) == (1, 1, 1)
    assert [event.text for event in store.read_now(lambda db: drafts.events(db, staying))] == ["要留下的话"]
    store.close()
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir() if not file.name.endswith("-wal"))
    assert "要删除的秘密话".encode() not in everything
    assert "要留下的话".encode() in everything


def test_no_other_path_deletes_an_event(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    kept(store, "telegram:1", "话", 1)
    with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
        store.write_now(lambda db: db.execute("DELETE FROM events"))
    store.close()


def test_the_command_asks_first(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = Store(path)
    kept(store, "telegram:1", "话", 1)
    store.close()
    runner = CliRunner()
    refused = runner.invoke(cli, ["purge", "--user", "telegram:1", "--db", str(path)], input="n\n")
    assert refused.exit_code == 1
    done = runner.invoke(cli, ["purge", "--user", "telegram:1", "--db", str(path), "--yes"])
    assert "1" in done.output
    again = runner.invoke(cli, ["purge", "--user", "telegram:1", "--db", str(path), "--yes"])
    assert again.exit_code == 2


def test_the_command_says_when_a_reader_keeps_the_log_and_the_next_start_overwrites_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.db"
    store = Store(path)
    kept(store, "telegram:1", "要走的话", 1)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        done = CliRunner().invoke(cli, ["purge", "--user", "telegram:1", "--db", str(path), "--yes"])
        assert STILL_READ in done.output
    assert "要走的话".encode() in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    asyncio.run(Scrubber(store).take_up())
    assert "要走的话".encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    store.close()


def test_every_table_belongs_to_people_or_to_nobody(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    tables = store.read_now(lambda db: {name for name in db.table_names() if name[0] != "_"})
    store.close()
    nobodys = {"sealing", "purging", "sqlite_sequence"}
    assert tables - nobodys == set(BELONGINGS)


def test_of_many_pages_not_one_word_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = Store(path)
    lengths = [7, 900, 40, 5000, 1, 300]

    def fill(db: Database) -> None:
        for number in range(400):
            person = f"telegram:{number % 2 + 1}"
            people.meet(db, person)
            if number < 4:
                drafts.create(db, person, "mayor", 1)
            draft = number % 2 + 1
            words = f"{'要走的' if draft == 1 else '要留的'}{number}号话" * (lengths[number % 6] // 6 + 1)
            drafts.append(db, draft, kind="note", question_key="name", text=words)
            inbox.put(db, "telegram:7", [Arrival(number, draft, words)])

    store.write_now(fill)
    store.write_now(lambda db: purge(db, "telegram:1"))
    assert store.scrub_now() is None
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "要留的".encode() in left
    assert "要走的".encode() not in left
    assert b"telegram:1" not in left
    store.close()


async def together(*jobs: Awaitable[None]) -> list[BaseException | None]:
    """Both in one transaction."""
    return await asyncio.gather(*jobs, return_exceptions=True)


def test_what_a_job_wrote_and_took_back_is_not_left_in_free_pages(tmp_path: Path) -> None:
    """A move that fails is rolled back inside a transaction of others; its words may stand in free pages."""
    store = Store(tmp_path / "a.db")
    words = "写了又撤回的话" * 900

    def say(db: Database, text: str) -> None:
        people.meet(db, "telegram:1")
        draft = drafts.create(db, "telegram:1", "mayor", 1).id
        drafts.append(db, draft, kind="note", text=text)

    def fails(db: Database) -> None:
        say(db, words)
        raise ValueError

    store.write_now(lambda db: say(db, "别的话" * 9000))
    store.write_now(lambda db: purge(db, "telegram:1"))
    failed, _ = asyncio.run(together(store.write(fails), store.write(lambda db: say(db, "后来的话"))))
    assert isinstance(failed, ValueError)
    store.write_now(lambda db: purge(db, "telegram:1"))
    assert store.scrub_now() is None
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "写了又撤回的话".encode() not in left
    assert "后来的话".encode() not in left
    assert store.read_now(lambda db: db.execute("PRAGMA quick_check").fetchone()[0]) == "ok"
    store.close()


def test_one_report_leaves_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = Store(path)

    def fill(db: Database) -> None:
        people.meet(db, "telegram:1")
        for number in (1, 2):
            drafts.create(db, "telegram:1", "mayor", 1)
            inbox.put(db, "telegram:7", [Arrival(number, 1, f"第{number}份的原话")])
            drafts.append(db, number, kind="note", text=f"第{number}份的原话", inbox_seq=number)
        for draft, number in ((1, 3), (2, 4), (1, 5), (2, 6)):
            inbox.put(db, "telegram:7", [Arrival(number, 1, f"第{draft}份的{number}号声音或疑问")])
        for draft, number in ((1, 3), (2, 4)):
            voices.put(
                db, Spoken("telegram:1", number, "f", "", "audio/ogg", 1, draft, "name", draft, number)
            )
        for draft, number in ((1, 5), (2, 6)):
            said = f"第{draft}份里拿不准的话"
            held.put(db, Held(0, "telegram:1", draft, "name", "", said, "", number, None, None, number))
        for number in (1, 2, 3):
            calls.keep(
                db,
                "telegram:1",
                number,
                day="2026-12-05",
                key="k",
                answer="稿",
                prompt_tokens=3,
                completion_tokens=4,
                cached_tokens=0,
                metered=True,
                cost=Decimal(1),
            )

    store.write_now(fill)
    store.write_now(lambda db: purge_draft(db, 1))
    assert store.scrub_now() is None
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "第1份".encode() not in left
    for words in ("第2份的原话", "第2份的4号", "第2份的6号", "第2份里拿不准的话"):
        assert words.encode() in left
    assert store.read_now(lambda db: calls.spent(db, "2026-12-05")) == (21, Decimal(3))
    assert store.read_now(lambda db: calls.spent(db, "2026-12-05", "telegram:1")) == (7, Decimal(1))
    store.close()
