"""The real Litestream beside the running store, as docs/litestream.yml configures it."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.assistant.scrubbing import Scrubber
from storage import Key, Store, drafts, people
from storage.purge import purge

DOCUMENTED = Path(__file__).parent.parent.parent / "docs" / "litestream.yml"
LITESTREAM = Path(sys.executable).with_name("litestream")
pytestmark = pytest.mark.skipif(not LITESTREAM.exists(), reason="there is no Litestream for this system")

KNOWN = {"snapshot": {"interval", "retention"}, "dbs": {"path", "replica"}, "replica": {"type", "path"}}
"""What Litestream 0.5 reads; of a name that it does not know it says nothing."""
ME, OTHER = "telegram:1", "telegram:2"
GONE, STAYS = "要忘掉的话", "要留下的话"


def documented() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(DOCUMENTED.read_text("utf-8"))
    return found


def configured(folder: Path, db: Path) -> Path:
    """The documented configuration with the paths of a test, looking at the file and copying at once."""
    config = documented()
    quick = {"monitor-interval": "50ms", "checkpoint-interval": "500ms"}
    (one,) = config["dbs"]
    replica = {**one["replica"], "path": str(folder / "replica"), "sync-interval": "50ms"}
    config["dbs"] = [{**one, **quick, "path": str(db), "replica": replica}]
    path = folder / "litestream.yml"
    path.write_text(yaml.safe_dump(config), "utf-8")
    return path


@contextmanager
def replicating(config: Path) -> Iterator[None]:
    """Litestream runs beside, and is killed in the end."""
    with config.with_name("log").open("wb") as log:
        running = subprocess.Popen(
            [LITESTREAM, "replicate", "-config", config], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield
        finally:
            running.send_signal(signal.SIGKILL)
            running.wait()


def restored(config: Path, db: Path) -> Path:
    """What `litestream restore` makes of the replica, in the place of the database."""
    for file in db.parent.glob(f"{db.name}*"):
        file.unlink()
    done = subprocess.run(
        [LITESTREAM, "restore", "-config", config, db], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return db


def says(store: Store, person: str, text: str, *, times: int = 1) -> None:
    def job(db):  # type: ignore[no-untyped-def]
        people.meet(db, person)
        draft = people.current_draft(db, person) or drafts.create(db, person, "mayor", 1).id
        drafts.append(db, draft, kind="note", question_key="name", text=text)

    for _ in range(times):
        store.write_now(job)


def in_the_file(db: Path, words: str) -> bool:
    """Whether the words stand in the database, or in the log beside it."""
    return any(words.encode() in file.read_bytes() for file in db.parent.glob(f"{db.name}*"))


def test_the_configuration_has_only_names_that_litestream_knows() -> None:
    config = documented()
    (one,) = config["dbs"]
    assert set(config) == {"snapshot", "dbs"}
    assert set(config["snapshot"]) <= KNOWN["snapshot"]
    assert set(one) <= KNOWN["dbs"]
    assert set(one["replica"]) <= KNOWN["replica"]
    assert Path(one["path"]).name == "shuzhi.db"


@pytest.mark.parametrize("key", [None, Key(bytes(32))], ids=["clear", "encrypted"])
async def test_what_was_said_until_a_kill_is_restored(tmp_path: Path, key: Key | None) -> None:
    db = tmp_path / "shuzhi.db"
    config = configured(tmp_path, db)
    store = Store(db, key)
    says(store, ME, "第一句")
    with replicating(config):
        await _replicated(tmp_path)
        says(store, ME, "最后一句")
        await asyncio.sleep(1.0)
    store.close()
    again = Store(restored(config, db), key)
    assert [event.text for event in again.read_now(lambda db: drafts.events(db, 1))] == ["第一句", "最后一句"]
    assert again.read_now(lambda db: db.execute("PRAGMA quick_check").fetchone()[0]) == "ok"
    says(again, ME, "接着说")
    again.close()


async def test_what_is_forgotten_leaves_the_log_though_litestream_reads_it_all_the_time(
    tmp_path: Path,
) -> None:
    db = tmp_path / "shuzhi.db"
    store = Store(db)
    says(store, OTHER, STAYS)
    with replicating(configured(tmp_path, db)):
        await _replicated(tmp_path)
        says(store, ME, GONE, times=50)
        assert in_the_file(db, GONE)
        store.write_now(lambda db: purge(db, ME))
        await Scrubber(store, pause=0.1).scrub()
        async with asyncio.timeout(30):
            while in_the_file(db, GONE):  # noqa: ASYNC110 - another process has to begin the log anew
                await asyncio.sleep(0.1)
        assert in_the_file(db, STAYS)
    assert store.scrub_now() is None
    store.close()


async def _replicated(folder: Path) -> None:
    """Until Litestream has made its first copy."""
    async with asyncio.timeout(30):
        while not any((folder / "replica").rglob("*.ltx")):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)
