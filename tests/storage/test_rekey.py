"""Sealing a file anew: everything or nothing, and nothing old is left in it."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage import Key, StorageError, Store, WrongKey, drafts, inbox, people
from storage import rekey as rekeying
from storage.inbox import Arrival
from storage.rekey import rekey
from storage.sealing import new_key
from storage.sole import sole
from tests.commands.running import refused, run

OLD, NEW = Key.read(new_key()), Key.read(new_key())
WORDS = [f"走访群众{number}户" for number in range(1200)]


def kept(path: Path, key: Key | None) -> None:
    """A file with many words in several tables."""
    store = Store(path, key)
    store.write_now(lambda db: people.meet(db, "telegram:1"))
    draft = store.write_now(lambda db: drafts.create(db, "telegram:1", "mayor", 1)).id

    def say(db: Database) -> None:
        for word in WORDS:
            drafts.append(db, draft, kind="note", text=word)
        inbox.put(db, "bot1", [Arrival(1, 1, WORDS[0])])
        people.want(db, "telegram:1", view="", notice=WORDS[1], newest_message_id=1)
        people.shown(db, "telegram:1", message_id=2, wanted=1, about="1:name", place=WORDS[2])

    store.write_now(say)
    store.close()


def words(path: Path, key: Key | None) -> list[str]:
    """Everything said, as the program reads it, with the redelivery of a message still known as one."""
    store = Store(path, key)
    try:
        assert store.write_now(lambda db: inbox.put(db, "bot1", [Arrival(1, 1, WORDS[0])])) == []
        screen = store.read_now(lambda db: people.screen(db, "telegram:1"))
        assert (screen.notice, screen.place) == (WORDS[1], WORDS[2])
        return [event.text for event in store.read_now(lambda db: drafts.events(db, 1))]
    finally:
        store.close()


@pytest.mark.parametrize("before", [None, OLD], ids=["clear", "sealed"])
def test_everything_is_sealed_anew_and_nothing_old_is_left(tmp_path: Path, before: Key | None) -> None:
    path = tmp_path / "a.db"
    kept(path, before)
    old = sqlite3.connect(path)
    stored = [value for (value,) in old.execute("SELECT text FROM events")]
    old.close()
    assert rekey(path, before, NEW).values == len(WORDS) + 3
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for value in stored:
        assert (value if isinstance(value, bytes) else value.encode()) not in everything
    assert words(path, NEW) == WORDS
    with pytest.raises(WrongKey):
        Store(path, before)
    changed = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
        changed.execute("UPDATE events SET text = ''")
    changed.close()
    assert rekey(path, before, NEW).values == 0, "running it again is harmless"


@pytest.mark.parametrize("before", [None, OLD], ids=["clear", "sealed"])
@pytest.mark.parametrize("cut_at", [0, 1, 700, len(WORDS) + 1])
def test_an_interruption_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Key | None, cut_at: int
) -> None:
    path = tmp_path / "a.db"
    kept(path, before)
    count = 0

    def cut_off(*arguments: object) -> object:
        nonlocal count
        count += 1
        if count > cut_at:
            raise KeyboardInterrupt
        return b"x"

    with monkeypatch.context() as broken:
        broken.setattr(rekeying, "seal", cut_off)
        with pytest.raises(KeyboardInterrupt):
            rekey(path, before, NEW)
    assert words(path, before) == WORDS
    rekey(path, before, NEW)
    assert words(path, NEW) == WORDS


def test_a_third_key_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    kept(path, OLD)
    with pytest.raises(WrongKey, match="another key"):
        rekey(path, NEW, Key.read(new_key()))
    assert words(path, OLD) == WORDS


def test_a_program_that_runs_on_stops_writing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    kept(path, OLD)
    running = Store(path, OLD)
    try:
        rekey(path, OLD, NEW)
    except StorageError as problem:
        assert "another program reads" in str(problem)
    with pytest.raises(WrongKey, match="start it again with the new key"):
        running.write_now(lambda db: drafts.append(db, 1, kind="note", text="晚到的话"))
    running.close()
    assert words(path, NEW) == WORDS


def test_while_the_bot_runs_the_command_is_refused(tmp_path: Path) -> None:
    path, file = tmp_path / "a.db", tmp_path / "new.key"
    kept(path, None)
    run("key", file)
    with sole(path):
        assert "another shuzhi runs on" in refused("rekey", "--new", file, "--db", path)
    assert words(path, None) == WORDS
    assert run("rekey", "--new", file, "--db", path).exit_code == 0


def test_the_commands(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    kept(path, None)
    first, second = tmp_path / "first.key", tmp_path / "second.key"
    for file in (first, second):
        assert run("key", file).exit_code == 0
        assert file.stat().st_mode & 0o777 == 0o600
    assert "exists already" in refused("key", first)
    assert "set SHUZHI_KEY" in refused("rekey", "--db", path)
    assert "encrypt it with `shuzhi rekey`" in refused("export", "--db", path, SHUZHI_KEY_FILE=str(first))
    assert "encrypted 1203 values anew" in run("rekey", "--db", path, SHUZHI_KEY_FILE=str(first)).output
    assert "the database is encrypted" in refused("export", "--db", path)
    turned = run("rekey", "--new", second, "--db", path, SHUZHI_KEY_FILE=str(first))
    assert "encrypted 1203 values anew" in turned.output
    assert "another key" in refused("export", "--db", path, SHUZHI_KEY_FILE=str(first))
    told = run("export", "--db", path, SHUZHI_KEY=second.read_text())
    assert [note["text"] for note in json.loads(told.output)["drafts"][0]["notes"]] == WORDS
    both = refused("export", "--db", path, SHUZHI_KEY="x", SHUZHI_KEY_FILE=str(first))
    assert "not both" in both
    assert "make one with `shuzhi key`" in refused("export", "--db", path, SHUZHI_KEY="x")


def test_the_start_says_that_text_is_kept_in_clear(tmp_path: Path) -> None:
    clear = run("chat", "--db", tmp_path / "a.db", typed="贺长青\n")
    assert "no SHUZHI_KEY is set: what people say is stored in clear text" in clear.stderr
    sealed = run("chat", "--db", tmp_path / "b.db", typed="贺长青\n", SHUZHI_KEY=new_key())
    assert sealed.stderr == ""
