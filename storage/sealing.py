"""Encryption at rest: what people said is sealed on its way into the file and opened on its way out.

AES-256-GCM with a random nonce for every value: the same words never look the same twice, and a changed byte
is noticed. A sealed value is a BLOB; without a key values stay as they are and all else works the same.
"""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import sqlite3
from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from storage.errors import Damaged, StorageError
from storage.memory import Memory

KEY_LENGTH = 32
_MARK = b"\x00sz1"
_TEXT, _BYTES = b"t", b"b"
_NONCE_LENGTH = 12
_KIND, _NONCE, _CONTENT = slice(4, 5), slice(5, 17), slice(17, None)

SEALED_COLUMNS: dict[str, tuple[str, ...]] = {
    "inbox": ("raw",),
    "events": ("text",),
    "follow_ups": ("text",),
    "loose_notes": ("text",),
    "held": ("text",),
    "screens": ("notice", "place"),
    "writings": ("frame",),
    "section_versions": ("wish", "blocks"),
    "finished_reports": ("report",),
    "model_calls": ("answer",),
    "voices": ("file_id", "file_name", "transcript", "audio"),
}
"""Every column that holds a person's words, by table: what `shuzhi rekey` goes through."""


NO_KEY = "the database is encrypted; set SHUZHI_KEY or SHUZHI_KEY_FILE"
OTHER_KEY = "the database is encrypted with another key than the one that is set"
CHANGED_KEY = "the database was encrypted anew while the program runs; start it again with the new key"
STILL_CLEAR = (
    "the database holds clear text and a key is set; encrypt it with `shuzhi rekey`, or take the key away"
)


class WrongKey(StorageError):
    """The key does not fit the file; nothing was changed. The message is a sentence for the operator."""


class Key:
    """A secret of 32 bytes: seals, opens, and makes digests that tell nothing about their content."""

    def __init__(self, secret: bytes) -> None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if len(secret) != KEY_LENGTH:
            raise WrongKey(f"a key is {KEY_LENGTH} bytes in base64; make one with `shuzhi key`")
        self._cipher = AESGCM(_derived(secret, b"shuzhi sealing"))
        self._not_as_sealed = InvalidTag
        self._digests = _derived(secret, b"shuzhi digests")
        self.id = _derived(secret, b"shuzhi key id").hex()[:16]
        """Tells keys apart and gives nothing away; it stands in the file."""

    def __repr__(self) -> str:
        return f"<Key {self.id}>"

    @classmethod
    def read(cls, written: str) -> "Key":
        """The key as `shuzhi key` writes it: 32 bytes in base64. Raises WrongKey."""
        try:
            return cls(base64.b64decode(written.strip(), altchars=b"-_", validate=True))
        except (binascii.Error, ValueError):
            raise WrongKey(f"a key is {KEY_LENGTH} bytes in base64; make one with `shuzhi key`") from None

    def seal(self, value: str | bytes) -> bytes:
        """The value, unreadable and protected against change."""
        kind, plain = (_TEXT, value.encode()) if isinstance(value, str) else (_BYTES, value)
        nonce = os.urandom(_NONCE_LENGTH)
        return _MARK + kind + nonce + self._cipher.encrypt(nonce, plain, kind)

    def open(self, sealed: bytes) -> str | bytes:
        """The value again. Raises Damaged if it was sealed with another key or changed since."""
        kind = sealed[_KIND]
        try:
            plain = self._cipher.decrypt(sealed[_NONCE], sealed[_CONTENT], kind)
        except self._not_as_sealed:
            raise Damaged("a stored value was sealed with another key, or is damaged") from None
        return plain.decode() if kind == _TEXT else plain

    def digest(self, content: bytes) -> str:
        """A keyed digest: equal for equal content, and no help in guessing it."""
        return hmac.new(self._digests, content, hashlib.sha256).hexdigest()


class SealedDatabase(Database):
    """A connection that knows the key of its file, if there is one.

    `remembered` holds what was made of rows that never change, by draft. Whatever takes back what was
    written, or deletes, empties it. `apart` says whether each of the jobs that share a transaction can be
    taken back by itself.
    """

    key: Key | None = None
    apart: bool = True

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self.remembered = Memory()
        self._written_by_others = -1
        self._fits = False

    def look_around(self) -> None:
        """Notice whether another connection has written to the file: what was known of it may be outdated."""
        now = self.conn.execute("PRAGMA data_version").fetchone()[0]
        if now != self._written_by_others:
            self._written_by_others, self._fits = now, False
            self.remembered.outdate()

    def still_fits(self) -> None:
        """Notice, as of the last look around, that the file was sealed anew meanwhile. Raises WrongKey."""
        if not self._fits:
            found = self.conn.execute("SELECT key_id FROM sealing").fetchone()
            if (found[0] if found else None) != (self.key.id if self.key else None):
                raise WrongKey(CHANGED_KEY)
            self._fits = True


def new_key() -> str:
    """A fresh key as it is written into a setting or a file."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_LENGTH)).decode()


def seal(db: Database, value: str | bytes) -> str | bytes:
    """The value as it is to be stored in one of SEALED_COLUMNS; nothing said stays nothing."""
    key = key_of(db)
    return key.seal(value) if key and value else value


def unseal(db: Database, value: Any) -> Any:
    """A stored value as it was before `seal`; anything that is not sealed is returned as it is."""
    if type(value) is not bytes or not value.startswith(_MARK):
        return value
    key = key_of(db)
    if key is None:
        raise WrongKey(NO_KEY)
    return key.open(value)


def digest(db: Database, content: str) -> str:
    """What tells contents apart without telling them: keyed where there is a key."""
    key = key_of(db)
    return key.digest(content.encode()) if key else hashlib.sha256(content.encode()).hexdigest()


def key_of(db: Database) -> Key | None:
    """The key of this connection's file."""
    return db.key if isinstance(db, SealedDatabase) else None


def remembered(db: Database) -> Memory:
    """What this connection remembers by draft; only for rows that are never changed."""
    return db.remembered if isinstance(db, SealedDatabase) else Memory()


def check_key(db: Database, key: Key | None) -> None:
    """Compare the key with the one the file was sealed with, before anything is written. Raises WrongKey."""
    stored = stored_key_id(db)
    if stored is None:
        if key is not None and has_words(db):
            raise WrongKey(STILL_CLEAR)
    elif key is None:
        raise WrongKey(NO_KEY)
    elif not hmac.compare_digest(stored, key.id):
        raise WrongKey(OTHER_KEY)


def note_key(db: Database, key: Key | None) -> None:
    """Write into the file which key it is sealed with, unless it stands there already."""
    if key is not None:
        db.execute("INSERT OR IGNORE INTO sealing (only_row, key_id) VALUES (1, ?)", (key.id,))


def stored_key_id(db: Database) -> str | None:
    """The id of the key the file is sealed with; None for a file in clear text."""
    if "sealing" not in db.table_names():
        return None
    found = db.execute("SELECT key_id FROM sealing").fetchone()
    return str(found[0]) if found else None


def has_words(db: Database) -> bool:
    """Whether anybody's words are in the file."""
    return any(db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table, _ in present_columns(db))


def present_columns(db: Database) -> Iterable[tuple[str, tuple[str, ...]]]:
    """SEALED_COLUMNS as far as the file has these tables."""
    tables = set(db.table_names())
    return [(table, columns) for table, columns in SEALED_COLUMNS.items() if table in tables]


def _derived(secret: bytes, purpose: bytes) -> bytes:
    """A key of its own for each purpose (HKDF's expand step; the secret is uniformly random already)."""
    return hmac.new(secret, purpose + b"\x01", hashlib.sha256).digest()
