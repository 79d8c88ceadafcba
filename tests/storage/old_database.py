"""What the stored old databases in `old/` hold, and how the next one is made:

    python -m tests.storage.old_database > tests/storage/old/NNN.sql

run before a migration is added. Every file was written by the storage room of its own time.
"""

import json
import sys
import tempfile
from pathlib import Path

from sqlite_utils import Database

from storage import Store, deliveries, drafts, inbox, people
from storage.inbox import Arrival

SAID = {11: "张三", 12: "讲党课4次"}
WAITING = "还没有处理的一条"
LOOSE = "还没选报告就说的话"


def fill(db: Database) -> None:
    """Two people: one with a finished report whose files wait, one who has only said something."""
    texts = {**SAID, 13: WAITING}
    raw = {
        n: json.dumps({"update_id": n, "message": {"message_id": n, "text": text}}, ensure_ascii=False)
        for n, text in texts.items()
    }
    rows = inbox.put(db, "telegram:7", [Arrival(n, 1001, text) for n, text in raw.items()])
    people.meet(db, "telegram:1001")
    people.meet(db, "telegram:1002")
    drafts.keep_loose(db, "telegram:1002", LOOSE, 5)
    draft = drafts.create(db, "telegram:1001", "mayor", 1).id
    for row, key, (message, text) in zip(rows, ("name", "study"), SAID.items(), strict=False):
        drafts.append(
            db, draft, kind="note", question_key=key, text=text, message_id=message, inbox_seq=row.seq
        )
        inbox.done(db, row.seq)
    finish = drafts.append(db, draft, kind="finish").seq
    deliveries.order(db, "telegram:1001", draft, finish, ("txt", "docx"))


def dumped(path: Path) -> str:
    """A database made and filled now, as SQL."""
    store = Store(path)
    store.write_now(fill)
    lines = store.read_now(lambda db: list(db.conn.iterdump()))
    store.close()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(dumped(Path(folder) / "a.db"))
