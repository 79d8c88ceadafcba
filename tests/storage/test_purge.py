"""Purging deletes one person wholly, and nothing of anybody else."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import cli
from storage import Store, drafts, inbox, people
from storage.inbox import Arrival
from storage.purge import purge


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
