"""One bot on one file: a second one would handle the same messages beside the first."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import StorageError, UnwritableDatabase


@contextmanager
def sole(path: Path) -> Iterator[None]:
    """Be the only bot on the database at `path`; a file beside it is locked, which ends with the process.

    Raises StorageError if there is another one. Commands that look at the database need no lock. Windows has
    no such lock: nothing is checked there.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    beside = path.with_name(f"{path.name}-lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        held = beside.open("a")
    except OSError as problem:
        raise UnwritableDatabase(f"cannot write {beside}: {problem.strerror}") from problem
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StorageError(f"another shuzhi runs on {path}; stop it, or set SHUZHI_DB") from None
        yield
