"""One SQLite file: the durable inbox, drafts and their events, people and screens, deliveries.

Knows nothing of `bot`; every query returns frozen rows of its own.
"""

from storage.errors import Damaged, NewerDatabase, StorageError, UnwritableDatabase, UnwritableNow
from storage.sealing import Key, WrongKey
from storage.store import Store

__all__ = [
    "Damaged",
    "Key",
    "NewerDatabase",
    "StorageError",
    "Store",
    "UnwritableDatabase",
    "UnwritableNow",
    "WrongKey",
]
