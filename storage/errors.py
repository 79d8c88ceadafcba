"""What can be wrong with the database, each with a sentence for the operator."""


class StorageError(Exception):
    """The database cannot be used; the message is a sentence for the operator."""


class UnwritableDatabase(StorageError):
    """Nothing could be written: disk full, no permission, or a lock that never ended. Nothing was kept."""


class UnwritableNow(UnwritableDatabase):
    """The disk is full, or somebody holds the file: later, with nothing changed, it may be written."""


class NewerDatabase(StorageError):
    """The file was written by a newer version of Shuzhi; this one must not touch it."""


class ForeignDatabase(StorageError):
    """The file holds another program's tables; ours must not be put beside them."""


class Damaged(Exception):
    """One stored value cannot be opened: whoever needs it fails, now and later; the rest is well."""
