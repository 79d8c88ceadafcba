"""A database as it is after years, made in SQL alone: minutes instead of years."""

import sqlite3
from pathlib import Path

from bench.peers.drafts import OUTLINE
from storage import Store

SIDE_BY_SIDE = 100
"""How many drafts are written at the same time, so that one draft's events do not lie in one place."""
NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :most - 1)"
WHEN = "strftime('%Y-%m-%dT%H:%M:%S.000+00:00', '2024-01-01', (:step * i) || ' seconds')"
FILLING = (
    f"""{NUMBERS} INSERT INTO people (id, current_draft, last_seen)
    SELECT 'telegram:' || (5000000 + i), 2 * i + 2, {WHEN} FROM n""",
    f"""{NUMBERS} INSERT INTO screens (person, message_id, newest_message_id, view, wanted, shown)
    SELECT 'telegram:' || (5000000 + i), 150, 149, 'question', 200, 200 FROM n""",
    f"""{NUMBERS} INSERT INTO drafts (id, person, outline, outline_version, created_at)
    SELECT i + 1, 'telegram:' || (5000000 + i / 2), '{OUTLINE}', 1, {WHEN} FROM n""",
    f"""{NUMBERS} INSERT INTO inbox (seq, source, update_id, digest, chat, raw, state, received_at)
    SELECT i + 1, 'telegram:7', 100000000 + i, lower(hex(randomblob(32))),
    5000000 + i / :each, '{{}}', 'done', {WHEN} FROM n""",
    f"""{NUMBERS} INSERT INTO events (seq, draft, question_key, kind, text, message_id, inbox_seq, at)
    SELECT i + 1, i / (:each * :side) * :side + i % :side + 1, 'other',
    CASE WHEN i % (:each * :side) / :side = :each - 1 THEN 'finish' ELSE 'note' END,
    '走访群众' || i % 900 || '户，收集问题45个，解决43个',
    i % (:each * :side) / :side + 1, i + 1, {WHEN} FROM n""",
)


def fill(path: Path, drafts: int, events: int) -> None:
    """Make a database with so many drafts, two for every person, and so many events and inbox rows."""
    Store(path).close()
    people, each = drafts // 2, events // drafts
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("BEGIN")
    for sql, most in zip(FILLING, (people, people, drafts, events, events), strict=True):
        step = 60_000_000 / most
        db.execute(sql, {"most": most, "step": step, "each": each, "side": SIDE_BY_SIDE})
    db.execute("COMMIT")
    db.close()
