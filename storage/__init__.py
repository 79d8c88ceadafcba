"""One SQLite file: the durable inbox, drafts and their events, people and screens, deliveries.

Knows nothing of `bot`; every query returns frozen rows of its own.
"""

from storage.store import NewerDatabase, StorageError, Store, UnwritableDatabase

__all__ = ["NewerDatabase", "StorageError", "Store", "UnwritableDatabase"]
