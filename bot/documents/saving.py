"""Putting a file on the disk."""

import os
from contextlib import suppress
from pathlib import Path


def save(path: Path, content: bytes) -> None:
    """Write a file wholly or not at all, over one that was there. Raises OSError with its name.

    What is no file, such as a pipe, is written into.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    whole = path.resolve()
    partial = whole.with_name(f".{os.getpid()}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(whole)
    except OSError as problem:
        with suppress(OSError):
            partial.unlink()
        raise OSError(problem.errno, problem.strerror, str(path)) from problem
