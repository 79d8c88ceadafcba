"""What a database leaves on the disk, whatever a query would give."""

from pathlib import Path


def file_bytes(path: Path) -> bytes:
    """The database, its write-ahead log and whatever else lies beside it."""
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


def file_text(path: Path) -> str:
    """The same as far as it is text."""
    return file_bytes(path).decode(errors="replace")
