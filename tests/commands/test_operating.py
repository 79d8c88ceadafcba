"""Office work of whoever runs the bot: backups, restoring one, asking the doctor."""

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest

from storage import Store
from storage.inbox import Arrival, failed, put
from tests.commands.running import refused, run
from tests.office import Interview, shelf_with, small_outline


def talk(db: Path, *words: str) -> None:
    """Somebody says these words on this database."""
    asyncio.run(talking(db, *words))


async def talking(db: Path, *words: str) -> None:
    user = Interview(db, shelf_with(small_outline()), "telegram:1001")
    await user.begins()
    await user.says(*words)
    user.leaves()


def notes(db: Path) -> list[str]:
    result = run("export", "--db", db)
    return [note["text"] for draft in json.loads(result.stdout)["drafts"] for note in draft["notes"]]


def test_a_backup_taken_while_somebody_writes_is_restored() -> None:
    talk(Path("a.db"), "第一句")
    store = Store(Path("a.db"))
    result = run("backup", "copies/monday.db", "--db", "a.db")
    store.close()
    assert result.exit_code == 0
    assert "checked" in result.stdout
    talk(Path("a.db"), "第二句")
    Path("a.db").unlink()
    Path("copies/monday.db").rename("a.db")
    assert notes(Path("a.db")) == ["第一句"]
    talk(Path("a.db"), "接着说")
    assert notes(Path("a.db")) == ["第一句", "接着说"]


def test_a_backup_never_replaces_a_file() -> None:
    talk(Path("a.db"), "一句")
    Path("b.db").write_text("precious", "utf-8")
    assert "exists" in refused("backup", "b.db", "--db", "a.db")
    assert Path("b.db").read_text("utf-8") == "precious"
    assert "no database" in refused("backup", "c.db", "--db", "nowhere.db")
    assert not Path("c.db").exists()


def test_a_backup_names_the_file_that_cannot_be_read() -> None:
    talk(Path("a.db"), *(f"第{number}句话，说得长一些，好占地方" for number in range(200)))
    whole = Path("a.db").read_bytes()
    Path("letter.db").write_text("述职" * 2000, "utf-8")
    Path("cut.db").write_bytes(whole[:3000])
    Path("hole.db").write_bytes(whole[:20480] + b"\0" * 20480 + whole[40960:])
    Path("empty.db").touch()
    assert refused("backup", "b.db", "--db", "letter.db") == "shuzhi: letter.db is not a SQLite database\n"
    assert "cut.db is damaged" in refused("backup", "b.db", "--db", "cut.db")
    assert "hole.db is damaged" in refused("backup", "b.db", "--db", "hole.db")
    assert "no database at empty.db: the file is empty" in refused("backup", "b.db", "--db", "empty.db")
    assert "Not a directory" in refused("backup", "a.db/b.db", "--db", "a.db")
    assert not [*Path().glob("b.db*")]


@pytest.mark.parametrize("command", [["doctor"], ["export"], ["usage"], ["invite", "--list"]])
def test_looking_at_a_database_makes_none(command: list[str]) -> None:
    Path("empty.db").touch()
    assert "there is no database at a.db" in refused(*command, "--db", "a.db")
    assert "there is no database at empty.db: the file is empty" in refused(*command, "--db", "empty.db")
    assert [file.name for file in Path().iterdir()] == ["empty.db"]
    assert Path("empty.db").read_bytes() == b""


def test_the_doctor_finds_nothing_in_a_sound_file() -> None:
    talk(Path("a.db"), "一句")
    result = run("doctor", "--db", "a.db")
    assert result.exit_code == 0
    assert "a.db: sound" in result.stdout
    assert "1 people, 1 drafts" in result.stdout
    assert "完好" in run("doctor", "--db", "a.db", LC_ALL="zh_CN.UTF-8").stdout


def test_the_doctor_shows_what_was_set_aside() -> None:
    store = Store(Path("a.db"))
    (row,) = store.write_now(lambda db: put(db, "telegram:7", [Arrival(5, 1001, '{"text": "机关的话"}')]))
    store.write_now(lambda db: failed(db, row.seq, "ValueError\nview.py:12 in card", 1))
    store.close()
    result = run("doctor", "--db", "a.db")
    assert result.exit_code == 1
    assert "view.py:12 in card" in result.stdout
    assert "机关的话" not in result.stdout
    as_json = json.loads(run("doctor", "--json", "--db", "a.db").stdout)
    assert as_json["dead"][0]["chat"] == 1001


def test_the_doctor_names_a_damaged_file() -> None:
    talk(Path("a.db"), *(f"第{number}句话，说得长一些，好占地方" for number in range(200)))
    with sqlite3.connect("a.db") as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events_of_draft'").fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    with Path("a.db").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\x00" * 64)
    result = run("doctor", "--db", "a.db")
    assert result.exit_code in (1, 2)
    assert "Traceback" not in result.output
    assert "sound" not in result.output
