"""What people said cannot be read in the file, and a wrong key is noticed before anything is touched."""

import hashlib
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.assistant.export import exported
from bot.interview.move import Command, Correct
from storage import Damaged, Key, StorageError, Store, WrongKey, drafts, inbox, people
from storage.inbox import Arrival
from storage.sealing import SEALED_COLUMNS, new_key
from tests.office import Interview, shelf_with, small_outline
from tests.storage.on_disk import file_bytes

CLEAR = {
    "inbox": {"source", "digest", "state", "error", "received_at"},
    "people": {"id", "last_seen"},
    "drafts": {"person", "outline", "created_at"},
    "events": {"question_key", "kind", "at"},
    "loose_notes": {"person", "at"},
    "screens": {"person", "view", "about"},
    "deliveries": {"person", "format", "done_at"},
    "sealing": {"key_id"},
    "writings": {"person", "section", "status", "told", "asked_at", "ended_at"},
    "section_versions": {"section", "basis", "told", "at"},
    "chosen_versions": {"section"},
    "finished_reports": {"told"},
    "model_calls": {"person", "day", "key", "cost", "at"},
    "cards": {"person", "question_key", "lines"},
    "members": {"person", "standing", "since"},
    "knocks": {"person", "first_at", "last_at", "told_at"},
    "invitations": {"digest", "made_at", "expires_at", "used_by", "used_at", "withdrawn_at"},
    "usage": {"person", "day", "kind"},
    "follow_ups": {"question_key", "rule"},
    "not_followed_up": {"person"},
    "acknowledgements": {"person"},
    "deadlines": {"person", "day"},
    "reminders": {"day"},
    "voices": {"person", "mime", "question_key", "state", "problem", "due_at", "shown", "at"},
    "held": {"person", "question_key", "view", "reason", "said_at"},
    "retention": {"warned_at", "kept_at"},
}
"""Text columns that never hold a person's words. A new table names its own here or in SEALED_COLUMNS."""


@pytest.fixture
def key() -> Key:
    return Key.read(new_key())


def test_every_text_column_is_sealed_or_known_to_hold_no_words(store: Store) -> None:
    def columns(db: Database) -> dict[str, set[str]]:
        names = [name for name in db.table_names() if not name.startswith(("_", "sqlite_"))]
        return {name: {c.name for c in db[name].columns if c.type in ("TEXT", "BLOB")} for name in names}

    for table, found in store.read_now(columns).items():
        assert found == CLEAR.get(table, set()) | set(SEALED_COLUMNS.get(table, ())), table


async def test_no_typed_word_stands_in_the_file(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "a.db"
    words = ["贺长青", "柳河镇副镇长", "走访群众320户", "改成走访321户", "还没选报告就说的话"]
    for sealed in (None, key):
        path.unlink(missing_ok=True)
        talk = Interview(path, shelf_with(small_outline()), key=sealed)
        await talk.says(words[4])
        await talk.begins()
        await talk.says(*words[:3])
        await talk.does(Correct(words[3], 4))
        await talk.does(Command("overview"))
        raw = f'{{"message": {{"text": "{words[2]}"}}}}'
        arrived = [Arrival(1, 1, raw)]
        await talk.assistant.store.write(partial(inbox.put, source="telegram:7", arrivals=arrived))
        (draft,) = await talk.assistant.store.read(exported)
        assert {note["text"] for note in draft["notes"]} == set(words)
        read = file_bytes(path)
        talk.leaves()
        for word in words:
            forms = [
                word.encode(),
                word.encode("utf-16-le"),
                word.encode("gb18030"),
                ascii(word)[1:-1].encode(),
            ]
            forms.append(hashlib.sha256(word.encode()).hexdigest().encode())
            found = any(form in content for form in forms for content in (read, file_bytes(path)))
            assert found == (sealed is None), word
        assert hashlib.sha256(raw.encode()).hexdigest().encode() not in read or sealed is None


def test_the_same_words_never_look_the_same(key: Key) -> None:
    assert key.seal("同一句话") != key.seal("同一句话")
    assert key.open(key.seal("同一句话")) == "同一句话"
    assert key.open(key.seal(b"\x00\xff")) == b"\x00\xff"


@pytest.mark.parametrize("at", [4, 5, 20, -1])
def test_a_changed_byte_is_noticed(key: Key, at: int) -> None:
    sealed = bytearray(key.seal("走访群众320户"))
    sealed[at] ^= 1
    assert key.open(key.seal("走访群众320户")) == "走访群众320户"
    with pytest.raises(Damaged, match="damaged"):
        key.open(bytes(sealed))


def kept(path: Path, key: Key | None) -> None:
    """A file with somebody's words in it."""
    store = Store(path, key)
    store.write_now(lambda db: people.meet(db, "telegram:1"))
    draft = store.write_now(lambda db: drafts.create(db, "telegram:1", "mayor", 1))
    store.write_now(lambda db: drafts.append(db, draft.id, kind="note", text="走访群众320户"))
    store.close()


@pytest.mark.parametrize(
    ("kept_with", "opened_with", "told"),
    [
        ("a", "b", "encrypted with another key"),
        ("a", "", "the database is encrypted; set SHUZHI_KEY"),
        ("", "a", "holds clear text and a key is set; encrypt it with `shuzhi rekey`"),
    ],
)
def test_a_key_that_does_not_fit_stops_the_start_and_changes_nothing(
    tmp_path: Path, kept_with: str, opened_with: str, told: str
) -> None:
    keys = {"a": Key.read(new_key()), "b": Key.read(new_key()), "": None}
    path = tmp_path / "a.db"
    kept(path, keys[kept_with])
    before = path.read_bytes()
    with pytest.raises(WrongKey, match=told):
        Store(path, keys[opened_with])
    assert path.read_bytes() == before
    again = Store(path, keys[kept_with])
    assert [event.text for event in again.read_now(lambda db: drafts.events(db, 1))] == ["走访群众320户"]
    again.close()


@pytest.mark.parametrize("written", ["", "short", "密钥", "A" * 43, "A" * 64, "A" * 42 + "!="])
def test_what_is_no_key_is_said_to_be_none(written: str) -> None:
    with pytest.raises(StorageError, match="make one with `shuzhi key`"):
        Key.read(written)


def test_a_key_does_not_show_itself(key: Key) -> None:
    written = new_key()
    assert written.strip("=") not in repr(Key.read(written))
    assert key.id != Key.read(written).id


def test_a_redelivery_is_told_without_a_readable_digest(tmp_path: Path, key: Key) -> None:
    store = Store(tmp_path / "a.db", key)
    arrival = Arrival(5, 1, "same")
    assert len(store.write_now(lambda db: inbox.put(db, "bot1", [arrival]))) == 1
    assert store.write_now(lambda db: inbox.put(db, "bot1", [arrival])) == []
    (digest,) = store.read_now(lambda db: db.execute("SELECT digest FROM inbox").fetchone())
    assert digest != hashlib.sha256(b"same").hexdigest()
    store.close()
